import fc from 'fast-check';

import { visible, wellFormed } from '../../src/report/visible';

describe('visible', () => {
  test.each([
    ['plain text stays', 'FROM node:20', 'FROM node:20'],
    ['letters of any script stay', 'é 日本 ع', 'é 日本 ع'],
    ['joined emoji stay whole', '👩‍💻', '👩‍💻'],
    ['an escape sequence cannot act', '\u001b[2J', '␛[2J'],
    ['a line end stays on the line', 'a\r\nb', 'a␍␊b'],
    ['NUL and delete', '\u0000\u007f', '␀␡'],
    ['the one-byte escape of C1', '\u009b2J', '<U+009B>2J'],
    ['text cannot be reordered', 'a\u202eb', 'a<U+202E>b'],
    ['zero-width characters do not hide', 'no\u200bde', 'no<U+200B>de'],
    ['a byte-order mark inside', 'a\ufeffb', 'a<U+FEFF>b'],
    ['tag characters', '\u{e0041}', '<U+E0041>'],
    ['line separators', '\u2028', '<U+2028>'],
    ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ])('%s', (_name, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  test('nothing that hides or acts is left, and showing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
        expect(visible(shown)).toBe(shown);
      }),
    );
  });
});

describe('wellFormed', () => {
  test('replaces lone surrogates only', () => {
    expect(wellFormed('a\ud83d😀\ude00\n')).toBe('a\ufffd😀\ufffd\n');
  });
});
