import type { ShellCommand } from './commands';

const NEVER: ReadonlySet<string> = new Set([
  'echo', 'printf', 'set', 'export', 'local', 'readonly', 'unset', 'shopt', ':', 'true', 'exit', 'return', 'trap', 'umask', 'alias', 'wait', 'sleep',
]);

/** Whether a failure of the command is worth to stop for: not of output, settings of the shell, and `rm -f`. */
export function mayFail({ name, words }: ShellCommand): boolean {
  if (name === null || NEVER.has(name)) return false;
  if (name === 'exec') return words.length > 1;
  return name !== 'rm' || !words.some(({ value }) => /^-[a-zA-Z]*f|^--force$/.test(value));
}
