/** Splits the words of a package manager's command line into subcommand, options and operands. */
import type { ShellWord } from './commands';
import type { ManagerShape } from './manager-shape';
import { expandWord } from './shell-variables';
import { literalWord } from './shell-word';

export interface PackageOption {
  /** With its dashes, one letter each for squeezed options: `-y` of `-yqq`. */
  readonly name: string;
  /** What follows `=`, the letter or the option; null when nothing does. Variables are left as text. */
  readonly value: string | null;
  /** The word it is written in, squeezed with others perhaps. */
  readonly word: ShellWord;
  /** It stands before the subcommand. */
  readonly inFront: boolean;
}

export interface ParsedCommandLine {
  /** Null when there is none, or a variable hides it. */
  readonly subcommand: ShellWord | null;
  /** Both words of a subcommand of two (`cache clean`), joined by a blank. */
  readonly subcommandText: string;
  readonly options: readonly PackageOption[];
  readonly operands: readonly ShellWord[];
  /** Words that are nothing but variables or substitutions without a known value: they may hold anything. */
  readonly opaque: readonly ShellWord[];
  /** One of those may hold options, or the subcommand. */
  readonly mayHideOptions: boolean;
}

/** The value of a shell variable, or null when it is not known. */
export type VariableLookup = (name: string) => string | null;

/** All values that a shell variable may have, when it is not known which; empty when they are not known. */
export type ChoiceLookup = (name: string) => readonly string[];

const NO_CHOICES: ChoiceLookup = () => [];

const ONLY_EXPANSIONS = /^"?(?:(?:\$\{[^}]*\}|\$[A-Za-z_]\w*|\$[@*0-9])+|\$\([^]*\)|`[^`]*`)"?$/;

export function parsePackageWords(words: readonly ShellWord[], shape: ManagerShape, lookup: VariableLookup, choices: ChoiceLookup = NO_CHOICES): ParsedCommandLine {
  const options: PackageOption[] = [];
  const operands: ShellWord[] = [];
  const opaque: ShellWord[] = [];
  const rest = words.every((word) => word.literal) ? words : words.flatMap((word) => expandedWords(word, lookup));
  let subcommand: ShellWord | null = null;
  let subcommandText = '';
  let optionsEnded = false;
  let mayHideOptions = false;
  const { actions } = shape;
  // Only pacman has none: its operations are options.
  const hasSubcommands = shape.name !== 'pacman';
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index];
    if (word === undefined) break;
    const { value } = word;
    if (!word.literal && ONLY_EXPANSIONS.test(word.raw)) {
      opaque.push(word);
      mayHideOptions ||= subcommand === null || !holdsOnlyOperands(word, choices);
    } else if (value === '--' && !optionsEnded) {
      optionsEnded = true;
    } else if (!optionsEnded && value.length > 1 && value.startsWith('-')) {
      index += readOption(word, rest[index + 1], shape, subcommand === null, options);
    } else if (hasSubcommands && subcommand === null) {
      subcommand = word;
      subcommandText = value;
    } else if (subcommand !== null && operands.length === 0 && opaque.length === 0 && Object.hasOwn(actions, `${subcommandText} ${value}`)) {
      subcommandText = `${subcommandText} ${value}`;
    } else operands.push(word);
  }
  return { subcommand, subcommandText, options, operands, opaque, mayHideOptions };
}

/** A word with known variables replaced: unquoted it falls into several, all at the place of the one. */
export function expandedWords(word: ShellWord, lookup: VariableLookup): readonly ShellWord[] {
  if (word.literal || word.variables.length === 0) return [word];
  const text = expandWord(word, lookup);
  if (text === null) return [word];
  if (word.quoted) return [literalWord(text, word.raw, word.range, true)];
  return text.split(/\s+/).filter((part) => part !== '').map((part) => literalWord(part, word.raw, word.range, false));
}

function holdsOnlyOperands(word: ShellWord, choices: ChoiceLookup): boolean {
  return expandWord(word, (name) => {
    const texts = choices(name);
    return texts.length > 0 && !texts.some((text) => /(?:^|\s)-/.test(text)) ? '' : null;
  }) !== null;
}

/** Adds the options of one word; gives how many further words are their values. */
function readOption(word: ShellWord, next: ShellWord | undefined, shape: ManagerShape, inFront: boolean, options: PackageOption[]): 0 | 1 {
  const { value } = word;
  const sign = value.indexOf('=');
  if (value.startsWith('--') || shape.singleDash === true) {
    const written = sign === -1 ? value : value.slice(0, sign);
    const name = shape.singleDash === true ? written.replace(/^--/, '-') : written;
    const takesNext = sign === -1 && shape.long.includes(name) && next !== undefined;
    options.push({ name, value: sign === -1 ? (takesNext ? next.value : null) : value.slice(sign + 1), word, inFront });
    return takesNext ? 1 : 0;
  }

  const withValue = inFront ? shape.shortInFront ?? shape.short : shape.short;
  for (let at = 1; at < value.length; at += 1) {
    const name = `-${value[at] ?? ''}`;
    const attached = value.slice(at + 1);
    if (attached.startsWith('=')) {
      options.push({ name, value: attached.slice(1), word, inFront });
      return 0;
    }
    if (!withValue.includes(name.slice(1))) {
      options.push({ name, value: null, word, inFront });
    } else if (attached !== '') {
      options.push({ name, value: attached, word, inFront });
      return 0;
    } else {
      options.push({ name, value: next?.value ?? null, word, inFront });
      return next === undefined ? 0 : 1;
    }
  }
  return 0;
}
