import * as fc from 'fast-check';
import { codesOf, compileIgnorePattern, matchesAlong, matchesEverything, mayMatchBehind, symbolsOf } from '../../src/dockerfile/ignore-pattern';

function fits(pattern: string, path: string): boolean | null {
  const compiled = compileIgnorePattern(pattern, false);
  return compiled === null ? null : (matchesAlong(compiled, codesOf(path)).at(-1) ?? null);
}

describe('a pattern fits a path', () => {
  it.each([
    ['**', 'a'], ['**', 'a/b'], ['**/**', 'a/b'], ['dir/**', 'dir/a/b'], ['**/dir', 'dir'], ['**/dir', 'a/b/dir'],
    ['**/dir2/*', 'a/dir2/b'], ['**/dir2/**', 'a/dir2/b/c'], ['**file', 'file'], ['**file', 'a/my-file'],
    ['**/file*.txt', 'a/b/file.txt'], ['**/**/*.txt', 'file.txt'], ['a**/*.txt', 'a/file.txt'], ['a**/*.txt', 'a/b/c/file.txt'],
    ['a/*.txt**', 'a/file.txt'], ['a**b', 'ab'], ['a**b', 'ac/b'], ['a[b-d]e', 'ace'], ['a[^b-d]e', 'aze'], ['.*', '.foo'],
    ['abc?def', 'abc☺def'], ['[a-ζ]*', 'αx'], ['a(b)c/d+e', 'a(b)c/d+e'], ['a.|)$(}+{bc', 'a.|)$(}+{bc'], ['a\\*b', 'a*b'],
    ['a\\\\', 'a\\'], ['[\\]a]', ']'], ['[x\\-]', '-'], ['a*b?c*x', 'abxbbxdbxebxczzx'], ['a]', 'a]'], ['**[ab]', 'c/b'],
  ])('%s fits %s', (pattern, path) => {
    expect(fits(pattern, path)).toBe(true);
  });

  it.each([
    ['*', 'a/b'], ['dir/**', 'dir'], ['**/dir', 'a-dir'], ['**/*.txt2', 'a/file.txt'], ['a/*.txt', 'a/b/file.txt'], ['a[b-d]e', 'aae'],
    ['a[b-d]e', 'ae'], ['.*', 'foo'], ['abc.def', 'abcZdef'], ['abc?def', 'abc/def'], ['a**b', 'acb'], ['a\\*b', 'ab'], ['A', 'a'],
    ['**[ab]', 'cb'], ['a?b', 'a/b'], ['[^a]', 'a'],
  ])('%s does not fit %s', (pattern, path) => {
    expect(fits(pattern, path)).toBe(false);
  });

  it.each(['[', 'a[', '[^', '[^bc', '[]a]', '[-]', '[x-]', '[-x]', '[a-b-c]', '\\', '', '.', '..', '../a', '/'])('there is no pattern %s', (pattern) => {
    expect(compileIgnorePattern(pattern, false)).toBeNull();
  });

  it('is said of each folder on the way, and of the path at the end', () => {
    const pattern = compileIgnorePattern('**/b', false);
    expect(pattern === null ? null : matchesAlong(pattern, codesOf('a/b/c/b'))).toEqual([false, true, false, true]);
  });

  it('does what the expression does that the builder makes of it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '*', '?'), minLength: 1, maxLength: 8 });
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), minLength: 1, maxLength: 8 });
    fc.assert(fc.property(text, path, (pattern, tested) => {
      const found = fits(pattern, tested);
      expect(found === null || found === asExpression(pattern).test(tested)).toBe(true);
    }), { numRuns: 3000 });
  });

  it('is found out for a pattern full of stars', () => {
    expect(fits(`${'**/a*'.repeat(500)}b`, 'a/'.repeat(2000))).toBe(false);
  });
});

/** As documented: `**` with its slash is any number of folders, at the end it is all; in front of plain text it is all as well. */
function asExpression(pattern: string): RegExp {
  const plain = /^\*\*([^*?/][^*?]*)$/.exec(pattern);
  if (plain !== null) return new RegExp(`${escaped(plain[1] ?? '')}$`);
  const source = pattern.replace(/\*\*\/?$|\*\*\/?|[^]/g, (part, at: number) => {
    if (part.startsWith('**')) return at + part.length === pattern.length ? '.*' : '(.*/)?';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : escaped(part);
  });
  return new RegExp(`^${source}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

describe('a pattern may fit what begins with a text', () => {
  it.each([
    ['a/b', 'a/', true], ['a/b', 'a/c', false], ['**/c', 'x/y/', true], ['*', 'a/', false], ['a/*', 'a/', true], ['a', 'a/', false], ['a/**', 'b/', false],
  ])('%s, %s: %s', (pattern, start, expected) => {
    const compiled = compileIgnorePattern(pattern, false);
    expect(compiled !== null && mayMatchBehind(compiled, codesOf(start))).toBe(expected);
  });
});

describe('patterns that fit everything', () => {
  it.each([['*', true], ['**', true], ['**/*', true], ['**/**', true], ['*/**', false], ['?*', false], ['**/a', false], ['*.*', false]])('%s: %s', (pattern, expected) => {
    const compiled = compileIgnorePattern(pattern, false);
    expect(compiled !== null && matchesEverything(compiled)).toBe(expected);
  });
});

describe('the wildcards of a source', () => {
  it('stand for what only a wildcard takes', () => {
    expect(symbolsOf('a*?[b-c]\\*')).toEqual([97, 'many', 'one', 'one', 42]);
    expect(symbolsOf('[')).toEqual([91]);
    const covers = (pattern: string, source: string): boolean | undefined => {
      const compiled = compileIgnorePattern(pattern, false);
      return compiled === null ? undefined : matchesAlong(compiled, symbolsOf(source)).at(-1);
    };
    expect(covers('*.md', '*.md')).toBe(true);
    expect(covers('**', 'a/*.md')).toBe(true);
    expect(covers('a?c', 'a[bd]c')).toBe(true);
    expect(covers('a?c', 'a*c')).toBe(false);
    expect(covers('abc', 'a?c')).toBe(false);
    expect(covers('a[b]c', 'a?c')).toBe(false);
  });
});
