import { characterWidth, displayWidth } from '../../src/report/display-width';

describe('characterWidth', () => {
  test.each([
    ['ASCII', 'a', 1],
    ['Latin with an accent', 'é', 1],
    ['Cyrillic', 'Ж', 1],
    ['a combining accent', '\u0301', 0],
    ['a combining enclosing mark', '\u20dd', 0],
    ['a zero-width joiner', '\u200d', 0],
    ['a variation selector', '\ufe0f', 0],
    ['a Hangul vowel that joins the syllable', '\u1161', 0],
    ['Han', '日', 2],
    ['Hiragana', 'ひ', 2],
    ['Hangul', '한', 2],
    ['a full-width letter', 'Ａ', 2],
    ['a half-width Katakana', 'ｱ', 1],
    ['Han beyond the basic plane', '\u{20000}', 2],
    ['an emoji', '🐳', 2],
    ['a symbol that is text by default', '☃', 1],
    ['half a flag', '🇩', 1],
    ['a control picture', '␛', 1],
  ])('%s', (_name, character, width) => {
    expect(characterWidth(character)).toBe(width);
  });
});

describe('displayWidth', () => {
  test('adds up', () => {
    expect(displayWidth('a日e\u0301🐳')).toBe(6);
    expect(displayWidth('')).toBe(0);
  });
});
