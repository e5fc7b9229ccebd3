/** Commands that hand a text of theirs to a shell: `sh -c text`, `su -c text`, `eval`, `trap`, or a shell that reads its input. */
import type { ShellWord } from './commands';
import type { Interpreter } from './interpreter';
import { readShellInvocation, shellKindOf } from './interpreter';

export type StartedScript =
  /** The words at these indices, joined by blanks, are the script. `interpreter` is null when the running shell reads it. */
  | { readonly from: 'words'; readonly indices: readonly number[]; readonly interpreter: Interpreter | null }
  | { readonly from: 'input'; readonly interpreter: Interpreter };

const LOGIN_SHELL: Interpreter = { shell: 'sh', errexit: false, pipefail: false };
const SU_VALUES: ReadonlySet<string> = new Set([
  '-s', '-g', '-G', '-w', '-u', '--shell', '--group', '--supp-group', '--whitelist-environment', '--user',
]);

const STARTERS: ReadonlySet<string> = new Set(['eval', 'trap', 'su', 'runuser', 'scl']);

/** Whether {@link startedScript} may have an answer. */
export function mayStartScript(program: string): boolean {
  return STARTERS.has(program) || shellKindOf(program) !== 'other';
}

/** Null when the program starts no shell, or one whose text is a file or unknown. */
export function startedScript(program: string, words: readonly ShellWord[]): StartedScript | null {
  switch (program) {
    case 'eval':
      return fromWords(words.map((_, index) => index).slice(words[1]?.value === '--' ? 2 : 1), null);
    case 'trap':
      return trapAction(words);
    case 'su':
    case 'runuser':
      return switchedUser(words);
    case 'scl':
      return words[1]?.value === 'enable' && words.every((word) => word.value !== '--') && words.length > 3
        ? fromWords([words.length - 1], LOGIN_SHELL)
        : null;
    default:
      return shellCall(words);
  }
}

function fromWords(indices: readonly number[], interpreter: Interpreter | null): StartedScript | null {
  return indices.length === 0 ? null : { from: 'words', indices, interpreter };
}

function shellCall(words: readonly ShellWord[]): StartedScript | null {
  const invocation = readShellInvocation(words.map((word) => (word.literal ? word.value : null)));
  if (invocation === null) return null;
  if (invocation.readsInput) return { from: 'input', interpreter: invocation };
  return invocation.scriptIndex === null ? null : fromWords([invocation.scriptIndex], invocation);
}

/** `trap 'text' EXIT`; `trap - EXIT`, `trap '' INT` and `trap -p` set nothing. */
function trapAction(words: readonly ShellWord[]): StartedScript | null {
  const action = words[1]?.value ?? '';
  return words.length < 3 || action === '' || action.startsWith('-') ? null : fromWords([1], null);
}

/** `su - user -s /bin/bash -c 'text'`, `runuser -l user -c text`. The shell is the user's own unless `-s` names it. */
function switchedUser(words: readonly ShellWord[]): StartedScript | null {
  let script: number | null = null;
  let shell = LOGIN_SHELL;
  for (let index = 1; index < words.length; index += 1) {
    const value = words[index]?.value ?? '';
    if (value === '--') break;
    if (value === '-c' || value === '--command' || value === '--session-command' || /^-[lpmfP]+c$/.test(value)) {
      script = index + 1;
      index += 1;
    } else if (value.startsWith('--command=') || value.startsWith('--session-command=')) return null;
    else if (SU_VALUES.has(value)) {
      if (value === '-u' || value === '--user') return null;
      const named = value === '-s' || value === '--shell' ? words[index + 1] : undefined;
      if (named !== undefined) shell = readShellInvocation([named.value]) ?? shell;
      index += 1;
    }
  }
  if (script !== null) return script < words.length ? fromWords([script], shell) : null;
  return { from: 'input', interpreter: shell };
}
