import { absolutePath, baseName, defineRule, knownDirectory, knownText, liesIn, mentions, type Instruction, type Range, type RunInstruction, type ShellCommand, type Stage } from '../../src/rule';

const PROGRAM = /\bch(?:own|mod|grp)\b/;
const RECURSIVELY = /-[a-zA-Z]*R|--recursive/;

export default defineRule({
  summary: 'Do not change owner or mode of copied files in a RUN of its own',
  why: `A changed owner or mode writes each file again into the layer of the RUN: what COPY added is then in the image twice.
\`COPY --chown\` and \`--chmod\` set both while copying.`,
  exceptions: 'The classic builder knows --chmod not at all. Directories that the RUN itself made are not reported.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: ['gc:minimal-image'],
  mentions: ['chown', 'chmod', 'chgrp'],
  dockerfile: ({ model, shell, report }) => {
    function judge(stage: Stage): void {
      if (!stage.isShipped || !stage.instructions.some((node) => node.keyword === 'RUN' && mayChange(node))) return;
      const filled: Filled[] = stage.chain.slice(0, -1).flatMap((each) => each.instructions).flatMap(filledBy);
      for (const node of stage.instructions) {
        if (node.keyword === 'RUN' && filled.length > 0) judgeRun(node, filled);
        filled.push(...filledBy(node));
      }
    }

    function mayChange(node: RunInstruction): boolean {
      return mentions(model, node, PROGRAM) && mentions(model, node, RECURSIVELY);
    }

    function filledBy(node: Instruction): readonly Filled[] {
      if ((node.keyword !== 'COPY' && node.keyword !== 'ADD') || node.destination === null) return [];
      const path = absolutePath(knownText(model.resolve(node.destination, node)) ?? '', knownDirectory(model.stateAt(node)));
      return path === null || path === '/' ? [] : [{ path, keyword: node.keyword, flags: node.flags.map(({ name }) => name) }];
    }

    function judgeRun(node: RunInstruction, filled: readonly Filled[]): void {
      if (!mayChange(node)) return;
      const commands = shell.commands(node);
      // From here on a relative path is another one.
      const folder = commands.some(({ name }) => name === 'cd' || name === 'pushd') ? null : knownDirectory(model.stateAt(node));
      for (const command of commands) {
        const found = changedBelow(command, folder, filled);
        if (found === null) continue;
        const { program, at, copied } = found;
        const flag = program === 'chmod' ? 'chmod' : 'chown';
        const advice = copied.flags.includes(flag) ? `leave it to the --${flag} of that ${copied.keyword}` : `use ${copied.keyword} --${flag}`;
        report({ at, message: `${program} -R stores a second copy of what ${copied.keyword} put into ${copied.path}; ${advice}` });
        return;
      }
    }

    return { stage: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers run in the child image' } },
  examples: [
    { good: 'FROM debian:12\nCOPY --chown=1000 . /app\nRUN mkdir /data && chown -R 1000 /data' },
    { bad: 'FROM debian:12\nCOPY . /app\nRUN «chown -R 1000 /app»', message: 'use COPY --chown' },
    { bad: 'FROM debian:12\nWORKDIR /srv\nCOPY a b ./\nRUN make && «chmod -R a+rX .»', message: 'use COPY --chmod' },
    { bad: 'FROM debian:12\nCOPY --chown=1000 . /app\nRUN «chown -R 1000 /app»', message: 'leave it to the --chown of that COPY' },
    { good: 'FROM debian:12 AS build\nCOPY . /app\nRUN chown -R 1000 /app\nFROM debian:12\nCOPY --from=build --chown=1000 /app /app' },
    { good: 'FROM debian:12\nCOPY run.sh /usr/bin/run.sh\nRUN chmod +x /usr/bin/run.sh && chown -R 1000 $HOME /usr/lib/x' },
  ],
});

interface Filled {
  readonly path: string;
  readonly keyword: 'COPY' | 'ADD';
  /** The names of its flags. */
  readonly flags: readonly string[];
}

/** A recursive change of a folder that files were copied into, or of what lies in it. */
function changedBelow(command: ShellCommand, folder: string | null, filled: readonly Filled[]): { readonly program: string; readonly at: Range; readonly copied: Filled } | null {
  const program = command.name === null ? '' : baseName(command.name);
  if (!/^ch(?:own|mod|grp)$/.test(program)) return null;
  const options = command.words.slice(1).filter(({ value }) => /^-[a-zA-Z-]+$/.test(value));
  if (!options.some(({ value }) => value === '--recursive' || /^-[a-zA-Z]*R/.test(value))) return null;
  for (const word of command.words.slice(2)) {
    const path = word.literal ? absolutePath(word.value, folder) : null;
    const copied = path === null ? undefined : filled.find((each) => liesIn(each.path, path));
    if (copied !== undefined) return { program, at: command.range, copied };
  }
  return null;
}
