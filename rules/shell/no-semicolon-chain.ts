import { defineRule, firstStatement, mayFail, mentions, scriptOptionsAt, type RunInstruction, type ShellCommand, type ShellScript } from '../../src/rule';

export default defineRule({
  summary: 'Join the commands of a RUN so that a failure stops it',
  why: `After \`;\` the next command runs whether or not the one before it worked, and only the status of the last one counts. A failed
download or build step goes unnoticed, the layer is cached, and the error shows up far away. \`&&\`, or \`set -e\` in front, stops there.`,
  exceptions: 'Where a failure is wanted, say so with `|| true`.',
  severity: 'info',
  presets: { strict: {} },
  aliases: ['dockerfile_lint:no_ampersand_usage'],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function judge(script: ShellScript): void {
      const { commands } = script;
      const at = commands.findIndex((command, index) => isLost(command, commands[index + 1]) && scriptOptionsAt(script, command).errexit === false);
      const lost = commands[at];
      if (lost?.nameRange == null || commands.some(allowsFailures)) return;
      const place = semicolonBehind(lost) ?? lost.nameRange;
      if (standsInTestedLoop(script, lost)) {
        report({ at: place, message: `A failure of ${lost.name ?? ''} does not stop this loop, nor would set -e with && behind it; write || exit 1` });
        return;
      }
      report({
        at: place,
        message: `A failure of ${lost.name ?? ''} does not stop this RUN; use && or put set -e in front`,
        fix: { kind: 'suggestion', changes: 'image', edits: [firstStatement(model.source, script, 'set -e')] },
      });
    }

    /** `for …; do a; b; done && c`: a shell sets errexit aside in all of the loop. */
    function standsInTestedLoop({ loops }: ShellScript, { range }: ShellCommand): boolean {
      return loops.some(
        (loop) => loop.range.start <= range.start && range.end <= loop.range.end && /^[\s\\`]*&&/.test(model.source.text.slice(loop.range.end, loop.range.end + 200)),
      );
    }

    function semicolonBehind({ range }: ShellCommand): { readonly start: number; readonly end: number } | null {
      const place = model.source.text.slice(range.end, range.end + 200).search(/;/);
      const between = model.source.text.slice(range.end, range.end + place);
      return place === -1 || !/^[\s\\`]*$/.test(between) ? null : { start: range.end + place, end: range.end + place + 1 };
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, ';')) return;
        for (const script of shell.scripts(node)) if (script.origin === 'shell-form') judge(script);
      },
    };
  },
  variants: { heredoc: { expect: 'silent', why: 'the failures of a heredoc are the matter of require-heredoc-errexit' } },
  examples: [
    { good: 'FROM debian:12\nRUN set -eux; apt-get update; make\nRUN make && make install && rm -f /a\nRUN echo a; cd /b; A=c; make' },
    {
      bad: 'FROM debian:12\nRUN apt-get update«;» apt-get install -y git',
      fixed: 'FROM debian:12\nRUN set -e; apt-get update; apt-get install -y git',
      message: 'apt-get',
    },
    { good: 'FROM debian:12\nSHELL ["/bin/bash", "-e", "-c"]\nRUN make; make install' },
    { good: 'FROM debian:12\nRUN if test -f a; then make; fi; for a in b; do rm -f "$a"; done\nRUN grep a b; [ $? -lt 2 ]\nRUN make || true; make install' },
    {
      bad: 'FROM debian:12\nRUN for a in b c; do curl -fO "https://example.org/$a"«;» tar xf "$a"; done',
      fixed: 'FROM debian:12\nRUN set -e; for a in b c; do curl -fO "https://example.org/$a"; tar xf "$a"; done',
    },
    {
      bad: 'FROM debian:12\nRUN cd /a && for a in b c; do make "$a"«;» strip "$a"; done \\\n  && rm -rf /a',
      message: '|| exit 1',
    },
  ],
});

/** What a person does not expect to stop the build, and commands whose status is the answer to a question. */
const HARMLESS: ReadonlySet<string> = new Set(['cd', 'test', '[', '[[', '((', 'grep', 'egrep', 'which', 'type', 'command', 'kill', 'source', '.', 'read', 'eval', 'local', 'declare', 'ls', 'date', 'pwd', 'env', 'id', 'uname']);

/** A failure goes by: a `;` stands behind it, and nobody asks for its status. */
function isLost(command: ShellCommand, next: ShellCommand | undefined): boolean {
  const { failureHandled, wrapper, nestedShell, nesting, followedBy, pipeline } = command;
  if (followedBy !== ';' || failureHandled || wrapper !== null || nestedShell !== null) return false;
  if (nesting.includes('substitution') || nesting.includes('function') || nesting.includes('condition')) return false;
  if (pipeline.commands[pipeline.commands.length - 1] !== command) return false;
  if (command.name === null || HARMLESS.has(command.name) || !mayFail(command) || asksOnly(command)) return false;
  return next === undefined || !asksForStatus(next);
}

function asksOnly({ words }: ShellCommand): boolean {
  return words.length === 2 && /^--?(?:version|help)$/.test(words[1]?.value ?? '');
}

/** `exit 0`, `true`: the failure is wanted. `$?`: it is looked at. */
function asksForStatus({ name, words, assignments }: ShellCommand): boolean {
  if (name === 'true' || name === ':' || (name === 'exit' && words[1]?.value === '0')) return true;
  return words.some(({ raw }) => raw.includes('$?')) || assignments.some(({ value }) => value?.raw.includes('$?') === true);
}

/** `set +e`: the author has thought of it. */
function allowsFailures({ name, words }: ShellCommand): boolean {
  return name === 'set' && words.some(({ value }) => /^\+[a-zA-Z]*e/.test(value));
}
