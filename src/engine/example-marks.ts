/** The marks `«…»` in a rule's examples. */
import type { Range } from '../dockerfile/source';

export interface MarkedText {
  /** Without the marks. */
  readonly text: string;
  readonly ranges: readonly Range[];
}

const MARK = /[«»]/g;

/** Null when a mark has no partner. */
export function readMarks(marked: string): MarkedText | null {
  const ranges: Range[] = [];
  const open: number[] = [];
  let marks = 0;
  for (const { 0: mark, index } of marked.matchAll(MARK)) {
    const at = index - marks;
    marks += 1;
    if (mark === '«') {
      open.push(at);
      continue;
    }
    const start = open.pop();
    if (start === undefined) return null;
    ranges.push({ start, end: at });
  }
  return open.length > 0 ? null : { text: marked.replace(MARK, ''), ranges };
}

/** Two lists of ranges with the same starts and ends are drawn alike, in whatever order they come. */
export function drawMarks(text: string, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(({ start, end }) =>
    start === end ? [{ at: start, order: 1, mark: '«»' }] : [{ at: start, order: 2, mark: '«' }, { at: end, order: 0, mark: '»' }],
  );
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let drawn = '';
  let done = 0;
  for (const { at, mark } of marks) {
    drawn += text.slice(done, at) + mark;
    done = at;
  }
  return drawn + text.slice(done);
}
