/** Which variables the builder looks up when it expands a word. */
import { expandText } from './expand';
import type { Instruction, Word } from './nodes';
import type { Range } from './source';
import { placesOf } from './word-places';

export interface VariableReference {
  readonly name: string;
  /** `$name`, or the whole `${name…}`. */
  readonly range: Range;
}

const NONE: readonly VariableReference[] = [];

/**
 * In order. Escaped and single-quoted ones are text; those inside another substitution (`${A:-$B}`) are left out.
 * Empty for a word that the builder refuses.
 */
export function variableReferences(word: Word, at: Instruction, escape: '\\' | '`'): readonly VariableReference[] {
  if (!word.raw.includes('$')) return NONE;
  const value = expandText(word.raw, escape, placesOf(word, at.logical), () => ({ state: 'unknown' }));
  if (value.kind === 'unset') return NONE;
  return value.parts.flatMap((part) => (part.kind === 'unknown' && part.name !== null ? [{ name: part.name, range: part.range }] : []));
}
