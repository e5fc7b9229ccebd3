/** Which variables the builder looks up when it expands a word. */
import { referencesInText, type VariableReference } from './expand';
import type { Instruction, Word } from './nodes';
import { placesOf } from './word-places';

export type { VariableReference } from './expand';

const NONE: readonly VariableReference[] = [];

/**
 * In order. Escaped and single-quoted ones are text; those inside another substitution (`${A:-$B}`) are left out.
 * Empty for a word that the builder refuses.
 */
export function variableReferences(word: Word, at: Instruction, escape: '\\' | '`'): readonly VariableReference[] {
  if (!word.raw.includes('$')) return NONE;
  const all = referencesInText(word.raw, escape, placesOf(word, at.logical));
  // Those inside another one end before it, so they stand before it in the list.
  const outer: VariableReference[] = [];
  for (const reference of all) {
    while ((outer[outer.length - 1]?.range.start ?? -1) > reference.range.start) outer.pop();
    outer.push(reference);
  }
  return outer;
}
