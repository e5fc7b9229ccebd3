/** Where the characters of a word's `raw` text stand in the source, continuations inside the word included. */
import type { PlaceOf } from './expand';
import { sourceRange } from './logical-text';
import type { LogicalText, Word } from './nodes';

export function placesOf(word: Word, logical: LogicalText): PlaceOf {
  const { start, end } = word.range;
  if (word.raw.length === end - start) return (from, to) => ({ start: start + from, end: start + to });
  const at = logicalOffset(logical, start);
  if (logical.text.startsWith(word.raw, at)) return (from, to) => sourceRange(logical, at + from, at + to);
  return () => word.range;
}

/** Offset in the logical text of the character at a source offset. */
function logicalOffset(logical: LogicalText, source: number): number {
  const { segments } = logical;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.source ?? 0) <= source) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  return segment === undefined ? source : segment.at + (source - segment.source);
}
