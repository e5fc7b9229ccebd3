import * as fc from 'fast-check';
import { findJsonMistake } from '../../src/text/json-mistake';

function shown(text: string): string {
  const mistake = findJsonMistake(text);
  if (mistake === null) return 'none';
  return `${mistake.reason} «${text.slice(mistake.start, mistake.end)}» ${mistake.strings === null ? '?' : JSON.stringify(mistake.strings)}`;
}

describe('findJsonMistake', () => {
  it.each([
    ["['a', 'b']", `single-quotes «'a'» ["a","b"]`],
    ["['a\\\\b']", "single-quotes «'a\\\\b'» ?"],
    ['[“a”, “b”]', 'smart-quotes «“a”» ["a","b"]'],
    ['["a", "b",]', 'trailing-comma «,» ["a","b"]'],
    ['["a",, "b"]', 'stray-comma «,» ["a","b"]'],
    ['[, "a"]', 'none'],
    ['["a" "b"]', 'missing-comma «» ["a","b"]'],
    ['["a", "b"', 'no-end «» ["a","b"]'],
    ['["a", "b', 'open-quote «"» ?'],
    ["['a", "open-quote «'» ?"],
    ['["a"] b', 'text-behind «b» ?'],
    ['["C:\\Service.exe"]', 'bad-escape «\\S» ["C:\\\\Service.exe"]'],
    ['["C:\\Users\\\\x"]', 'bad-escape «\\U» ?'],
    ['["a", $B]', 'unquoted «$B» ?'],
    ['[nginx, -g]', 'unquoted «nginx» ["nginx","-g"]'],
    ['[nginx]', 'unquoted «nginx» ["nginx"]'],
    ['["a", 1]', 'not-strings «["a", 1]» ["a","1"]'],
    ['["a", ["b"]]', 'not-strings «["a", ["b"]]» ?'],
    ['["a\tb", \'c\']', "single-quotes «'c'» ?"],
    ['["$a" = b]', 'missing-comma «» ?'],
    ['["nginx"];', 'text-behind «;» ?'],
  ])('reads %s as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    '["a", "b"]', '[]', '[ "a" ]', '"a"', 'a', '',
    '[ -f /x ] && y', '[ ! x ]', '[ "$a" = b ] || c', '[ "$a" ] && b', '[ "$(uname -m)" = "x" ] && y', '[[ -f x ]] && y', '[ $a -eq 1 ]', '[ "a" ]; true',
    '[Net.ServicePointManager]::SecurityProtocol = 1', '[a-z]* /x', '[ab]c]',
  ])('sees no array in %s, or a good one', (text) => {
    expect(findJsonMistake(text)).toBeNull();
  });

  it('finds nothing wrong with what JSON itself writes', () => {
    fc.assert(fc.property(fc.array(fc.string()), (strings) => findJsonMistake(JSON.stringify(strings)) === null));
  });

  it('gives places inside of any text that begins with a bracket', () => {
    const piece = fc.constantFrom('"', "'", ',', ']', '[', '\\', ' ', 'a', '$', '“', '”', '\n');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = `["${pieces.join('')}`;
        const mistake = findJsonMistake(text);
        return mistake === null || (mistake.start >= 0 && mistake.start <= mistake.end && mistake.end <= text.length);
      }),
    );
  });

  it('reads a long text once', () => {
    expect(findJsonMistake(`["a"${', "b"'.repeat(20_000)},]`)?.reason).toBe('trailing-comma');
  });
});
