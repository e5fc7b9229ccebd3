import fc from 'fast-check';
import { createSource, lineText, offsetAt, positionAt, sliceOf } from '../../src/dockerfile/source';

describe('a source', () => {
  it('knows where its lines start', () => {
    expect(createSource('a', 'x\r\ny\n\nz').lineStarts).toEqual([0, 3, 5, 6]);
    expect(createSource('a', '').lineStarts).toEqual([0]);
    expect(createSource('a', 'x\n').lineStarts).toEqual([0, 2]);
  });

  it('is UTF-8 unless said otherwise', () => {
    expect(createSource('a', 'x').encoding).toEqual({ kind: 'utf-8' });
    expect(createSource('a', 'x', { kind: 'utf-16' }).encoding).toEqual({ kind: 'utf-16' });
  });

  it('counts columns of line 1 behind the byte-order mark', () => {
    const source = createSource('a', '\ufeffab\ncd');
    expect(source.bomLength).toBe(1);
    expect(positionAt(source, 0)).toEqual({ line: 0, column: 0 });
    expect(positionAt(source, 1)).toEqual({ line: 0, column: 0 });
    expect(positionAt(source, 2)).toEqual({ line: 0, column: 1 });
    expect(positionAt(source, 5)).toEqual({ line: 1, column: 1 });
    expect(offsetAt(source, { line: 0, column: 1 })).toBe(2);
    expect(lineText(source, 0)).toBe('ab');
  });

  it('counts UTF-16 code units', () => {
    expect(positionAt(createSource('a', '😀x\né'), 2)).toEqual({ line: 0, column: 2 });
  });

  it('keeps offsets and positions inside the text', () => {
    const source = createSource('a', 'ab\ncd');
    expect(positionAt(source, -1)).toEqual({ line: 0, column: 0 });
    expect(positionAt(source, 99)).toEqual({ line: 1, column: 2 });
    expect(offsetAt(source, { line: -1, column: 0 })).toBe(0);
    expect(offsetAt(source, { line: 9, column: 0 })).toBe(5);
    expect(offsetAt(source, { line: 0, column: 99 })).toBe(2);
    expect(offsetAt(source, { line: 1, column: 99 })).toBe(5);
  });

  it('gives lines without their ends', () => {
    const source = createSource('a', 'ab\r\n\ncd');
    expect([0, 1, 2, 3].map((line) => lineText(source, line))).toEqual(['ab', '', 'cd', '']);
  });

  it('gives the text of a range', () => {
    expect(sliceOf(createSource('a', 'abcd'), { start: 1, end: 3 })).toBe('bc');
  });

  it('finds every offset again from its position', () => {
    const texts = fc.array(fc.constantFrom('a', '\n', '\r\n', 'é', '😀', '\t'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(fc.property(texts, (text) => {
      const source = createSource('a', text);
      for (let offset = 0; offset <= text.length; offset += 1) expect(offsetAt(source, positionAt(source, offset))).toBe(offset);
    }));
  });
});
