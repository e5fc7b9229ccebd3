/** How many words an unquoted expansion becomes. */
import type { DockerfileModel } from '../dockerfile/model-types';
import { PLATFORM_ARGUMENTS } from '../dockerfile/platforms';
import type { ShellCommand, ShellExpansion, ShellLoop, ShellScript, ShellWord } from './commands';
import { outputWords } from './output-words';
import { settersIn } from './shell-variables';

/** `one`: it holds neither blank nor glob. `several`: it certainly holds blanks, as a list does. */
export type WordCount = 'one' | 'several' | 'unknown';

export interface WordCounter {
  /** The value of a variable, wherever in the script it is asked for. */
  ofVariable(name: string): WordCount;
  ofExpansion(expansion: ShellExpansion): WordCount;
}

const BLANK = /\s/;
const GLOB = /[*?]|\[[^\]]*\]/;
/** Numbers, and what the system keeps without blanks: names of accounts, their homes, and hosts. */
const ALWAYS_ONE: ReadonlySet<string> = new Set([
  ...['?', '#', '$', '!', '-', 'HOME', 'USER', 'LOGNAME', 'UID', 'EUID', 'PPID', 'HOSTNAME', 'HOSTTYPE', 'MACHTYPE', 'RANDOM', 'SECONDS', 'LINENO'],
  ...PLATFORM_ARGUMENTS,
]);
const READERS: ReadonlySet<string> = new Set(['read', 'mapfile', 'readarray', 'getopts', 'printf']);
const REMOVING: ReadonlySet<string> = new Set(['#', '##', '%', '%%', ':', '^', '^^', ',', ',,']);
/** A chain of variables longer than this was written by a program. */
const DEEPEST = 20;

export function wordCounter(model: DockerfileModel, script: ShellScript): WordCounter {
  const known = new Map<string, WordCount>();
  let depth = 0;

  function ofVariable(name: string): WordCount {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (depth >= DEEPEST) return 'unknown';
    // A variable that is made of itself (`x="$x y"`) counts for what is added.
    known.set(name, 'one');
    depth += 1;
    const count = counted(name);
    depth -= 1;
    known.set(name, count);
    return count;
  }

  function counted(name: string): WordCount {
    const counts: WordCount[] = [];
    for (const loop of script.loops) if (loop.variable === name) counts.push(ofLoop(loop));
    for (const { command, assignments } of settersIn(script)) {
      if (command.name !== null && READERS.has(command.name) && command.words.some(({ value }) => value === name)) counts.push('unknown');
      for (const assignment of assignments) {
        if (assignment.name === name) counts.push(assignment.value === null ? 'unknown' : ofWord(assignment.value));
      }
    }
    if (counts.length === 0) return ALWAYS_ONE.has(name) ? 'one' : ofEnvironment(name);
    return joined(counts);
  }

  function ofEnvironment(name: string): WordCount {
    const value = model.environment(name, script.instruction);
    if (value.kind === 'unset') return 'unknown';
    if (value.parts.some((part) => part.kind === 'text' && BLANK.test(part.text))) return 'several';
    return value.parts.every((part) => (part.kind === 'text' ? isOne(part.text) : part.name !== null && ALWAYS_ONE.has(part.name))) ? 'one' : 'unknown';
  }

  /** An unquoted list is split before the loop sees it. */
  function ofLoop({ words }: ShellLoop): WordCount {
    if (words === null) return 'unknown';
    return joined(words.map((word) => {
      if (word.literal) return isOne(word.value) ? 'one' : 'unknown';
      const outside = withoutExpansions(word);
      if (GLOB.test(outside) && !word.quoted) return 'unknown';
      return word.expansions.some(({ quoted, kind }) => quoted && kind !== 'brace') ? ofWord(word) : 'one';
    }));
  }

  function ofWord(word: ShellWord): WordCount {
    if (word.literal) return ofText(word.value);
    const text = ofText(withoutExpansions(word));
    if (text === 'several') return text;
    return joined([text, ...word.expansions.map(ofExpansion)]);
  }

  function ofExpansion({ kind, name, operator, raw, range }: ShellExpansion): WordCount {
    switch (kind) {
      case 'arithmetic':
        return 'one';
      case 'command':
        return outputWords(commandsIn(script, range.start, range.end), (expansion) => ofExpansion(expansion) === 'one');
      case 'variable':
        break;
      default:
        return 'unknown';
    }
    if (name === null) return 'unknown';
    if (operator === '#') return 'one';
    if (operator === null || REMOVING.has(operator)) return ofVariable(name);
    const operand = raw.slice(raw.indexOf(operator) + operator.length, -1);
    if (operator === '/' || operator === '//') return isPlain(operand) ? ofVariable(name) : 'unknown';
    if (operator === ':-' || operator === '-') return isPlain(operand) ? ofVariable(name) : 'unknown';
    return 'unknown';
  }

  return { ofVariable, ofExpansion };
}

/** The commands inside a substitution, not those of substitutions within it. */
export function commandsIn(script: ShellScript, start: number, end: number): readonly ShellCommand[] {
  const { commands } = script;
  const inside: ShellCommand[] = [];
  for (let index = firstBehind(commands, start); index < commands.length; index += 1) {
    const command = commands[index];
    if (command === undefined || command.range.start >= end) break;
    if (command.range.end < end) inside.push(command);
  }
  const shallowest = Math.min(...inside.map(substitutions));
  return inside.filter((command) => substitutions(command) === shallowest);
}

/** Commands stand in the order of the text. */
function firstBehind(commands: readonly ShellCommand[], place: number): number {
  let low = 0;
  let high = commands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commands[middle]?.range.start ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function substitutions({ nesting }: ShellCommand): number {
  return nesting.filter((construct) => construct === 'substitution').length;
}

function joined(counts: readonly WordCount[]): WordCount {
  if (counts.includes('several')) return 'several';
  return counts.includes('unknown') ? 'unknown' : 'one';
}

function ofText(text: string): WordCount {
  if (BLANK.test(text)) return 'several';
  return GLOB.test(text) ? 'unknown' : 'one';
}

function isOne(text: string): boolean {
  return ofText(text) === 'one';
}

/** No blank, glob, quote or further expansion. */
function isPlain(text: string): boolean {
  return /^[\w@%+=:,./-]*$/.test(text);
}

/** What the word holds besides, quotes dropped. */
function withoutExpansions(word: ShellWord): string {
  return word.expansions.reduce((text, { raw }) => text.replace(raw, ''), word.raw).replace(/["'\\]/g, '');
}
