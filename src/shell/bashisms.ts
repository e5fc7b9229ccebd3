/** What bash understands and a plain sh does not: tried with dash 0.5.12 and with the ash of BusyBox 1.35. */
import type { Range } from '../dockerfile/source';
import type { ShellCommand, ShellExpansion, ShellScript, ShellWord } from './commands';

export interface Bashism {
  readonly range: Range;
  /** As a person calls it: `[[`, `echo -e`, `{1..3}`. */
  readonly what: string;
  /** What to write in its place; null where only bash will do. */
  readonly instead: string | null;
}

/** Which of the two does not know it. */
type Lacking = 'dash' | 'both';

const NAMES: ReadonlyMap<string, readonly [lacking: Lacking, instead: string | null]> = new Map([
  ['[[', ['dash', '[']], ['source', ['dash', 'a dot']], ['let', ['dash', '$((…))']], ['((', ['both', '$((…))']],
  ['pushd', ['both', 'cd']], ['popd', ['both', 'cd']], ['dirs', ['both', null]], ['declare', ['both', 'an assignment']], ['typeset', ['both', 'an assignment']],
  ['shopt', ['both', null]], ['mapfile', ['both', null]], ['readarray', ['both', null]], ['builtin', ['both', 'command']], ['disown', ['both', null]],
  ['caller', ['both', null]], ['compgen', ['both', null]],
]);
const REDIRECTS: ReadonlyMap<string, readonly [lacking: Lacking, instead: string]> = new Map([
  ['&>', ['dash', '> FILE 2>&1']], ['&>>', ['both', '>> FILE 2>&1']], ['<<<', ['both', 'echo … |']],
]);
const OPERATORS: ReadonlyMap<string, Lacking> = new Map([
  ['/', 'dash'], ['//', 'dash'], ['/#', 'dash'], ['/%', 'dash'], [':', 'dash'], ['^', 'both'], ['^^', 'both'], [',', 'both'], [',,', 'both'], ['@', 'both'], ['!', 'both'], ['[', 'both'],
]);
/** Of a pattern, not of names: `a{2,3}`. */
const REPETITION = /^\{\d+,\d*\}$/;

/** In the order of the text, of the commands that the script's own shell runs; only for a shell that is known. */
export function bashismsIn(script: ShellScript): readonly Bashism[] {
  const { shell } = script;
  if (shell !== 'dash' && shell !== 'ash') return [];
  const found: Bashism[] = [];
  const note = (lacking: Lacking, range: Range, what: string, instead: string | null): void => {
    if (lacking === 'both' || shell === 'dash') found.push({ range, what, instead });
  };

  for (const command of script.commands) {
    if (command.nestedShell !== null) continue;
    if (command.wrapper === null) ofCommand(command, note);
    for (const { value, range, append, name } of command.assignments) {
      if (value === null) note('both', range, `the array ${name}=(…)`, null);
      else ofWord(value, note);
      if (append && value !== null) note('both', range, `${name}+=`, `${name}="$${name}…"`);
    }
    for (const { operator, target, range, fileDescriptor } of command.redirects) {
      const known = REDIRECTS.get(operator);
      if (known !== undefined) note(known[0], range, operator, known[1]);
      else if (operator === '>&' && fileDescriptor === null && target?.literal === true && !/^(?:\d+|-)$/.test(target.value)) note('dash', range, '>& FILE', '> FILE 2>&1');
      if (target !== null) ofWord(target, note);
    }
  }
  for (const { kind, words, range } of script.loops) {
    if (kind === 'select') note('both', { start: range.start, end: range.start + kind.length }, kind, null);
    for (const word of words ?? []) ofWord(word, note);
  }
  for (const { operators } of script.pipelines) {
    for (const range of operators) if (range.end - range.start > 1) note('both', range, '|&', '2>&1 |');
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

type Note = (lacking: Lacking, range: Range, what: string, instead: string | null) => void;

function ofCommand({ name, nameRange, words }: ShellCommand, note: Note): void {
  if (name === null || nameRange === null) return;
  const known = NAMES.get(name);
  if (known !== undefined) note(known[0], nameRange, name, known[1]);
  const option = words[1];
  const on = { start: nameRange.start, end: option?.range.end ?? nameRange.end };
  const value = option?.value ?? '';
  if (name === 'echo' && /^-[nE]*e[neE]*$/.test(value)) note('dash', on, `echo ${value}`, 'printf');
  if (name === 'read' && /^-r?[nstdu]/.test(value)) note('dash', on, `read ${value}`, null);
  if (name === 'read' && /^-r?a/.test(value)) note('both', on, `read ${value}`, null);
  if (name === 'export' && value.startsWith('-f')) note('both', on, `export ${value}`, null);
  if (name === 'trap' && words.slice(2).some((word) => word.value === 'ERR')) note('dash', nameRange, 'trap … ERR', null);
  const equals = name === '[' || name === 'test' ? words.find((word, index) => index > 1 && word.value === '==' && !word.quoted) : undefined;
  if (equals !== undefined) note('dash', equals.range, '==', '=');
  // What a construct of bash holds is bash's, too: one word about it is enough.
  if (name !== '[[') for (const word of words) ofWord(word, note);
}

function ofWord(word: ShellWord, note: Note): void {
  for (const expansion of word.expansions) ofExpansion(expansion, note);
}

function ofExpansion({ kind, raw, range, operator }: ShellExpansion, note: Note): void {
  switch (kind) {
    case 'brace':
      if (!REPETITION.test(raw)) note('both', range, raw, 'the words themselves');
      break;
    case 'process':
      note('dash', range, '<(…)', 'a pipe or a file');
      break;
    case 'ansi-c':
      note('dash', range, "$'…'", 'printf');
      break;
    case 'variable': {
      const lacking = operator === null ? undefined : OPERATORS.get(operator);
      if (lacking !== undefined) note(lacking, range, raw, null);
    }
  }
}
