import { contiguous } from '../../src/dockerfile/logical-text';
import { readWords, restAsWord, wordAt } from '../../src/dockerfile/read-words';

function words(text: string, escape: '\\' | '`' = '\\'): readonly string[] {
  return readWords(contiguous(text, 0), 0, text.length, escape).map(({ raw }) => raw);
}

describe('words', () => {
  it.each([
    ['a b', ['a', 'b']],
    ['  a\t\v b\u00a0c ', ['a', 'b', 'c']],
    ['', []],
    ['  ', []],
    ['a"b c"d e', ['a"b c"d', 'e']],
    ["a 'b \" c' d", ['a', "'b \" c'", 'd']],
    ['a\\ b c', ['a\\ b', 'c']],
    ['a\\" b c"', ['a\\"', 'b', 'c"']],
    ['"a\\" b" c', ['"a\\" b"', 'c']],
    ["'a\\' b", ["'a\\'", 'b']],
    ['a "b c', ['a', '"b c']],
    ['a\\', ['a\\']],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('know the escape character of the file', () => {
    expect(words('a` b c\\ d', '`')).toEqual(['a` b', 'c\\', 'd']);
  });

  it('that are plain end at every blank outside quotes, escaped or not', () => {
    const plain = (text: string): readonly string[] => readWords(contiguous(text, 0), 0, text.length, '\\', true).map(({ raw }) => raw);
    expect(plain('c:\\a\\ c:\\b')).toEqual(['c:\\a\\', 'c:\\b']);
    expect(plain('"a b" \\"c d')).toEqual(['"a b"', '\\"c', 'd']);
    expect(plain('"a\\ b" c')).toEqual(['"a\\ b"', 'c']);
  });

  it('carry their place, their text and their value', () => {
    expect(wordAt(contiguous('x "a b"', 10), 2, 7, '\\')).toEqual({ range: { start: 12, end: 17 }, raw: '"a b"', value: 'a b' });
  });

  it('across a continuation are one word that begins and ends in the source', () => {
    const joined = { text: 'x ab c', segments: [{ at: 0, source: 0 }, { at: 3, source: 5 }] };
    expect(readWords(joined, 0, 6, '\\').map(({ raw, range }) => [raw, range.start, range.end])).toEqual([['x', 0, 1], ['ab', 2, 6], ['c', 7, 8]]);
  });
});

describe('the rest as one word', () => {
  it('is trimmed, and null when nothing is left', () => {
    expect(restAsWord(contiguous(' a b ', 0), 0, 5, '\\')).toEqual({ range: { start: 1, end: 4 }, raw: 'a b', value: 'a b' });
    expect(restAsWord(contiguous('   ', 0), 0, 3, '\\')).toBeNull();
  });
});
