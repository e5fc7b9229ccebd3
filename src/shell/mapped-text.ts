/** Building logical texts out of pieces of others. */
import type { LogicalText, Segment } from '../dockerfile/logical-text';
import { segmentIndex, sourceOffset } from '../dockerfile/logical-text';

/** The logical offset of a source offset; a place that was left out gives the next one that was not. */
export function logicalOffset(logical: LogicalText, source: number): number {
  const { segments, text } = logical;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.source ?? 0) <= source) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (segment === undefined) return 0;
  const limit = segments[low + 1]?.at ?? text.length;
  return Math.min(Math.max(segment.at + source - segment.source, 0), limit);
}

/** Collects text piece by piece, each with its place in the source. */
export interface MappedTextBuilder {
  /** Text that stands in the source, unbroken, from `source` on. */
  add(text: string, source: number): void;
  /** The stretch `[start, end)` of another logical text. */
  addSlice(logical: LogicalText, start: number, end: number): void;
  build(): LogicalText;
}

export function createMappedText(): MappedTextBuilder {
  const pieces: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  /** Where the source goes on if the next piece follows the last one without a gap. */
  let next = -1;

  function add(text: string, source: number): void {
    if (text === '') return;
    if (source !== next) segments.push({ at: length, source });
    pieces.push(text);
    length += text.length;
    next = source + text.length;
  }

  function addSlice(logical: LogicalText, start: number, end: number): void {
    let at = start;
    let index = segmentIndex(logical.segments, start);
    while (at < end) {
      index += 1;
      const stop = Math.min(end, logical.segments[index]?.at ?? end);
      add(logical.text.slice(at, stop), sourceOffset(logical, at));
      at = stop;
    }
  }

  return {
    add,
    addSlice,
    build: () => ({ text: pieces.join(''), segments: segments.length === 0 ? [{ at: 0, source: 0 }] : segments }),
  };
}
