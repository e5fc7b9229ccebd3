import { contiguous, segmentIndex, sliceLogical, sourceOffset, sourceRange } from '../../src/dockerfile/logical-text';

/** `RUN a \⏎# c⏎  b` at offset 0: `RUN a ` from 0, `  b` from 12. */
const joined = { text: 'RUN a   b', segments: [{ at: 0, source: 0 }, { at: 6, source: 12 }] };

describe('a logical text', () => {
  it('that is one stretch shifts every offset alike', () => {
    const text = contiguous('abc', 10);
    expect(sourceOffset(text, 2)).toBe(12);
    expect(sourceRange(text, 1, 3)).toEqual({ start: 11, end: 13 });
    expect(sourceRange(text, 2, 2)).toEqual({ start: 12, end: 12 });
    expect(sliceLogical(text, 1, 2)).toEqual(contiguous('b', 11));
  });

  it('finds each character in its segment', () => {
    expect([0, 5, 6, 8].map((at) => sourceOffset(joined, at))).toEqual([0, 5, 12, 14]);
  });

  it('finds segments in whatever order and text they are asked for', () => {
    const segments = [0, 3, 4, 9].map((at) => ({ at, source: 2 * at }));
    const others = [{ at: 0, source: 7 }];
    const asked = [0, 8, 2, 3, 12, 4, 9, 0, 3, 8];
    expect(asked.map((at) => [segmentIndex(segments, at), segmentIndex(others, at)])).toEqual([0, 2, 0, 1, 3, 2, 3, 0, 1, 2].map((index) => [index, 0]));
    expect(segmentIndex([], 5)).toBe(0);
  });

  it('ends a range behind its last character, before the continuation', () => {
    expect(sourceRange(joined, 4, 6)).toEqual({ start: 4, end: 6 });
    expect(sourceRange(joined, 4, 9)).toEqual({ start: 4, end: 15 });
  });

  it('puts an empty range behind the character before it', () => {
    expect(sourceRange(joined, 6, 6)).toEqual({ start: 6, end: 6 });
    expect(sourceRange(joined, 0, 0)).toEqual({ start: 0, end: 0 });
  });

  it('slices with its segments', () => {
    expect(sliceLogical(joined, 4)).toEqual({ text: 'a   b', segments: [{ at: 0, source: 4 }, { at: 2, source: 12 }] });
    expect(sliceLogical(joined, 6)).toEqual({ text: '  b', segments: [{ at: 0, source: 12 }] });
    expect(sliceLogical(joined, 0, 6)).toEqual({ text: 'RUN a ', segments: [{ at: 0, source: 0 }] });
  });

  it('without segments maps to itself', () => {
    expect(sourceOffset({ text: 'a', segments: [] }, 1)).toBe(1);
  });
});
