/** The text that dockerfile-ast is given: as long as the source, so that every offset stays true. */
import type { MaskEdit } from './scan';

/** `edits` in any order; where they overlap, the one that starts first counts, and blanks before letters. */
export function maskText(text: string, edits: readonly MaskEdit[]): string {
  if (edits.length === 0) return text;
  const ordered = [...edits].sort((a, b) => a.start - b.start || (a.filler === b.filler ? 0 : a.filler === ' ' ? -1 : 1));
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, filler } of ordered) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    pieces.push(text.slice(done, from), filler.repeat(end - from));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
