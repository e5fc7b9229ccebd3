/**
 * A text and its line table. Every offset and column in Plimsoll is a 0-based UTF-16 code unit and
 * every line is 0-based, as in the Language Server Protocol; only report formats convert.
 */

/** A half-open stretch of the source: `start` inclusive, `end` exclusive, both 0-based UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place as people count it, but 0-based: line, and UTF-16 column in that line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Source {
  /** As given by the user; `-` for standard input without a name. */
  readonly path: string;
  /** The whole text as read, with its byte-order mark and line ends. */
  readonly text: string;
  /** Offset at which each line starts; the first entry is 0. */
  readonly lineStarts: readonly number[];
  /** 1 when the text begins with a byte-order mark, which is no part of line 1; otherwise 0. */
  readonly bomLength: 0 | 1;
  /** What decoding found. A text that could not be decoded holds U+FFFD at the bad places. */
  readonly encoding: Encoding;
}

export type Encoding =
  | { readonly kind: 'utf-8' }
  | { readonly kind: 'utf-16' }
  | { readonly kind: 'invalid-utf-8'; readonly offset: number };

const BOM = 0xfeff;
const LINE_FEED = 0x0a;

export function createSource(path: string, text: string, encoding: Encoding = { kind: 'utf-8' }): Source {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { path, text, lineStarts, bomLength: text.charCodeAt(0) === BOM ? 1 : 0, encoding };
}

/** Line and column of an offset. An offset past the end gives the end; the BOM does not count as a column. */
export function positionAt(source: Source, offset: number): Position {
  const { lineStarts } = source;
  const wanted = Math.min(Math.max(offset, 0), source.text.length);
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  const column = wanted - (lineStarts[low] ?? 0);
  return { line: low, column: low === 0 ? Math.max(0, column - source.bomLength) : column };
}

/** The reverse of {@link positionAt}; a column past the end of its line gives that line's end. */
export function offsetAt(source: Source, position: Position): number {
  const start = source.lineStarts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : source.text.length;
  const next = source.lineStarts[position.line + 1];
  const end = next === undefined ? source.text.length : next - 1;
  return Math.min(start + position.column + (position.line === 0 ? source.bomLength : 0), end);
}

/** One line without its line end and without the byte-order mark; empty when there is no such line. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line];
  if (start === undefined) return '';
  const next = source.lineStarts[line + 1];
  let end = next ?? source.text.length;
  if (next !== undefined && source.text.charCodeAt(end - 1) === LINE_FEED) end -= 1;
  if (source.text[end - 1] === '\r') end -= 1;
  return source.text.slice(line === 0 ? start + source.bomLength : start, Math.max(start, end));
}

export function sliceOf(source: Source, range: Range): string {
  return source.text.slice(range.start, range.end);
}
