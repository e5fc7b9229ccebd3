import { baseName, defineRule, download, mentions, verifiesDownload, type RunInstruction, type ShellCommand } from '../../src/rule';

const INTERPRETER = /^(?:ba|da|a|z|k)?sh$|^(?:python|perl|ruby|node|php)[\d.]*$/;
/** A pipe or a substitution: nothing else hands a download to an interpreter. */
const FED = /[|`]|[$<]\(/;
/** The program text is in the words, so what comes through the pipe is data. */
const HAS_OWN_TEXT = /^-\w*[cemnrp]$|^--(?:eval|command|run)$/;

export default defineRule({
  summary: 'Do not run a downloaded script that nothing has checked',
  why: `Whoever controls the server, or the account that the script lies in, runs code in the build: today's script need not be the one that
was read yesterday. Download it, compare it with a checksum or a signature, and run the file.`,
  exceptions: 'A RUN that checks a checksum or signature is not reported, whatever it checks.',
  severity: 'info',
  presets: { strict: {}, cis: {} },
  aliases: ['droast:DF021', 'dockerfile-doctor:DD054'],
  controls: ['cis-docker:4.11'],
  mentions: { RUN: ['curl', 'wget'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node: RunInstruction) {
      if (!mentions(model, node, FED) || !mentions(model, node, /\b(?:curl|wget)\b/)) return;
      const commands = shell.commands(node);
      if (commands.some(verifiesDownload)) return;
      for (const command of commands) {
        const fetcher = fetcherOf(command);
        if (fetcher !== null) report({ at: command.nameRange ?? command.range, message: `${command.name ?? 'The shell'} runs what ${fetcher} downloads, unchecked; save it, compare its checksum, then run it` });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN curl -fsSLo /tmp/i.sh https://example.org/i.sh && echo "abc  /tmp/i.sh" | sha256sum -c && sh /tmp/i.sh' },
    { bad: 'FROM debian:12\nRUN curl -fsSL https://example.org/i.sh | «sh»', message: 'sh runs what curl downloads' },
    { bad: 'FROM debian:12\nRUN wget -qO- https://example.org/i.sh | sudo «bash» -s -- -y && «bash» -c "$(curl -fsSL https://example.org/j.sh)"' },
    { bad: 'FROM debian:12\nRUN curl -sS https://example.org/i.py | «python3» -', message: 'python3 runs' },
    { good: 'FROM debian:12\nRUN curl -s https://example.org/v.json | python3 -c "import json" && curl -s https://example.org/a.tgz | tar xz' },
    { good: 'FROM debian:12\nRUN curl -s https://example.org/k | gpg --dearmor > /k && echo "curl x | sh"' },
  ],
});

/** The program that feeds this interpreter; null when it runs something else. */
function fetcherOf(command: ShellCommand): string | null {
  if (command.name === null || !INTERPRETER.test(baseName(command.name))) return null;
  const inline = command.words.slice(1).map(({ raw }) => /(?:\$\(|`|<\()\s*(curl|wget)\b/.exec(raw)?.[1]).find((name) => name !== undefined);
  if (inline !== undefined) return inline;
  const options = command.words.slice(1).map(({ value }) => value);
  if (options.some((word) => HAS_OWN_TEXT.test(word))) return null;
  // A file to run; what is piped in is its input.
  const end = options.findIndex((word) => word === '--' || /^-\w*s$/.test(word) || word === '-' || word === '/dev/stdin');
  if ((end === -1 ? options : options.slice(0, end)).some((word) => !word.startsWith('-'))) return null;
  const outer = outermost(command);
  const members = outer.pipeline.commands;
  const index = members.indexOf(outer);
  const left = index > 0 ? members[index - 1] : undefined;
  return left === undefined ? null : (download(innermost(left))?.program ?? null);
}

function outermost(command: ShellCommand): ShellCommand {
  let outer = command;
  while (outer.wrapper !== null) outer = outer.wrapper;
  return outer;
}

function innermost(command: ShellCommand): ShellCommand {
  let inner = command;
  while (inner.wrapped !== null) inner = inner.wrapped;
  return inner;
}
