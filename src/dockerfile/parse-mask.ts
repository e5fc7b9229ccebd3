/** The text that dockerfile-ast is given: as long as the source, so that every offset stays true. */
import type { MaskEdit } from './scan-lines';

/** Of overlapping edits the one that starts first counts; of two with the same start, the later in the list. */
export function maskText(text: string, edits: readonly MaskEdit[]): string {
  if (edits.length === 0) return text;
  const ordered = [...edits].reverse().sort((a, b) => a.start - b.start);
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
