import {
  defineRule, mentions, readCommandLine, variablesAt, type CommandLineShape, type RunInstruction, type ShellCommand, type ShellRedirect, type ShellWord,
} from '../../src/rule';

export default defineRule({
  summary: 'Keep the progress display of wget out of the build log',
  why: `A build has no terminal, so wget prints a line of dots for every few kilobytes it fetches. A large download leaves thousands
of them in the log, and the message that matters is lost between them. \`-nv\` prints one line for each file, and errors.`,
  exceptions: 'Where somebody watches the build, the display may be wanted.',
  severity: 'off',
  presets: { strict: {}, hadolint: { severity: 'info' } },
  aliases: ['hadolint:DL3047', 'droast:DF056'],
  controls: [],
  mentions: { RUN: ['wget'] },
  dockerfile: ({ model, shell, report }) => {
    let configured: boolean | null = null;

    /** A settings file that the Dockerfile speaks of may keep wget quiet everywhere. */
    function isConfigured(): boolean {
      return (configured ??= /wgetrc/i.test(model.source.text));
    }

    function isQuiet(command: ShellCommand, node: RunInstruction): boolean {
      const { options, operands } = readCommandLine(command, SHAPE, variablesAt(model, shell, node, command));
      const says = options.some(({ name, value }) => {
        if (name === '-n') return value === 'v';
        if (name === '-e' || name === '--execute') return /^\s*(?:progress|verbose|quiet)\b/i.test(value ?? '');
        return QUIET.has(name);
      });
      return says || operands.some((word) => mayHoldOptions(word) && operands.length > 1) || command.redirects.some((redirect) => takesErrors(redirect, command));
    }

    return {
      RUN(node) {
        if (!mentions(model, node, 'wget') || isConfigured()) return;
        for (const command of shell.commands(node)) {
          const { name, nameRange } = command;
          if (nameRange === null || !(name === 'wget' || name?.endsWith('/wget') === true) || command.words.length < 2 || isQuiet(command, node)) continue;
          report({
            at: nameRange,
            message: 'wget fills the build log with its progress display; add -nv',
            ...(isExecForm(node) ? {} : { fix: { kind: 'safe', edits: [{ at: { start: nameRange.end, end: nameRange.end }, text: ' -nv' }] } }),
          });
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN wget -qO- https://example.org/a | tar x\nRUN wget --progress=dot:giga https://example.org/b && wget -nv https://example.org/c' },
    {
      bad: 'FROM debian:12\nRUN make && «wget» -O /a https://example.org/a',
      fixed: 'FROM debian:12\nRUN make && wget -nv -O /a https://example.org/a',
      message: '-nv',
    },
    { bad: 'FROM debian:12\nRUN «wget» -nc https://example.org/q', fixed: 'FROM debian:12\nRUN wget -nv -nc https://example.org/q' },
    { good: 'FROM debian:12\nRUN wget -o /tmp/log https://example.org/a\nRUN wget https://example.org/b 2>/dev/null\nRUN apt-get install -y wget' },
    { good: 'FROM debian:12\nARG WGET_OPTIONS="--tries=3 -nv"\nRUN wget $WGET_OPTIONS https://example.org/a' },
    { good: 'FROM debian:12\nRUN echo "verbose = off" >> ~/.wgetrc\nRUN wget https://example.org/a' },
  ],
});

/** After the manual of wget 1.25. `-n` stands in front of a second letter: `-nv`, `-nc`. */
const SHAPE: CommandLineShape = {
  short: 'oaeitOTwQPUlARDIXBn',
  long: [
    '--output-file', '--append-output', '--execute', '--input-file', '--tries', '--output-document', '--timeout', '--wait', '--quota', '--directory-prefix',
    '--user-agent', '--level', '--accept', '--reject', '--domains', '--header', '--user', '--password', '--post-data', '--post-file', '--referer',
    '--ca-certificate', '--certificate', '--private-key', '--base', '--config', '--limit-rate', '--waitretry', '--progress', '--method', '--body-data',
  ],
};

const QUIET: ReadonlySet<string> = new Set([
  '-q', '--quiet', '--no-verbose', '-o', '--output-file', '-a', '--append-output', '--progress', '--config', '-V', '--version', '-h', '--help',
]);

/** A word that is nothing but variables without a known value, and not quoted, may be any options. */
function mayHoldOptions({ raw, literal }: ShellWord): boolean {
  return !literal && /^(?:\$\w+|\$\{[^}]*\}|\$\(.*\)|`.*`)+$/s.test(raw);
}

/** The display goes to the standard error: into a file or nowhere, it is not in the log. */
function takesErrors({ operator, fileDescriptor, target }: ShellRedirect, { redirects }: ShellCommand): boolean {
  if (operator === '&>' || operator === '&>>') return true;
  if (fileDescriptor !== 2) return false;
  if (operator !== '>&') return operator === '>' || operator === '>>';
  return target?.value === '1' && redirects.some((other) => (other.operator === '>' || other.operator === '>>') && (other.fileDescriptor ?? 1) === 1);
}

/** There a new word wants quotes and a comma. */
function isExecForm({ command }: RunInstruction): boolean {
  return command?.form === 'json';
}
