/** How ENTRYPOINT and CMD work together when one of them is in shell form. */
import type { EffectiveState } from '../dockerfile/model-types';
import type { Instruction } from '../dockerfile/nodes';
import type { StartCommand } from '../dockerfile/start-command';
import type { ShellView } from './commands';
import { baseName, shellKindOf } from './interpreter';

/** Programs that only start the program behind them, so a shell there is the whole command. */
const LAUNCHERS: ReadonlySet<string> = new Set([
  'tini', 'tini-static', 'docker-init', 'dumb-init', 'catatonit', 'my_init', 'init', 'gosu', 'su-exec', 'setpriv', 'env', 'sudo', 'nice', 'nohup',
  'timeout', 'exec', 'with-contenv', 's6-overlay', 's6-setuidgid', 'chpst', 'setuser', 'pidproxy', 'dockerize', 'aws-vault', 'chamber', 'vault-env',
]);

/** Whether a shell-form text is a line of cmd or PowerShell, which get what stands behind them in another way. */
export function isWindowsLine({ shell, os }: Pick<EffectiveState, 'shell' | 'os'>): boolean {
  return os === 'windows' || shell.kind === 'cmd' || shell.kind === 'powershell';
}

/** Whether a shell line does something with the arguments that come behind it: `"$@"`, `$*`, `$1`. */
export function takesArguments(text: string): boolean {
  return /\$\{?[@*#0-9]/.test(text);
}

/** Whether the line's own shell runs some command with `exec`, so that it is not left as process 1. */
export function replacesShell(view: ShellView, node: Instruction): boolean {
  return /\bexec\s/.test(node.argumentText) && view.commands(node).some(({ name, nestedShell }) => name === 'exec' && nestedShell === null);
}

/** What becomes of a CMD behind the ENTRYPOINT of the same image. */
export type CommandFate =
  /** Nothing to tell. */
  | 'fine'
  /** A shell-form CMD reaches an exec-form ENTRYPOINT as `/bin/sh`, `-c` and a text. */
  | 'handed-over'
  /** A shell-form ENTRYPOINT takes no arguments, so CMD does nothing. */
  | 'lost';

/** @param state what is in force at the ENTRYPOINT */
export function commandFate({ entrypoint, command }: StartCommand, state: Pick<EffectiveState, 'shell' | 'os'>): CommandFate {
  const start = entrypoint?.command ?? null;
  const given = command?.command ?? null;
  if (start === null || given === null) return 'fine';
  // Of an array that is no valid JSON another rule tells; it is not meant for a shell.
  if ([start, given].some((line) => line.form === 'shell' && line.logical.text.startsWith('['))) return 'fine';
  if (start.form === 'shell') {
    const isEmpty = given.form === 'json' && given.elements.length === 0;
    return isEmpty || isWindowsLine(state) || takesArguments(start.logical.text) ? 'fine' : 'lost';
  }
  if (given.form === 'json' || start.elements.length === 0) return 'fine';
  const programs = start.elements.filter(({ value }) => !value.startsWith('-')).map(({ value }) => value);
  const launches = programs.some((program) => LAUNCHERS.has(baseName(program)) || shellKindOf(program) !== 'other');
  return launches ? 'fine' : 'handed-over';
}
