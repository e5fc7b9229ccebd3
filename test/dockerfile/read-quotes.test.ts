import { groupEnd, resolveQuotes } from '../../src/dockerfile/read-quotes';

describe('resolving quotes', () => {
  it.each([
    ['abc', 'abc'],
    ['"a b"c', 'a bc'],
    ["'a b'c", 'a bc'],
    ['a\\ b', 'a b'],
    ['"a\\ b"', 'a\\ b'],
    ['"a\\"b"', 'a"b'],
    ['"a\\\\b"', 'a\\b'],
    ['"\\$x"', '$x'],
    ["'a\\b'", 'a\\b'],
    ['a\\\\b', 'a\\b'],
    ['a\\', 'a'],
    ['"a\\', 'a'],
    ['\\"a', '"a'],
    ['"it\'s"', "it's"],
    ["'a\"b'", 'a"b'],
    ['$x', '$x'],
    ['${x:-"a b"}', '${x:-"a b"}'],
    ['"${x:-"a b"}c"', '${x:-"a b"}c'],
    ["a'b", 'ab'],
    ['a"b', 'ab'],
    ['"${x', '${x'],
    ['""', ''],
  ])('of %s gives %s', (raw, value) => {
    expect(resolveQuotes(raw, '\\')).toBe(value);
  });

  it('uses the escape character of the file', () => {
    expect(resolveQuotes('c:\\a` b', '`')).toBe('c:\\a b');
    expect(resolveQuotes('"`" \\"', '`')).toBe('" \\');
  });
});

describe('the end of a group', () => {
  it.each([
    ['"a"b', 3],
    ["'a'b", 3],
    ['"a\\"b"c', 6],
    ['"a\\b"c', 5],
    ['"a', -1],
    ["'a", -1],
    ['$a', 1],
    ['$$a', 2],
    ['$', 1],
    ['${a}b', 4],
    ['${a:-${b}}c', 10],
    ['${a:-"}"}c', 9],
    ["${a:-'}'}c", 9],
    ['${a:-\\}}c', 8],
    ["${a:-'}", -1],
    ['${a:-$b$$}c', 10],
    ['${a/b/c}d', 8],
    ['${a//b}/c}d', 10],
    ['${a/b}c', -1],
    ['${a%%b}c', 7],
    ['${1}a', 4],
    ['${@}a', 4],
    ['${é}a', 4],
    ['${a@b}', -1],
    ['${}', -1],
    ['${:a}', -1],
    ['${{a}}', -1],
    ['${a', -1],
    ['"${a}"b', 6],
    ['"$a"b', 4],
    ['"\'"b', 3],
  ])('%s is %d', (text, end) => {
    expect(groupEnd(text, 0, '\\')).toBe(end);
  });

  it('does not look behind its limit', () => {
    expect(groupEnd("'a'", 0, '\\', 2)).toBe(-1);
    expect(groupEnd('"a"', 0, '\\', 2)).toBe(-1);
    expect(groupEnd('$$', 0, '\\', 1)).toBe(1);
  });

  it('costs no stack however deep', () => {
    const depth = 100_000;
    expect(groupEnd('${a:-'.repeat(depth) + '}'.repeat(depth), 0, '\\')).toBe(6 * depth);
  });
});
