import { contiguous } from '../../src/dockerfile/logical-text';
import { readJson, readJsonWords } from '../../src/dockerfile/read-json';

function values(text: string): readonly string[] | null {
  return readJson(contiguous(text, 0), 0, text.length)?.elements.map(({ value }) => value) ?? null;
}

describe('the JSON form', () => {
  it.each([
    ['["a","b"]', ['a', 'b']],
    [' [ "a" , "b c" ] ', ['a', 'b c']],
    ['[]', []],
    ['[ ]', []],
    ['["\\u0041","a\\nb","\\"","\\\\"]', ['A', 'a\nb', '"', '\\']],
    ['["]","[",","]', [']', '[', ',']],
    ['[""]', ['']],
  ])('of %s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    'a', '', '["a"', '["a",]', "['a']", '["a"] b', '[1]', '[null]', '["a",1]', '[["a"]]', '{"a":1}', '"a"', '[ -f a ] && b', '["a" "b"]', '["a\\x"]', '["a\tb"]',
    '[ "$a" = "b" ]',
  ])('is not %j', (text) => {
    expect(values(text)).toBeNull();
  });

  it('knows the place of each string, quotes included', () => {
    const text = '[ "a\\"]", "b" ]';
    const array = readJson(contiguous(text, 100), 0, text.length);
    expect(array?.range).toEqual({ start: 100, end: 115 });
    expect(array?.elements.map(({ range }) => text.slice(range.start - 100, range.end - 100))).toEqual(['"a\\"]"', '"b"']);
  });

  it('is read only within its limits', () => {
    expect(readJson(contiguous('x["a"]y', 0), 1, 6)?.elements).toHaveLength(1);
    expect(readJson(contiguous('x["a"]', 0), 1, 1)).toBeNull();
  });

  it('gives words with their text as written', () => {
    const text = '["a\\u0041"]';
    expect(readJsonWords(contiguous(text, 0), 0, text.length)).toEqual([{ range: { start: 1, end: 10 }, raw: '"a\\u0041"', value: 'aA' }]);
    expect(readJsonWords(contiguous('a', 0), 0, 1)).toBeNull();
  });
});
