import type { Range } from './source';

/**
 * Text as the builder sees it (continuations joined, comment and blank lines between them left out)
 * that knows where each of its characters stands in the source.
 */
export interface LogicalText {
  readonly text: string;
  /** Ascending in both numbers; the first has `at` 0. Between two segments the offsets run in step. */
  readonly segments: readonly Segment[];
}

export interface Segment {
  /** Offset in the logical text. */
  readonly at: number;
  /** Offset in the source of the character at `at`. */
  readonly source: number;
}

/** A logical text that is one unbroken stretch of the source. */
export function contiguous(text: string, sourceStart: number): LogicalText {
  return new Contiguous(text, sourceStart);
}

/** Most texts are of this kind and are never asked for their one segment, so it is not stored. */
class Contiguous implements LogicalText {
  constructor(readonly text: string, readonly start: number) {}

  get segments(): readonly Segment[] {
    return [{ at: 0, source: this.start }];
  }
}

/** Source offset of the character at a logical offset. */
export function sourceOffset(logical: LogicalText, at: number): number {
  if (logical instanceof Contiguous) return logical.start + at;
  const { segments } = logical;
  const segment = segments[segmentIndex(segments, at)];
  return segment === undefined ? at : segment.source + (at - segment.at);
}

// Texts are read from front to back, so the next place asked for nearly always lies in the segment of the last one or right behind it.
let lastAsked: readonly Segment[] = [];
let lastIndex = 0;

/** Index of the last segment that begins at or before a logical offset; 0 when there is none. */
export function segmentIndex(segments: readonly Segment[], at: number): number {
  if (segments !== lastAsked) {
    lastAsked = segments;
    lastIndex = 0;
  }
  if (!holds(segments, lastIndex, at)) lastIndex = holds(segments, lastIndex + 1, at) ? lastIndex + 1 : search(segments, at);
  return lastIndex;
}

function holds(segments: readonly Segment[], index: number, at: number): boolean {
  const segment = segments[index];
  if (segment === undefined || segment.at > at) return false;
  const next = segments[index + 1];
  return next === undefined || next.at > at;
}

function search(segments: readonly Segment[], at: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Source range of a stretch of logical text. It ends right behind the last character of the stretch,
 * so that it never takes in the continuation that may follow; an empty stretch stands right behind the
 * character before it, for the same reason.
 */
export function sourceRange(logical: LogicalText, start: number, end: number): Range {
  if (logical instanceof Contiguous) return { start: logical.start + start, end: logical.start + Math.max(start, end) };
  if (end > start) return { start: sourceOffset(logical, start), end: sourceOffset(logical, end - 1) + 1 };
  const at = start > 0 ? sourceOffset(logical, start - 1) + 1 : sourceOffset(logical, start);
  return { start: at, end: at };
}

/** The stretch `[start, end)` as a logical text of its own. */
export function sliceLogical(logical: LogicalText, start: number, end = logical.text.length): LogicalText {
  if (logical instanceof Contiguous) return contiguous(logical.text.slice(start, end), sourceOffset(logical, start));
  const first: Segment = { at: 0, source: sourceOffset(logical, start) };
  const rest = logical.segments
    .filter((segment) => segment.at > start && segment.at < end)
    .map((segment) => ({ at: segment.at - start, source: segment.source }));
  return { text: logical.text.slice(start, end), segments: [first, ...rest] };
}
