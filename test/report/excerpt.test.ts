import fc from 'fast-check';

import { displayWidth } from '../../src/report/display-width';
import { excerpt } from '../../src/report/excerpt';

/** Marks `needle` in `line`; line and mark one under the other. */
function shown(line: string, needle: string, columns = 100): string[] {
  const start = line.indexOf(needle);
  const { text, marker } = excerpt(line, start, start + needle.length, columns);
  return [text, marker];
}

/** What stands above the mark, by columns of the terminal. */
function marked({ text, marker }: { text: string; marker: string }): string {
  const from = marker.indexOf('^');
  let column = 0;
  let result = '';
  for (const character of text) {
    const width = displayWidth(character);
    const left = width === 0 ? column - 1 : column;
    if (left >= from && left < marker.length) result += character;
    column += width;
  }
  return result;
}

describe('the mark stands under the marked text', () => {
  test('in a plain line', () => {
    expect(shown('FROM node:latest', 'node:latest')).toEqual([
      'FROM node:latest', //
      '     ^~~~~~~~~~~',
    ]);
  });

  test('after tabs, which become blanks up to the next stop', () => {
    expect(shown('\tRUN\tcd /tmp', 'cd')).toEqual([
      '    RUN cd /tmp', //
      '        ^~',
    ]);
  });

  test('after wide characters', () => {
    expect(shown('LABEL a="日本" b=c', 'b=c')).toEqual([
      'LABEL a="日本" b=c', //
      '               ^~~',
    ]);
  });

  test('under wide characters', () => {
    expect(shown('LABEL a=日本', '日本')).toEqual([
      'LABEL a=日本', //
      '        ^~~~',
    ]);
  });

  test('after combining characters', () => {
    expect(shown('LABEL e\u0301=x', 'x')).toEqual([
      'LABEL e\u0301=x', //
      '        ^',
    ]);
  });

  test('on a combining character: under its letter', () => {
    expect(shown('ab\u0301c', '\u0301')).toEqual([
      'ab\u0301c', //
      ' ^',
    ]);
  });

  test('after an emoji of two UTF-16 units', () => {
    expect(shown('LABEL a=🐳 b=c', 'b=c')).toEqual([
      'LABEL a=🐳 b=c', //
      '           ^~~',
    ]);
  });

  test('after control characters, which are shown', () => {
    expect(shown('ENV A=\u001b[31m B=c', 'B=c')).toEqual([
      'ENV A=␛[31m B=c', //
      '            ^~~',
    ]);
  });

  test('for a place without text', () => {
    expect(excerpt('FROM node', 9, 9, 100)).toEqual({ text: 'FROM node', marker: '         ^' });
    expect(excerpt('FROM 日本', 7, 7, 100)).toEqual({ text: 'FROM 日本', marker: '         ^' });
    expect(excerpt('FROM node', 5, 5, 100)).toEqual({ text: 'FROM node', marker: '     ^' });
  });

  test('for places outside the line: at its end', () => {
    expect(excerpt('ab', 7, 9, 100)).toEqual({ text: 'ab', marker: '  ^' });
    expect(excerpt('ab', -1, 1, 100)).toEqual({ text: 'ab', marker: '^' });
    expect(excerpt('', 0, 0, 100)).toEqual({ text: '', marker: '^' });
  });

  test('for an end in the middle of an emoji: the whole emoji', () => {
    expect(excerpt('a🐳b', 1, 2, 100)).toEqual({ text: 'a🐳b', marker: ' ^~' });
    expect(excerpt('a🐳b', 2, 3, 100)).toEqual({ text: 'a🐳b', marker: ' ^~' });
  });
});

describe('a long line is cut to a window', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${String(index).padStart(2, '0')}`).join(' ');

  test('from the start of the line as long as the mark is in', () => {
    expect(shown(words, 'word02', 40)).toEqual([
      'word00 word01 word02 word03 word04 wor…', //
      '              ^~~~~~',
    ]);
  });

  test('around the mark', () => {
    const { text, marker } = excerpt(words, 210, 216, 40);
    expect(text).toMatch(/^….* word30 .*…$/);
    expect(displayWidth(text)).toBeLessThanOrEqual(40);
    expect(marked({ text, marker })).toBe('word30');
  });

  test('at the end of the line', () => {
    const result = excerpt(words, words.length - 6, words.length, 40);
    expect(result.text).toMatch(/^….* word59$/);
    expect(marked(result)).toBe('word59');
  });

  test('with a mark that is longer than the window: its start, as much as fits', () => {
    const result = excerpt('x'.repeat(300), 100, 280, 40);
    expect(displayWidth(result.text)).toBeLessThanOrEqual(40);
    expect(result.marker).toBe(` ^${'~'.repeat(37)}`);
    expect(excerpt('x'.repeat(9000), 100, 8000, 40)).toEqual(result);
  });

  test('with a place after its last character', () => {
    const result = excerpt('x'.repeat(300), 300, 300, 40);
    expect(result.text).toBe(`…${'x'.repeat(38)}`);
    expect(result.marker).toBe(`${' '.repeat(39)}^`);
  });

  test('never between the halves of a surrogate pair', () => {
    for (let start = 0; start < 4; start += 1) {
      const line = `${'a'.repeat(start)}${'🐳'.repeat(2000)}`;
      const { text } = excerpt(line, 1500, 1502, 60);
      expect(text).toMatch(/^…🐳+…$/u);
    }
  });

  test('whatever its length', () => {
    const line = `${'y'.repeat(3_000_000)}bad${'z'.repeat(3_000_000)}`;
    const result = excerpt(line, 3_000_000, 3_000_003, 100);
    expect(marked(result)).toBe('bad');
    expect(result.text.length).toBeLessThanOrEqual(100);
  });
});

test('for every line and place the result fits and the mark begins at the marked text', () => {
  const piece = fc.constantFrom('a', 'bc ', '\t', '日', 'e\u0301', '🐳', '\u001b[0m', '\u202e', 'ñ', ' ', 'word '.repeat(9), '\ud800');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.array(piece, { maxLength: 60 }), fc.integer({ min: 20, max: 120 }), (before, after, columns) => {
      const head = before.join('');
      const line = `${head}§mark§${after.join('')}`;
      const { text, marker } = excerpt(line, head.length, head.length + 6, columns);
      expect(displayWidth(text)).toBeLessThanOrEqual(columns);
      expect(marker.length).toBeLessThanOrEqual(columns);
      expect(marker).toBe(`${' '.repeat(marker.indexOf('^'))}^~~~~~`);
      expect(marked({ text, marker })).toBe('§mark§');
      expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
    }),
  );
});
