import { maskText } from '../../src/dockerfile/parse-mask';

describe('the masked text', () => {
  it('is the text itself without edits', () => {
    expect(maskText('abc', [])).toBe('abc');
  });

  it('has blanks and letters at the edits, which may come in any order', () => {
    expect(maskText('abcdef', [{ start: 4, end: 5, filler: 'x' }, { start: 1, end: 3, filler: ' ' }])).toBe('a  dxf');
  });

  it('is as long as the text when edits overlap: the first start counts, then the later edit', () => {
    expect(maskText('abcdef', [{ start: 1, end: 5, filler: ' ' }, { start: 2, end: 6, filler: 'x' }])).toBe('a    x');
    expect(maskText('abcdef', [{ start: 1, end: 3, filler: ' ' }, { start: 1, end: 2, filler: 'x' }])).toBe('ax def');
    expect(maskText('abcdef', [{ start: 1, end: 5, filler: ' ' }, { start: 2, end: 3, filler: 'x' }])).toBe('a    f');
  });
});
