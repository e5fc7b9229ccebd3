/** Limits of the builder's line reader. */
import { LINE_FEED } from './characters';
import type { OverlongLine } from './nodes';
import type { Source } from './source';

/** Bytes of UTF-8 that a physical line may have, its line feed not counted (a carriage return is). */
export const MAX_LINE_BYTES = 65_535;

export function overlongLines(source: Source): readonly OverlongLine[] {
  const { text, lineStarts } = source;
  const found: OverlongLine[] = [];
  for (let line = 0; line < lineStarts.length; line += 1) {
    const start = lineStarts[line] ?? 0;
    let end = lineStarts[line + 1] ?? text.length;
    // A code unit takes three bytes at most.
    if ((end - start) * 3 <= MAX_LINE_BYTES) continue;
    if (text.charCodeAt(end - 1) === LINE_FEED) end -= 1;
    const bytes = utf8Length(text, start, end);
    if (bytes > MAX_LINE_BYTES) found.push({ range: { start, end }, bytes });
  }
  return found;
}

function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
