/** Values that a script itself gives to its variables. */
import type { ShellAssignment, ShellCommand, ShellScript, ShellWord } from './commands';
import { assignmentOfWord } from './shell-word';

export type ShellVariable =
  /** Nothing in the script sets it before the command: it comes from the environment, if at all. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'known'; readonly text: string }
  /** One of these: a branch that may not have run sets it. At least two, all different. */
  | { readonly kind: 'one-of'; readonly texts: readonly string[] }
  | { readonly kind: 'unknown' };

const UNKNOWN: ShellVariable = { kind: 'unknown' };
const UNTOUCHED: ShellVariable = { kind: 'untouched' };
const DECLARING: ReadonlySet<string> = new Set(['export', 'local', 'readonly', 'declare', 'typeset']);
/** Builtins that give values to variables they are told the names of, or to any. */
const READING: ReadonlySet<string> = new Set(['read', 'mapfile', 'readarray', 'getopts', 'printf', 'unset', 'let']);
const SOURCING: ReadonlySet<string> = new Set(['.', 'source', 'eval']);
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
// A variable's name must not be cut short: else the ways to read a long word multiply.
const PLAIN_EXPANSIONS = /^"?(?:[^$`'"\\]|\$[A-Za-z_]\w*(?!\w)|\$\{[A-Za-z_]\w*\})*"?$/;
const EXPANSION = /\$\{?([A-Za-z_]\w*)\}?/g;

/** Longer values are of no use to a rule, and doubling them again and again must not fill the memory. */
const LONGEST_VALUE = 10_000;

/** More of them are no choice that anybody wrote. */
const MOST_TEXTS = 10;

/** A script with more of them was written by a program; to follow it for each of its commands would take too long. */
const MOST_SETTERS = 500;

/**
 * The values of variables at a command, as far as the script sets them. Only what certainly ran before counts as known;
 * a value may itself be put together of variables that are known.
 */
export function shellVariables(script: ShellScript, command: ShellCommand): (name: string) => ShellVariable {
  const values = new Map<string, ShellVariable>();
  let sourced = false;
  const valueOf = (name: string): ShellVariable => values.get(name) ?? (sourced ? UNKNOWN : UNTOUCHED);
  const textOf = (name: string): string | null => {
    const value = valueOf(name);
    return value.kind === 'known' ? value.text : null;
  };

  const setters = settersIn(script);
  if (setters.length > MOST_SETTERS) return () => UNKNOWN;
  for (const { command: setter, assignments } of setters) {
    if (setter.range.start >= command.range.start) break;
    if (setter.name !== null && SOURCING.has(setter.name)) sourced = true;
    if (setter.name !== null && READING.has(setter.name)) for (const word of setter.words) values.set(word.value, UNKNOWN);
    for (const assignment of assignments) {
      const before = assignment.append ? textOf(assignment.name) : '';
      const added = assignment.value === null ? null : expandWord(assignment.value, textOf);
      const text = before === null || added === null || before.length + added.length > LONGEST_VALUE ? null : before + added;
      values.set(assignment.name, text === null ? UNKNOWN : isCertain(setter, command) ? { kind: 'known', text } : joined(valueOf(assignment.name), text));
    }
  }
  for (const { variable } of script.loops) values.set(variable, UNKNOWN);
  return valueOf;
}

export interface Setter {
  readonly command: ShellCommand;
  readonly assignments: readonly ShellAssignment[];
}

/** Asked for command after command, and long scripts hold few of these. */
const settersOf = new WeakMap<ShellScript, readonly Setter[]>();

/** The commands of a script that give values to variables, in order; of those that read or source, the assignments are empty. */
export function settersIn(script: ShellScript): readonly Setter[] {
  const known = settersOf.get(script);
  if (known !== undefined) return known;
  const setters: Setter[] = [];
  for (const command of script.commands) {
    const assignments = assignmentsBy(command);
    const { name } = command;
    if (assignments.length > 0 || (name !== null && (SOURCING.has(name) || READING.has(name)))) setters.push({ command, assignments });
  }
  settersOf.set(script, setters);
  return setters;
}

/** Assignments that last: `A=b` alone, and those of `export` and the like. */
function assignmentsBy(command: ShellCommand): readonly ShellAssignment[] {
  if (command.words.length === 0) return command.assignments;
  if (command.name === null || !DECLARING.has(command.name)) return [];
  return command.words.filter((word) => ASSIGNMENT.test(word.value)).map(assignmentOfWord);
}

function isCertain(setter: ShellCommand, command: ShellCommand): boolean {
  if (setter.nestedShell !== command.nestedShell || setter.pipeline.commands.length > 1) return false;
  return setter.nesting === command.nesting || setter.nesting.every((construct) => construct === 'group' || construct === 'nested-script');
}

/** The value behind a setter that may not have run, or only in a subshell. */
function joined(before: ShellVariable, text: string): ShellVariable {
  if (before.kind === 'unknown' || before.kind === 'untouched') return UNKNOWN;
  const texts = [...new Set([...(before.kind === 'known' ? [before.text] : before.texts), text])];
  if (texts.length > MOST_TEXTS) return UNKNOWN;
  return texts.length === 1 ? { kind: 'known', text } : { kind: 'one-of', texts };
}

/** The text of a word with its variables replaced; null when one is unknown or the word holds anything else that a shell expands. */
export function expandWord(word: ShellWord, lookup: (name: string) => string | null): string | null {
  if (word.literal) return word.value;
  if (!PLAIN_EXPANSIONS.test(word.raw)) return null;
  const names = Array.from(word.value.matchAll(EXPANSION), (match) => match[1] ?? '');
  const values = new Map(names.map((name) => [name, lookup(name)]));
  if ([...values.values()].includes(null)) return null;
  return word.value.replaceAll(EXPANSION, (_, name: string) => values.get(name) ?? '');
}
