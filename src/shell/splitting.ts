/** Where the shell splits the values of unquoted expansions, and what stops it. */
import type { Instruction } from '../dockerfile/nodes';
import type { Range } from '../dockerfile/source';
import type { ShellCommand, ShellExpansion, ShellScript, ShellWord } from './commands';
import { callsPackageManager } from './package-managers';

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
const DECLARING: ReadonlySet<string> = new Set(['export', 'local', 'readonly', 'declare', 'typeset', 'alias']);
/** Their words are not split, or are put together again. */
const UNSPLIT: ReadonlySet<string> = new Set(['[[', '((', 'eval']);
/** Names that say that the value is a list: `CFLAGS`, `EXTRA_ARGS`, `BUILD_DEPS`, `packages`. */
const LIST_NAME = /(?:flags?|opts?|options?|args?|arguments?|params?|pkgs?|packages?|deps|list|extras?|cmd|command|[^aeious\W\d_]s|es)\d*$/i;
const PLAIN = /^[\w@%+=:,./-]*$/;

/** The words of a command that are split: not its name, nor what `export` assigns, nor a command that it runs. */
export function splitWords({ name, words, nesting, wrapper, wrapped }: ShellCommand): readonly ShellWord[] {
  if (wrapper !== null || nesting.includes('nested-script') || (name !== null && UNSPLIT.has(name))) return [];
  const declares = name !== null && DECLARING.has(name);
  const inner = wrapped?.words[0]?.range.start ?? -1;
  return words.filter((word, index) => index > 0 && word.range.start !== inner && !(declares && ASSIGNMENT.test(word.raw)));
}

/** The word is nothing but the expansion. */
export function isWholeWord(word: ShellWord, { raw }: ShellExpansion): boolean {
  return word.raw === raw;
}

/** The author wants several words: the variable is named as a list, or a package manager is given the whole of it. */
export function isListMeant(command: ShellCommand, word: ShellWord, expansion: ShellExpansion): boolean {
  if (!isWholeWord(word, expansion)) return false;
  if (expansion.name !== null && LIST_NAME.test(expansion.name)) return true;
  return callsPackageManager(command) || (command.wrapped !== null && callsPackageManager(command.wrapped));
}

/** The edits that put a word, or its expansion, in double quotes; null where further quotes might mean something else. */
export function doubleQuoted(script: ShellScript, command: ShellCommand, word: ShellWord, expansion: ShellExpansion): readonly { readonly at: Range; readonly text: string }[] | null {
  if (script.origin === 'exec-form' || (expansion.raw.startsWith('`') && /["\\]/.test(expansion.raw))) return null;
  if (command.nesting.includes('substitution') && hasBackquote(script.instruction)) return null;
  const outside = word.expansions.reduce((text, { raw }) => text.replace(raw, ''), word.raw);
  const { start, end } = PLAIN.test(outside) && word.expansions.every(({ kind }) => kind !== 'brace' && kind !== 'process') ? word.range : expansion.range;
  return [{ at: { start, end: start }, text: '"' }, { at: { start: end, end }, text: '"' }];
}

function hasBackquote({ argumentText, heredocs }: Instruction): boolean {
  return argumentText.includes('`') || heredocs.length > 0;
}
