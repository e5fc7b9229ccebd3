/** What a `tar` command unpacks (GNU tar 1.35 and bsdtar 3.7, by their manual pages). */
import type { ShellCommand, ShellWord } from './commands';
import { baseName } from './interpreter';

export interface TarExtraction {
  /** The archive; null when it comes from standard input or a device. */
  readonly archive: ShellWord | null;
  /** It unpacks only some of the archive, under other names, or elsewhere than into files. */
  readonly selects: boolean;
}

const PROGRAMS: ReadonlySet<string> = new Set(['tar', 'gtar', 'bsdtar']);
const LETTERS_WITH_VALUE = 'bCfFgHIKLNTVX';
const SELECTING_LETTERS = /[KNOTXs]/;
const LONG_WITH_VALUE: ReadonlySet<string> = new Set([
  '--file', '--directory', '--files-from', '--exclude-from', '--use-compress-program', '--exclude', '--strip-components', '--transform', '--xform', '--owner',
  '--group', '--mode', '--blocking-factor', '--to-command', '--format',
]);
const SELECTING_LONG =
  /^--(?:strip(?:-components)?|transform|xform|exclude.*|files-from|to-stdout|to-command|one-top-level|wildcards|starting-file|newer.*|occurrence)$/;

interface Option {
  /** A letter, or a long name with its dashes. */
  readonly name: string;
  readonly value: ShellWord | null;
}

/** Null for a command that unpacks nothing with tar. */
export function tarExtraction({ name, words }: ShellCommand): TarExtraction | null {
  if (name === null || !PROGRAMS.has(baseName(name))) return null;
  const { options, operands } = readWords(words.slice(1));
  if (!options.some((option) => ['x', '--extract', '--get'].includes(option.name))) return null;
  const archive = options.filter((option) => option.name === 'f' || option.name === '--file').at(-1)?.value ?? null;
  const selects = operands.length > 0 || options.some((option) => (option.name.length === 1 ? SELECTING_LETTERS : SELECTING_LONG).test(option.name));
  return { archive: archive === null || archive.value === '-' ? null : archive, selects };
}

function readWords(words: readonly ShellWord[]): { readonly options: readonly Option[]; readonly operands: readonly ShellWord[] } {
  const options: Option[] = [];
  const operands: ShellWord[] = [];
  let at = 0;
  const next = (): ShellWord | null => words[at++] ?? null;

  function readLetters(letters: string, whole: ShellWord, isCluster: boolean): void {
    for (let index = 0; index < letters.length; index += 1) {
      const letter = letters.charAt(index);
      const rest = letters.slice(index + 1);
      if (!LETTERS_WITH_VALUE.includes(letter)) {
        options.push({ name: letter, value: null });
      } else if (isCluster && rest !== '') {
        // `-xfa.tar`: the rest of the word is the value.
        options.push({ name: letter, value: { ...whole, raw: rest, value: rest } });
        return;
      } else {
        options.push({ name: letter, value: next() });
      }
    }
  }

  // The old way: `tar xzf a.tar`, with the values of all letters behind them.
  const first = words[0];
  if (first !== undefined && /^[A-Za-z]+$/.test(first.value)) readLetters(first.value, words[at++] ?? first, false);
  for (let word = next(); word !== null; word = next()) {
    const { value } = word;
    if (value === '--') return { options, operands: [...operands, ...words.slice(at)] };
    if (value.startsWith('--')) {
      const equals = value.indexOf('=');
      const name = equals === -1 ? value : value.slice(0, equals);
      const written = equals === -1 ? null : { ...word, raw: value.slice(equals + 1), value: value.slice(equals + 1) };
      options.push({ name, value: written ?? (LONG_WITH_VALUE.has(name) ? next() : null) });
    } else if (value.startsWith('-') && value !== '-') {
      readLetters(value.slice(1), word, true);
    } else {
      operands.push(word);
    }
  }
  return { options, operands };
}
