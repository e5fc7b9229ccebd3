/** The physical lines of an instruction that is continued over several, heredoc bodies left out. */
import { HASH, isBlank, skipSpace } from './characters';
import type { Instruction } from './nodes';
import { lineEnd, lineStart } from './scan-directives';
import { positionAt, type Range, type Source } from './source';

export interface ContinuedLine {
  /** Without its line end. */
  readonly range: Range;
  readonly kind: 'text' | 'blank' | 'comment';
  /** Offset of its first visible character; for a blank line that of its end. */
  readonly visible: number;
  /** Offset of the escape character that continues it; null for the last line of text, for blank lines and for comments. */
  readonly escapeAt: number | null;
}

const NONE: readonly ContinuedLine[] = [];

/**
 * The lines that the builder joins to one, blank lines and comments between them included; empty for an instruction on
 * one line. When the file ends while the builder still looks for more, the lines up to its end count.
 */
export function continuedLines(source: Source, escape: '\\' | '`', { range }: Instruction): readonly ContinuedLine[] {
  const first = positionAt(source, range.start).line;
  const lines: ContinuedLine[] = [];
  for (let line = first; line < source.lineStarts.length; line += 1) {
    const start = lineStart(source, line);
    // Behind the last line feed there is no line.
    if (start === source.text.length) break;
    const read = readLine(source.text, start, lineEnd(source, line), escape);
    lines.push(read);
    if (read.kind === 'text' && read.escapeAt === null) break;
  }
  return lines.length > 1 ? lines : NONE;
}

function readLine(text: string, start: number, end: number, escape: string): ContinuedLine {
  const range = { start, end };
  const visible = skipSpace(text, start, end);
  if (visible === end) return { range, kind: 'blank', visible, escapeAt: null };
  if (text.charCodeAt(visible) === HASH) return { range, kind: 'comment', visible, escapeAt: null };
  let at = end - 1;
  while (at > visible && isBlank(text.charCodeAt(at))) at -= 1;
  const continues = text.charAt(at) === escape && text.charAt(at - 1) !== escape;
  return { range, kind: 'text', visible, escapeAt: continues ? at : null };
}
