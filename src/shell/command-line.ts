/** Splits the words of a program into options and operands, as getopt does. */
import type { ShellCommand, ShellWord } from './commands';
import { expandedWords } from './package-options';
import type { VariableLookup } from './package-options';

/** Which options take a value. */
export interface CommandLineShape {
  /** Letters of short options. */
  readonly short: string;
  /** Long options, with their dashes; their value is the next word unless written with `=`. */
  readonly long: readonly string[];
}

export interface CommandOption {
  /** With its dashes, one letter each for squeezed options: `-L` of `-sLo`. */
  readonly name: string;
  /** What follows `=`, the letter or the option; null when nothing does. Variables without a known value are left as text. */
  readonly value: string | null;
  /** The word it is written in, squeezed with others perhaps. */
  readonly word: ShellWord;
}

export interface CommandLine {
  readonly options: readonly CommandOption[];
  readonly operands: readonly ShellWord[];
}

const NOTHING_KNOWN: VariableLookup = () => null;
/** Nobody writes more, and a program that did would make each of its readers slow. */
const MOST_WORDS = 2000;

/** Words with known variables are read as if the values were written out. The program itself is left out. */
export function readCommandLine({ words }: ShellCommand, shape: CommandLineShape, lookup: VariableLookup = NOTHING_KNOWN): CommandLine {
  const options: CommandOption[] = [];
  const operands: ShellWord[] = [];
  const rest = words.slice(1, MOST_WORDS).flatMap((word) => expandedWords(word, lookup));
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index];
    if (word === undefined) break;
    const { value } = word;
    if (value === '--') {
      operands.push(...rest.slice(index + 1));
      break;
    }
    if (value.length > 1 && value.startsWith('-')) index += readOptions(word, rest[index + 1], shape, options);
    else operands.push(word);
  }
  return { options, operands };
}

/** Adds the options of one word; gives how many further words are their values. */
function readOptions(word: ShellWord, next: ShellWord | undefined, shape: CommandLineShape, options: CommandOption[]): 0 | 1 {
  const { value } = word;
  if (value.startsWith('--')) {
    const sign = value.indexOf('=');
    if (sign !== -1) {
      options.push({ name: value.slice(0, sign), value: value.slice(sign + 1), word });
      return 0;
    }
    const takesNext = next !== undefined && shape.long.includes(value);
    options.push({ name: value, value: takesNext ? next.value : null, word });
    return takesNext ? 1 : 0;
  }
  for (let at = 1; at < value.length; at += 1) {
    const letter = value.charAt(at);
    if (!shape.short.includes(letter)) {
      options.push({ name: `-${letter}`, value: null, word });
      continue;
    }
    const attached = value.slice(at + 1);
    options.push({ name: `-${letter}`, value: attached === '' ? (next?.value ?? null) : attached, word });
    return attached === '' && next !== undefined ? 1 : 0;
  }
  return 0;
}
