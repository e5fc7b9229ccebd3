import { shorten } from '../../src/text/shorten';

describe('shorten', () => {
  test.each([
    ['a short text stays', 'abc', 3, 'abc'],
    ['a long one ends in an ellipsis', 'abcd', 3, 'ab…'],
    ['a surrogate pair is not split', 'a🐳bc', 3, 'a…'],
    ['nor left out for nothing', 'a🐳bc', 4, 'a🐳…'],
  ])('%s', (_name, text, units, expected) => {
    expect(shorten(text, units)).toBe(expected);
  });
});
