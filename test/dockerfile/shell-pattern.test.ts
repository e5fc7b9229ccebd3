import fc from 'fast-check';
import { withReplacement, withoutPrefix, withoutSuffix } from '../../src/dockerfile/shell-pattern';

describe('patterns of substitutions', () => {
  test.each<[string, string, boolean, string | null]>([
    ['a-b-c', '*-', false, 'b-c'],
    ['a-b-c', '*-', true, 'c'],
    ['a-b-c', 'x', true, 'a-b-c'],
    ['a-b-c', '', true, 'a-b-c'],
    ['a-b-c', '*', false, 'a-b-c'],
    ['a-b-c', '*', true, ''],
    ['v1.2', 'v', false, '1.2'],
    ['v1.2', '?', false, '1.2'],
    ['*x', '\\*', false, 'x'],
    ['a/b', 'a\\/', false, 'b'],
    ['x', '\\q', false, null],
    ['x'.repeat(5000), 'x', false, null],
    ['😀x', '?', false, 'x'],
  ])('without its prefix: %j # %j (longest %s) is %j', (value, pattern, longest, expected) => {
    expect(withoutPrefix(value, pattern, longest)).toBe(expected);
  });

  test.each<[string, string, boolean, string | null]>([
    ['1.22.3', '.*', false, '1.22'],
    ['1.22.3', '.*', true, '1'],
    ['1.22.3', '.?', false, '1.22'],
    ['1.22.3', '*', true, ''],
    ['1.22.3', 'x*', true, '1.22.3'],
    ['a*', '\\*', false, 'a'],
    ['x', '\\q', false, null],
  ])('without its suffix: %j %% %j (longest %s) is %j', (value, pattern, longest, expected) => {
    expect(withoutSuffix(value, pattern, longest)).toBe(expected);
  });

  test.each<[string, string, string, boolean, string | null]>([
    ['1.2.3', '.', '_', false, '1_2.3'],
    ['1.2.3', '.', '_', true, '1_2_3'],
    ['1.2.3', '.*', '', false, '1'],
    ['aXbXc', 'X?X', '-', false, 'a-c'],
    ['abc', 'x', '-', true, 'abc'],
    ['abc', '', '-', true, null],
    ['abc', 'b', '$1', true, null],
    ['abc', 'b', '$1', false, 'a$1c'],
    ['abc', '\\q', '', false, null],
  ])('with a replacement: %j / %j / %j (all %s) is %j', (value, pattern, replacement, all, expected) => {
    expect(withReplacement(value, pattern, replacement, all)).toBe(expected);
  });

  test('a pattern without wildcards behaves like plain text', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-c.]{0,12}$/), fc.stringMatching(/^[a-c.]{1,3}$/), (value, pattern) => {
      expect(withoutPrefix(value, pattern, true)).toBe(value.startsWith(pattern) ? value.slice(pattern.length) : value);
      expect(withoutSuffix(value, pattern, false)).toBe(value.endsWith(pattern) ? value.slice(0, -pattern.length) : value);
      expect(withReplacement(value, pattern, '_', true)).toBe(value.replaceAll(pattern, '_'));
    }));
  });

  test('the shortest and the longest match are those a regular expression finds', () => {
    fc.assert(fc.property(fc.stringMatching(/^[ab]{0,10}$/), fc.stringMatching(/^[ab?*]{1,5}$/), (value, pattern) => {
      const source = pattern.replaceAll('?', '.');
      const ends = Array.from({ length: value.length + 1 }, (_, end) => end)
        .filter((end) => new RegExp(`^${source.replaceAll('*', '.*')}$`).test(value.slice(0, end)));
      expect(withoutPrefix(value, pattern, false)).toBe(value.slice(ends[0] ?? 0));
      expect(withoutPrefix(value, pattern, true)).toBe(value.slice(ends[ends.length - 1] ?? 0));
    }));
  });
});
