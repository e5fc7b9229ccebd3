import fc from 'fast-check';
import { drawMarks, readMarks } from '../../src/engine/example-marks';

describe('marks in examples', () => {
  it.each<[string, string, readonly (readonly [number, number])[]]>([
    ['FROM a', 'FROM a', []],
    ['«FROM» a', 'FROM a', [[0, 4]]],
    ['FROM a«»', 'FROM a', [[6, 6]]],
    ['«FROM «a»»', 'FROM a', [[5, 6], [0, 6]]],
    ['«FROM»« a»', 'FROM a', [[0, 4], [4, 6]]],
    ['«FROM\na»', 'FROM\na', [[0, 6]]],
  ])('%j', (marked, text, ranges) => {
    const read = readMarks(marked);
    expect(read).toEqual({ text, ranges: ranges.map(([start, end]) => ({ start, end })) });
    expect(drawMarks(text, read?.ranges ?? [])).toBe(marked);
  });

  it.each(['«FROM a', 'FROM» a', '»FROM« a', '««FROM» a'])('%j has a mark without partner', (marked) => expect(readMarks(marked)).toBeNull());

  it('are drawn alike whatever the order of the ranges, and once for each', () => {
    const ranges = [{ start: 5, end: 6 }, { start: 0, end: 4 }, { start: 4, end: 4 }, { start: 0, end: 4 }];
    expect(drawMarks('FROM a', ranges)).toBe('««FROM»»«» «a»');
    expect(drawMarks('FROM a', [...ranges].reverse())).toBe('««FROM»»«» «a»');
  });

  it('can be read again as they were drawn', () => {
    const drafts = fc.array(fc.tuple(fc.nat(6), fc.nat(6)));
    fc.assert(
      fc.property(drafts, (pairs) => {
        const drawn = drawMarks('FROM a', pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })));
        const read = readMarks(drawn);
        expect(read?.text).toBe('FROM a');
        expect(drawMarks('FROM a', read?.ranges ?? [])).toBe(drawn);
      }),
    );
  });
});
