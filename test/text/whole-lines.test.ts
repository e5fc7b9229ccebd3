import { createSource } from '../../src/dockerfile/source';
import { wholeLines } from '../../src/text/whole-lines';

/** The text without the lines of its word `X`. */
function without(text: string): string {
  const start = text.indexOf('X');
  const range = wholeLines(createSource('Dockerfile', text), { start, end: text.lastIndexOf('X') + 1 });
  return text.slice(0, range.start) + text.slice(range.end);
}

describe('wholeLines', () => {
  it.each([
    ['the line end behind', 'a\nX\nb', 'a\nb'],
    ['blanks on both sides', 'a\n \tX \nb', 'a\nb'],
    ['a carriage return', 'a\r\nX\r\nb', 'a\r\nb'],
    ['the line end before, on the last line', 'a\nX', 'a'],
    ['the carriage return before, on the last line', 'a\r\nX', 'a'],
    ['several lines', 'a\nX\nX\nb', 'a\nb'],
    ['the only line', 'X', ''],
  ])('takes %s along', (_, text, expected) => {
    expect(without(text)).toBe(expected);
  });

  it('keeps the byte-order mark', () => {
    expect(without('\uFEFFX\na')).toBe('\uFEFFa');
    expect(without('\uFEFFX')).toBe('\uFEFF');
  });

  it.each([
    ['before', 'a X\nb', 'a \nb'],
    ['behind', 'X a\nb', ' a\nb'],
  ])('leaves other text %s it alone', (_, text, expected) => {
    expect(without(text)).toBe(expected);
  });
});
