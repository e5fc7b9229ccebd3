import { contiguous } from '../../src/dockerfile/logical-text';
import { readNames, readPairs } from '../../src/dockerfile/read-pairs';

function pairs(text: string, escape: '\\' | '`' = '\\') {
  const { form, pairs: found } = readPairs(contiguous(text, 0), 0, text.length, escape);
  return [form, ...found.map(({ key, value }) => [key.value, value?.value ?? null])];
}

describe('pairs of ENV and LABEL', () => {
  it.each([
    ['a=b', ['pairs', ['a', 'b']]],
    ['a=b c=d', ['pairs', ['a', 'b'], ['c', 'd']]],
    ['a="b c" d=\'e f\'', ['pairs', ['a', 'b c'], ['d', 'e f']]],
    ['a=b\\ c', ['pairs', ['a', 'b c']]],
    ['a="b\\ c"', ['pairs', ['a', 'b\\ c']]],
    ['a= b=""', ['pairs', ['a', ''], ['b', '']]],
    ['a=b=c', ['pairs', ['a', 'b=c']]],
    ['"a b"=c', ['pairs', ['a b', 'c']]],
    ['a=b c', ['pairs', ['a', 'b'], ['c', null]]],
    ['=b', ['pairs', ['', 'b']]],
    ['', ['pairs']],
    ['a b', ['legacy', ['a', 'b']]],
    ['a b c=d', ['legacy', ['a', 'b c=d']]],
    ['a   b  c  ', ['legacy', ['a', 'b  c']]],
    ['a b\\ c', ['legacy', ['a', 'b c']]],
    ['a "b c" d', ['legacy', ['a', 'b c d']]],
    ['a', ['legacy', ['a', null]]],
  ])('of %j', (text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it('use the escape character of the file', () => {
    expect(pairs('a=c:\\b` c', '`')).toEqual(['pairs', ['a', 'c:\\b c']]);
  });

  it('know their places', () => {
    const { pairs: [pair] } = readPairs(contiguous('a="b"', 10), 0, 5, '\\');
    expect(pair).toMatchObject({ range: { start: 10, end: 15 }, key: { range: { start: 10, end: 11 } }, value: { range: { start: 12, end: 15 }, raw: '"b"' } });
  });

  it('place an empty value behind its equals sign and an empty name before it, across continuations too', () => {
    // `a=⏎ =b`, the second line from offset 5.
    const joined = { text: 'a= =b', segments: [{ at: 0, source: 0 }, { at: 2, source: 5 }] };
    const found = readPairs(joined, 0, 5, '\\').pairs;
    expect(found[0]?.value?.range).toEqual({ start: 2, end: 2 });
    expect(found[1]?.key.range).toEqual({ start: 6, end: 6 });
  });
});

describe('names of ARG', () => {
  it('may have a default or none, several a line', () => {
    const text = 'a b=c d="e f"';
    expect(readNames(contiguous(text, 0), 0, text.length, '\\').map(({ key, value }) => [key.value, value?.value ?? null]))
      .toEqual([['a', null], ['b', 'c'], ['d', 'e f']]);
  });
});
