/** Places as report formats write them: 1-based lines and UTF-16 columns, the end exclusive. */
import { positionAt, type Source } from '../dockerfile/source';
import type { Edit, Span } from '../engine/result';

export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function regionOfSpan(span: Span): Region {
  return { line: span.line + 1, column: span.column + 1, endLine: span.endLine + 1, endColumn: span.endColumn + 1 };
}

export function regionOfEdit(source: Source, edit: Edit): Region {
  const start = positionAt(source, edit.start);
  const end = positionAt(source, edit.end);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
