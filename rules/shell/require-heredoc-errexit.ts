import { defineRule, firstStatement, mayFail, scriptOptionsAt, type Range, type RunInstruction, type ShellCommand, type ShellScript } from '../../src/rule';

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
      const commands = script.commands.filter(isOwn);
      const lost = commands.find((command) => mayFail(command) && !command.decidesStatus && scriptOptionsAt(script, command).errexit === false);
      if (commands.length < 2 || lost?.nameRange == null || commands.some(allowsFailures)) return;
      report({
        at: markOf(node, script) ?? lost.nameRange,
        message: `A failure of ${lost.name ?? ''} in this heredoc does not stop the build; begin the script with set -e`,
        fix: { kind: 'suggestion', changes: 'image', edits: [firstStatement(model.source, script, 'set -e')] },
      });
    }

    /** The `<<EOF` of the script; null for a heredoc within a heredoc. */
    function markOf(node: RunInstruction, script: ShellScript): Range | null {
      const { text } = model.source;
      const own = node.heredocs.find(({ bodyRange: { start } }) => start <= script.range.start && /^\s*$/.test(text.slice(start, script.range.start)));
      return own?.range ?? null;
    }

    return {
      RUN(node) {
        if (node.heredocs.length > 0) for (const script of shell.scripts(node)) judge(node, script);
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
    { good: 'FROM debian:12\nRUN <<EOF\necho building\nmake\nEOF\nRUN <<EOF python3\nimport os\nprint(os.name)\nEOF\nRUN <<EOF\nset +e\nmake\nls\nEOF' },
    { good: 'FROM debian:12\nSHELL ["/bin/bash", "-e", "-c"]\nRUN <<EOF\nmake\nmake install\nEOF' },
  ],
});

/** A command that `set -e` speaks of: at the end of its pipe, in the foreground, not asked for its status. */
function isOwn(command: ShellCommand): boolean {
  const { failureHandled, wrapper, nestedShell, nesting, followedBy, pipeline } = command;
  if (failureHandled || wrapper !== null || nestedShell !== null || followedBy === '&') return false;
  if (nesting.includes('substitution') || nesting.includes('function')) return false;
  return pipeline.commands[pipeline.commands.length - 1] === command;
}

/** `set +e`: the author has thought of it. */
function allowsFailures({ name, words }: ShellCommand): boolean {
  return name === 'set' && words.some(({ value }, index) => /^\+[a-zA-Z]*e/.test(value) || (/^\+[a-zA-Z]*o$/.test(value) && words[index + 1]?.value === 'errexit'));
}
