import type { Range, Source } from '../dockerfile/source';

/**
 * The range with the rest of its lines, for taking an instruction out: the indentation before it and the line end
 * behind it, or, on the last line of a file without a final line end, the one before it. A range that shares its
 * lines with other text is given back as it is.
 */
export function wholeLines(source: Source, range: Range): Range {
  const { text } = source;
  let start = range.start;
  while (start > source.bomLength && /[ \t]/.test(text.charAt(start - 1))) start -= 1;
  if (start > source.bomLength && text.charAt(start - 1) !== '\n') return range;
  let end = range.end;
  while (/[ \t\r]/.test(text.charAt(end))) end += 1;
  if (end < text.length) return text.charAt(end) === '\n' ? { start, end: end + 1 } : range;
  if (start > source.bomLength) start -= text.charAt(start - 2) === '\r' ? 2 : 1;
  return { start: Math.max(start, source.bomLength), end };
}
