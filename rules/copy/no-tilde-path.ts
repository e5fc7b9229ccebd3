import { accountOf, defineRule, knownText, shorten, type AddInstruction, type CopyInstruction, type Instruction, type Range, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Write no ~ for a home directory where no shell expands it',
  why: `Only a shell expands \`~\`. In COPY, ADD, WORKDIR, VOLUME and ENV it is a name like any other, so that \`WORKDIR ~/app\` makes a folder
called \`~\` in the working directory, and a program that is given \`~/x\` by ENV looks for it there.`,
  exceptions: 'A variable whose program expands the `~` itself (some do) may keep it.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => {
    if (!model.source.text.includes('~')) return {};

    function judge(word: Word | null, node: Instruction, isSource = false): void {
      if (word === null) return;
      const match = TILDE.exec(word.raw);
      if (match === null) return;
      const start = word.range.start + (match[1] ?? '').length;
      const at = { start, end: start + 1 };
      const path = shorten(word.value, 60);
      if (isSource) return report({ at, message: `The ~ of ${path} is not expanded here; name the file by its path in the build context` });
      const home = homeAt(node);
      if (home === null) return report({ at, message: `The ~ of ${path} is not expanded here; write the home directory out` });
      report({ at, message: `The ~ of ${path} is not expanded here; write ${home}`, fix: fixOf(at, home) });
    }

    function judgeCopy(node: AddInstruction | CopyInstruction): void {
      if (!node.flags.some(({ name }) => name === 'from')) for (const source of node.sources) judge(source, node, true);
      judge(node.destination, node);
    }

    /** Of the user in force, when it is known. */
    function homeAt(node: Instruction): string | null {
      const home = model.variable('HOME', node);
      const set = home.kind === 'unset' ? '' : (knownText(home) ?? '');
      if (/^\/[\w./-]*$/.test(set)) return set.replace(/\/+$/, '') || null;
      if (home.kind === 'parts' && set === '' && model.settersOf('HOME', node).length > 0) return null;
      const { user } = model.stateAt(node);
      if (user.from === 'unknown') return null;
      const account = user.from === 'base' ? user.text.replace(/:.*/s, '') : accountOf(user.value);
      return account === 'root' || account === '0' ? '/root' : null;
    }

    return {
      ADD: judgeCopy,
      COPY: judgeCopy,
      WORKDIR: (node) => judge(node.path, node),
      VOLUME: (node) => node.paths.forEach((path) => judge(path, node)),
      // A lone ~ may be anything here.
      ENV: (node) => node.pairs.forEach(({ value }) => judge(/^["']?~\//.test(value?.raw ?? '') ? value : null, node)),
    };
  },
  examples: [
    { good: 'FROM alpine:3.20\nWORKDIR /root/app\nENV RANGE="~1.2" NEAR=~ B=a~/b\nCOPY a~ /b/~c\nRUN cp a ~/b\nCMD ~/run' },
    { bad: 'FROM x/unknown\nWORKDIR «~»/app\nVOLUME «~»/data "«~»"\nENV CACHE=«~»/.cache', message: 'not expanded' },
    { bad: 'FROM x/unknown\nUSER root\nCOPY a «~»/.config\nENV A="«~»/a"', fixed: 'FROM x/unknown\nUSER root\nCOPY a /root/.config\nENV A="/root/a"', message: 'write /root' },
    { bad: 'FROM x/unknown\nUSER app\nENV HOME=/home/app\nWORKDIR «~»/src', fixed: 'FROM x/unknown\nUSER app\nENV HOME=/home/app\nWORKDIR /home/app/src' },
    { bad: 'FROM alpine:3.20\nCOPY «~»/.ssh/config /etc/ssh/\nCOPY ["«~»/a", "/b"]', message: 'in the build context' },
    { good: 'FROM alpine:3.20 AS build\nFROM alpine:3.20\nCOPY --from=build ~/a /a' },
  ],
});

/** A path from `~` on, or nothing else; `~user` is no path here. */
const TILDE = /^(["']?)~(?:\/|\1$)/;

function fixOf(at: Range, home: string): { readonly kind: 'suggestion'; readonly changes: 'image'; readonly edits: readonly [{ readonly at: Range; readonly text: string }] } {
  return { kind: 'suggestion', changes: 'image', edits: [{ at, text: home }] };
}
