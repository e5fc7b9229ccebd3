import { absolutePath, baseName, defineRule, knownText, liesIn, mentions, packageCommands, removedPaths, type Instruction, type RunInstruction, type ShellCommand, type Stage } from '../../src/rule';

/** Steps that add nothing to the image. */
const HARMLESS: ReadonlySet<string> = new Set(['echo', 'printf', 'set', 'true', ':', 'cd', 'test', '[', '[[', 'ls', 'sync', 'exit', 'ldconfig', 'ln']);

const REMOVAL = /\b(?:rm|rmdir|unlink|purge|remove|autoremove|del|delete|erase|uninstall)\b/;

const ADVICE = {
  RUN: 'remove it in that RUN, or do not add it',
  COPY: 'do not copy it, or mount it with RUN --mount=type=bind',
  ADD: 'do not add it, or fetch it in the RUN that uses and removes it',
} as const;

export default defineRule({
  summary: 'Remove files in the RUN that made them',
  why: `What an earlier layer holds stays in the image: a later RUN can only hide it. The file still travels with every pull, and whoever
has the image can take it out again.`,
  exceptions: 'Removing files of the base image for a policy, such as a package manager that must not be used, is not reported.',
  severity: 'info',
  presets: { strict: {}, gc: {} },
  aliases: [],
  controls: ['gc:minimal-image'],
  mentions: ['rm', 'rmdir', 'unlink', 'purge', 'remove', 'autoremove', 'del', 'delete', 'erase', 'uninstall'],
  dockerfile: ({ model, shell, report }) => {
    function judge(stage: Stage): void {
      if (!stage.isShipped) return;
      for (const node of stage.instructions) {
        if (node.keyword === 'RUN' && mentions(model, node, REMOVAL)) judgeRun(node, stage);
      }
    }

    function judgeRun(node: RunInstruction, stage: Stage): void {
      const removals: ShellCommand[] = [];
      for (const command of shell.commands(node)) {
        if (removes(command)) removals.push(command);
        else if (!isHarmless(command)) return;
      }
      const [first] = removals;
      if (first === undefined) return;
      const earlier = stage.chain.flatMap(({ instructions }) => instructions).filter(({ range }) => range.start < node.range.start);
      const added = removals.flatMap((command) => whatWasAdded(node, command, earlier))[0];
      if (added === undefined) return;
      report({ at: first.range, message: `${added.what} stays in the layer that added it; ${ADVICE[added.by]}` });
    }

    function removes(command: ShellCommand): boolean {
      return removedPaths(command).length > 0 || uninstalls(command);
    }

    /** What the command takes away, if an earlier instruction added it. */
    function whatWasAdded(node: RunInstruction, command: ShellCommand, earlier: readonly Instruction[]): readonly Added[] {
      const paths = removedPaths(command).filter(({ literal, value }) => literal && value.startsWith('/') && !/[*?[]/.test(value));
      for (const word of paths) {
        const path = absolutePath(word.value, null);
        const origin = path === null || path === '/' ? undefined : earlier.find((each) => adds(each, path));
        if (path !== null && origin !== undefined) return [{ what: path, by: origin.keyword === 'COPY' || origin.keyword === 'ADD' ? origin.keyword : 'RUN' }];
      }
      const packages = packageCommands(model, shell, node).filter((asked) => asked.command === command && asked.action === 'remove').flatMap((asked) => asked.packages);
      const installed = packages.filter(({ literal }) => literal).find(({ value }) => earlier.some((each) => each.keyword === 'RUN' && installs(each, value)));
      return installed === undefined ? [] : [{ what: installed.value, by: 'RUN' }];
    }

    function adds(node: Instruction, path: string): boolean {
      if (node.keyword === 'COPY' || node.keyword === 'ADD') {
        const target = node.destination === null ? null : absolutePath(knownText(model.resolve(node.destination, node)) ?? '', null);
        if (target === null) return false;
        // Into a folder: the name of the source tells the path.
        const names = node.sources.map(({ value }) => `${target === '/' ? '' : target}/${value.slice(value.replace(/\/+$/, '').lastIndexOf('/') + 1)}`);
        return liesIn(target, path) || names.includes(path);
      }
      if (node.keyword !== 'RUN' || !mentions(model, node, path)) return false;
      return shell.commands(node).some((command) => writesTo(command, path)) && !shell.commands(node).some((command) => removedPaths(command).some(({ value }) => value === path));
    }

    function installs(node: RunInstruction, name: string): boolean {
      return mentions(model, node, name) && packageCommands(model, shell, node).some((asked) => asked.action === 'install' && asked.packages.some(({ value }) => value.replace(/[=<>~].*$/, '') === name));
    }

    return { stage: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers run in the child image' } },
  examples: [
    { good: 'FROM debian:12\nRUN curl -o /tmp/a.tgz https://example.org/a.tgz && tar xf /tmp/a.tgz && rm /tmp/a.tgz' },
    { bad: 'FROM debian:12\nRUN curl -o /tmp/a.tgz https://example.org/a.tgz\nRUN tar xf /tmp/a.tgz\nRUN «rm -f /tmp/a.tgz»', message: '/tmp/a.tgz stays' },
    { bad: 'FROM debian:12\nCOPY key.pem /root/\nRUN make\nRUN «rm /root/key.pem»', message: 'mount it with RUN --mount=type=bind' },
    { bad: 'FROM debian:12\nADD https://example.org/a.tgz /tmp/\nRUN tar xf /tmp/a.tgz\nRUN «rm /tmp/a.tgz»', message: 'fetch it in the RUN' },
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y gcc\nRUN make\nRUN «apt-get purge -y gcc» && echo done', message: 'gcc stays' },
    { bad: 'FROM debian:12\nCOPY docs /srv/docs\nRUN «find /srv/docs -delete»', message: '/srv/docs stays' },
    { good: 'FROM debian:12\nRUN rm -rf /usr/share/doc && apt-get purge -y curl' },
    { good: 'FROM debian:12 AS build\nCOPY a /a\nRUN rm /a\nFROM debian:12\nCOPY b /b\nRUN rm /b && make' },
  ],
});

/** What an earlier instruction put there, as a person would call it, and which one. */
interface Added {
  readonly what: string;
  readonly by: keyof typeof ADVICE;
}

function uninstalls({ name, words }: ShellCommand): boolean {
  return name !== null && /^(?:apt|apt-get|apk|yum|dnf|microdnf|zypper|pip3?|npm)$/.test(baseName(name)) && words.slice(1).some(({ value }) => /^(?:remove|purge|autoremove|del|erase|rm|uninstall)$/.test(value));
}

function isHarmless({ name, redirects, words }: ShellCommand): boolean {
  if (name === null || redirects.some(({ operator }) => operator.startsWith('>') && operator !== '>&')) return name === null && words.length === 0;
  return HARMLESS.has(name) || (/^(?:apt|apt-get|yum|dnf|microdnf|zypper|npm|pip3?)$/.test(name) && words.some(({ value }) => value === 'clean' || value === 'autoclean'));
}

/** Creates the path: as the value of an output option, as a redirection, or as the last operand of a program that copies. */
function writesTo({ name, words, redirects }: ShellCommand, path: string): boolean {
  if (redirects.some(({ operator, target }) => operator.startsWith('>') && target?.value === path)) return true;
  if (name === null) return false;
  const output = words.some(({ value }, index) => /^(?:-o|-O|--output|--output-document|-C)$/.test(value) && words[index + 1]?.value === path);
  return output || (/^(?:cp|mv|mkdir|git|ln|touch|install|unzip)$/.test(baseName(name)) && words[words.length - 1]?.value === path);
}
