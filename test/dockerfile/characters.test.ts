import { isBlank, isDigit, isSeparator, isSpace, skipSpace, trimEnd } from '../../src/dockerfile/characters';

const SPACES = ['\t', '\n', '\v', '\f', '\r', ' ', '\u0085', '\u00a0', '\u1680', '\u2000', '\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000'];

describe('characters', () => {
  it('are white space as in Unicode, the byte-order mark and zero-width space excepted', () => {
    expect(SPACES.filter((character) => isSpace(character.charCodeAt(0)))).toEqual(SPACES);
    expect(['a', '\0', '\u001f', '\u200b', '\u2010', '\ufeff', '#'].filter((character) => isSpace(character.charCodeAt(0)))).toEqual([]);
  });

  it('part a keyword from its arguments only if they are plain', () => {
    expect(SPACES.filter((character) => isSeparator(character.charCodeAt(0)))).toEqual(['\t', '\v', '\f', '\r', ' ']);
  });

  it('are blanks and digits', () => {
    expect(SPACES.filter((character) => isBlank(character.charCodeAt(0)))).toEqual(['\t', ' ']);
    expect([...'/0189:'].filter((character) => isDigit(character.charCodeAt(0)))).toEqual(['0', '1', '8', '9']);
  });
});

describe('white space at the ends', () => {
  it('is skipped within its limits', () => {
    expect(skipSpace('  a', 0, 3)).toBe(2);
    expect(skipSpace('   a', 0, 2)).toBe(2);
    expect(trimEnd('a  ', 0, 3)).toBe(1);
    expect(trimEnd('   ', 1, 3)).toBe(1);
  });
});
