/** Finds the command that `env`, `sudo`, `xargs`, `find -exec` and the like run. */
import type { ShellWord } from './commands';
import type { WrapperShape } from './wrapper-table';
import { WRAPPERS } from './wrapper-table';

/** Indices among the words of the wrapper. */
export interface WrappedCommand {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Words of the form `A=b` in front of it that set its environment. */
  readonly assignments: readonly number[];
}

const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const FIND_ACTIONS: ReadonlySet<string> = new Set(['-exec', '-execdir', '-ok', '-okdir']);
const NONE: readonly WrappedCommand[] = [];

/** Whether {@link wrappedCommands} may have an answer. */
export function mayWrapCommand(program: string): boolean {
  return program === 'find' || WRAPPERS.has(program);
}

/** The commands that a program runs, as stretches of its words; empty when it is no wrapper or runs nothing. */
export function wrappedCommands(program: string, words: readonly ShellWord[]): readonly WrappedCommand[] {
  if (words.length < 2) return NONE;
  if (program === 'find') return findActions(words);
  const shape = WRAPPERS.get(program);
  if (shape === undefined) return NONE;
  const wrapped = behind(words, shape);
  return wrapped === null ? NONE : [wrapped];
}

function behind(words: readonly ShellWord[], shape: WrapperShape): WrappedCommand | null {
  let index = 1;
  if (shape.subcommand !== undefined) {
    if (words[1]?.value !== shape.subcommand) return null;
    index = 2;
  }
  if (shape.noOptions === true && words[index]?.value.startsWith('-') === true) return null;

  let required = shape.requires === undefined;
  let operands = shape.operands ?? 0;
  const assignments: number[] = [];
  for (; index < words.length; index += 1) {
    const value = words[index]?.value ?? '';
    if (value === '--') {
      index += 1 + operands;
      break;
    }
    if (value.length > 1 && value.startsWith('-')) {
      if (shape.queries?.includes(value) === true) return null;
      if (shape.requires?.some((option) => value === option || value.startsWith(`${option}=`)) === true) required = true;
      index += optionLength(value, shape) - 1;
      continue;
    }
    if (shape.assignments === true && ASSIGNMENT.test(value)) {
      assignments.push(index);
      continue;
    }
    if (operands === 0) break;
    operands -= 1;
  }
  // `chroot dir -- cmd` and `scl enable x -- cmd` have the dashes behind the operands.
  if (words[index]?.value === '--') index += 1;
  return index < words.length && required ? { start: index, end: words.length, assignments } : null;
}

/** How many words an option takes, itself included. */
function optionLength(option: string, shape: WrapperShape): 1 | 2 {
  if (option.startsWith('--')) return shape.long?.includes(option) === true ? 2 : 1;
  const letters = option.slice(1);
  for (let at = 0; at < letters.length; at += 1) {
    if (shape.short?.includes(letters[at] ?? '') === true) return at === letters.length - 1 ? 2 : 1;
  }
  return 1;
}

/** `find … -exec command {} \; -exec other {} +` */
function findActions(words: readonly ShellWord[]): readonly WrappedCommand[] {
  const found: WrappedCommand[] = [];
  for (let index = 1; index < words.length; index += 1) {
    if (!FIND_ACTIONS.has(words[index]?.value ?? '')) continue;
    const start = index + 1;
    let end = start;
    while (end < words.length) {
      const value = words[end]?.value;
      if (value === ';' || (value === '+' && words[end - 1]?.value === '{}')) break;
      end += 1;
    }
    if (end > start) found.push({ start, end, assignments: [] });
    index = end;
  }
  return found;
}
