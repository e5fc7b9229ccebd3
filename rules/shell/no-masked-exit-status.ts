import { commandsIn, defineRule, mentions, scriptOptionsAt, type ReportedFix, type RunInstruction, type ShellCommand, type ShellScript, type ShellWord } from '../../src/rule';

const DECLARING = /^(?:export|local|readonly|declare|typeset)$/;
/** Cannot fail in a way that anybody would want to hear of. */
const HARMLESS = /^(?:echo|printf|pwd|basename|dirname|nproc|date|uname|arch|id|whoami|hostname|true|:)$/;
const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

export default defineRule({
  summary: 'Assign the output of a command apart from export, local or readonly',
  why: `\`export A=$(cmd)\` has the exit status of \`export\`, which is 0: when \`cmd\` fails, neither \`&&\` nor \`set -e\` stops the
build, and the variable is empty. Assigned on its own (\`A=$(cmd)\`, then \`export A\`) the failure counts.`,
  exceptions: 'Where a failure would stop nothing anyhow, and for commands such as `uname` and `date`, nothing is reported.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:SC2155'],
  controls: [],
  mentions: { RUN: ['export', 'local', 'readonly', 'declare', 'typeset'] },
  dockerfile: ({ model, shell, report }) => {
    function judge(script: ShellScript, command: ShellCommand): void {
      if (command.name === null || !DECLARING.test(command.name) || !matters(script, command)) return;
      for (const word of command.words) {
        const name = ASSIGNMENT.exec(word.value)?.[1];
        const masked = name === undefined ? undefined : word.expansions.find((expansion) => expansion.kind === 'command' && mayFail(script, expansion.range));
        if (name === undefined || masked === undefined) continue;
        const fix = apart(script, command, word, name);
        report({
          at: { start: command.range.start, end: word.range.start + name.length },
          message: `${command.name} hides a failure of the command in ${name}; assign first, then ${command.name} ${name}`,
          ...(fix === null ? {} : { fix }),
        });
        return;
      }
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, /\b(?:export|local|readonly|declare|typeset)\s[^\n;&|]{0,500}(?:\$\(|`)/)) return;
        for (const script of shell.scripts(node)) for (const command of script.commands) judge(script, command);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN GNUPGHOME="$(mktemp -d)" && export GNUPGHOME && gpg --verify a.asc\nRUN export PATH="$PATH:/opt/bin" && make' },
    {
      bad: 'FROM debian:12\nRUN «export VERSION»="$(curl -fsS https://example.org/version)" && make',
      fixed: 'FROM debian:12\nRUN VERSION="$(curl -fsS https://example.org/version)" && export VERSION && make',
      message: 'VERSION',
    },
    {
      bad: 'FROM debian:12\nRUN set -e; «export HOST»=$(cat host); make',
      fixed: 'FROM debian:12\nRUN set -e; HOST=$(cat host); export HOST; make',
    },
    { good: 'FROM debian:12\nRUN export ARCH="$(uname -m)" && make\nRUN export A=$(cat a) || true\nRUN export A=$(cat a); make' },
    { bad: 'FROM debian:12\nRUN f() { «local dir»=$(mktemp -d) && cd "$dir"; } && f', fixed: 'FROM debian:12\nRUN f() { local dir && dir=$(mktemp -d) && cd "$dir"; } && f' },
  ],
});

/** Whether anything would stop if the command failed. */
function matters(script: ShellScript, command: ShellCommand): boolean {
  if (command.failureHandled || command.pipeline.commands.length > 1) return false;
  return command.followedBy === '&&' || command.decidesStatus || scriptOptionsAt(script, command).errexit === true;
}

/** Failures count only if the last command of the substitution has them. */
function mayFail(script: ShellScript, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const last = commandsIn(script, start, end).filter(({ wrapper }) => wrapper === null).at(-1);
  return last !== undefined && !last.failureHandled && (last.name === null || !HARMLESS.test(last.name));
}

function apart({ origin }: ShellScript, { name, words, range, nesting, followedBy, assignments, redirects }: ShellCommand, word: ShellWord, variable: string): ReportedFix | null {
  if (words.length !== 2 || assignments.length > 0 || redirects.length > 0 || origin === 'exec-form' || nesting.includes('nested-script')) return null;
  const join = followedBy === '&&' || followedBy === null ? ' && ' : '; ';
  const { start, end } = word.range;
  const first = { start: range.start, end: start };
  if (name === 'export' || name === 'readonly') {
    return { kind: 'suggestion', changes: 'image', edits: [{ at: first, text: '' }, { at: { start: end, end }, text: `${join}${name} ${variable}` }] };
  }
  return name === 'local' ? { kind: 'suggestion', changes: 'image', edits: [{ at: { start, end: start }, text: `${variable}${join}` }] } : null;
}
