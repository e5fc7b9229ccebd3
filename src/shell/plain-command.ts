/** Shell lines that an exec form can say as well. */
import type { ShellText } from '../dockerfile/nodes';
import type { ShellScript } from './commands';

/** Names that mean something to the shell only. */
const SHELL_ONLY: ReadonlySet<string> = new Set([
  '.', ':', 'alias', 'break', 'builtin', 'cd', 'command', 'eval', 'exec', 'exit', 'export', 'local', 'read', 'readonly', 'return', 'set',
  'shift', 'shopt', 'source', 'times', 'trap', 'type', 'ulimit', 'umask', 'unset', 'wait',
]);

/** The words of a line that is one program with fixed arguments; null when the line needs a shell, or may. */
export function plainWords(scripts: readonly ShellScript[], text: ShellText): readonly string[] | null {
  const script = scripts.find(({ origin }) => origin === 'shell-form');
  const command = script?.commands[0];
  if (command === undefined || command.name === null || SHELL_ONLY.has(command.name)) return null;
  if (command.range.start !== text.range.start || command.range.end < text.range.end) return null;
  if (command.assignments.length > 0 || command.redirects.length > 0 || command.nesting.length > 0) return null;
  if (command.pipeline.negated || command.followedBy !== null) return null;
  const fixed = command.words.every((word) => word.literal && (word.quoted || !/^~|[\\{}]/.test(word.raw)));
  return fixed ? command.words.map((word) => word.value) : null;
}
