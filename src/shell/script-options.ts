/** Which shell options are on when a command runs. */
import type { ShellCommand, ShellScript, ShellWord } from './commands';

/** `unknown` when it depends on a branch that may not run, or on a value that is not known. */
export type OptionState = boolean | 'unknown';

export interface ScriptOptions {
  /** `set -e`: the script stops at the first command that fails. */
  readonly errexit: OptionState;
  readonly pipefail: OptionState;
}

type Option = keyof ScriptOptions;
type Settings = Partial<Record<Option, OptionState>>;

/** A script with more of them was written by a program; to follow it for each of its commands would take too long. */
const MOST_SETTERS = 500;
const UNKNOWN: ScriptOptions = { errexit: 'unknown', pipefail: 'unknown' };

/** Asked for command after command, and long scripts hold few of these. */
const settersOf = new WeakMap<ShellScript, readonly ShellCommand[]>();

function settersIn(script: ShellScript): readonly ShellCommand[] {
  const known = settersOf.get(script);
  if (known !== undefined) return known;
  const setters = script.commands.filter(({ name }) => name === 'set' || name === 'shopt');
  settersOf.set(script, setters);
  return setters;
}

/** Follows `set` from the options that the shell starts with up to the command. */
export function scriptOptionsAt(script: ShellScript, command: ShellCommand): ScriptOptions {
  const setters = settersIn(script);
  if (setters.length > MOST_SETTERS) return UNKNOWN;
  const start = command.nestedShell ?? script;
  const state: Record<Option, OptionState> = { errexit: start.errexit, pipefail: start.pipefail };
  const inFunction = command.nesting.includes('function');
  for (const setter of setters) {
    if (setter.nestedShell !== command.nestedShell || isLostInSubshell(setter, command)) continue;
    const later = setter.range.start >= command.range.start;
    // A function runs when it is called, which may be behind whatever is set after its text.
    if (later && !inFunction) break;
    const certain = !later && isCertain(setter, command);
    const settings = optionsSetBy(setter);
    apply(state, 'errexit', settings.errexit, certain);
    apply(state, 'pipefail', settings.pipefail, certain);
  }
  return state;
}

function apply(state: Record<Option, OptionState>, option: Option, value: OptionState | undefined, certain: boolean): void {
  if (value === undefined) return;
  if (certain) state[option] = value;
  else if (value !== state[option]) state[option] = 'unknown';
}

/** What is set in a pipeline, a subshell or a substitution ends with it. */
function isLostInSubshell(setter: ShellCommand, command: ShellCommand): boolean {
  if (setter.pipeline.commands.length > 1) return true;
  const lost = (kind: 'subshell' | 'substitution'): boolean => setter.nesting.includes(kind) && !command.nesting.includes(kind);
  return lost('subshell') || lost('substitution');
}

/** Whether it has run whenever the command runs: it stands in the same list, or in no branch at all. */
function isCertain(setter: ShellCommand, command: ShellCommand): boolean {
  if (setter.connector === '||') return false;
  return setter.nesting === command.nesting || setter.nesting.every((construct) => construct === 'group' || construct === 'nested-script');
}

/** The options that `set -euo pipefail`, `set +e` or `shopt -so pipefail` change. */
function optionsSetBy(command: ShellCommand): Settings {
  return command.name === 'set' ? setBySet(command.words) : setByShopt(command.words);
}

function setBySet(words: readonly ShellWord[]): Settings {
  const settings: Settings = {};
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index];
    const value = word?.value ?? '';
    if (word?.literal !== true) return value.startsWith('$') ? { errexit: 'unknown', pipefail: 'unknown' } : settings;
    const sign = value[0];
    if (value === '--' || value === '-' || (sign !== '-' && sign !== '+')) break;
    const on = sign === '-';
    for (const letter of value.slice(1)) {
      if (letter === 'e') settings.errexit = on;
      if (letter !== 'o') continue;
      index += 1;
      const option = words[index];
      if (option?.literal === false) return { errexit: 'unknown', pipefail: 'unknown' };
      if (option?.value === 'errexit') settings.errexit = on;
      if (option?.value === 'pipefail') settings.pipefail = on;
    }
  }
  return settings;
}

function setByShopt(words: readonly ShellWord[]): Settings {
  const letters = words.slice(1).filter((word) => word.value.startsWith('-')).map((word) => word.value.slice(1)).join('');
  if (!letters.includes('o') || !/[su]/.test(letters)) return {};
  const on = letters.includes('s');
  const has = (name: Option): boolean => words.some((word) => word.value === name);
  return { ...(has('errexit') ? { errexit: on } : {}), ...(has('pipefail') ? { pipefail: on } : {}) };
}
