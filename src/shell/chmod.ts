import { readFileMode, type FileMode } from '../text/file-mode';
import type { ShellCommand, ShellWord } from './commands';
import { baseName } from './interpreter';

export interface ChmodCommand {
  readonly word: ShellWord;
  readonly mode: FileMode;
  readonly targets: readonly ShellWord[];
}

/** What a chmod sets on which paths; null for other commands, and when its mode is not written out. */
export function chmodCommand({ name, words }: ShellCommand): ChmodCommand | null {
  if (name === null || baseName(name) !== 'chmod') return null;
  // `-x` is a mode that takes away, `-R` is an option.
  const [word, ...targets] = words.slice(1).filter(({ value }) => !/^-(?:[Rvfc]+|-.*)$/.test(value));
  const mode = word?.literal === true ? readFileMode(word.value) : null;
  return word === undefined || mode === null ? null : { word, mode, targets };
}
