import { defineRule, scriptOptionsAt, type RunInstruction, type ShellCommand, type ShellScript } from '../../src/rule';

export default defineRule({
  summary: 'Let every command of a RUN heredoc be able to fail the build',
  why: `The body of a RUN heredoc is a script, and a script goes on after a failed command: only the status of its last line counts.
\`set -e\` on the first line gives it the habit of a chain of \`&&\`.`,
  exceptions: 'Where failures are wanted, handle them one by one (`|| true`).',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction, script: ShellScript): void {
      if (script.origin !== 'heredoc') return;
      const heredoc = node.heredocs.find(({ bodyRange }) => bodyRange.start <= script.range.start && script.range.end <= bodyRange.end);
      const hidden = script.commands.find((command, index) => index < script.commands.length - 1 && failsUnnoticed(script, command));
      if (heredoc === undefined || hidden === undefined) return;
      const { start, end } = heredoc.bodyRange;
      const body = model.source.text.slice(start, end);
      const lineEnd = body.includes('\r\n') ? '\r\n' : '\n';
      const firstLineEnd = body.indexOf('\n') + 1;
      const at = start + (body.startsWith('#!') ? firstLineEnd : 0);
      report({
        at: heredoc.range,
        message: `A failure of ${hidden.name ?? 'a command'} in this heredoc does not stop the build; begin the script with set -e`,
        fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: at, end: at }, text: `set -e${lineEnd}` }] },
      });
    }

    return {
      RUN(node) {
        for (const script of shell.scripts(node)) judge(node, script);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN <<EOF\nset -e\napt-get update\napt-get install -y git\nEOF' },
    {
      bad: 'FROM debian:12\nRUN «<<EOF»\napt-get update\napt-get install -y git\nEOF',
      fixed: 'FROM debian:12\nRUN <<EOF\nset -e\napt-get update\napt-get install -y git\nEOF',
      message: 'apt-get',
    },
    {
      bad: 'FROM debian:12\nRUN «<<EOF»\n#!/bin/bash\nmake\nmake install\nEOF',
      fixed: 'FROM debian:12\nRUN <<EOF\n#!/bin/bash\nset -e\nmake\nmake install\nEOF',
    },
    { good: 'FROM debian:12\nRUN <<EOF\n#!/bin/bash -e\nmake\nmake install\nEOF\nRUN <<EOF\nmake &&\nmake install\nEOF' },
    { good: 'FROM debian:12\nRUN <<EOF\necho building\nmake\nEOF\nRUN <<EOF python3\nimport os\nprint(os.name)\nEOF' },
    { good: 'FROM debian:12\nSHELL ["/bin/bash", "-e", "-c"]\nRUN <<EOF\nmake\nmake install\nEOF' },
  ],
});

function failsUnnoticed(script: ShellScript, command: ShellCommand): boolean {
  if (command.failureHandled || command.wrapper !== null) return false;
  if (command.nesting.includes('substitution') || command.nesting.includes('function')) return false;
  if (command.followedBy !== 'newline' && command.followedBy !== ';') return false;
  if (/^(echo|printf|set|export|local|readonly|unset|shopt|:|true|exit|return)$/.test(command.name ?? 'set')) return false;
  return scriptOptionsAt(script, command).errexit === false;
}
