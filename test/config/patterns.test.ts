import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, array, constantFrom, property } from 'fast-check';
import { compilePatterns, coversPath, matchPatterns } from '../../src/config/patterns';

const TABLE: readonly (readonly [patterns: readonly string[], covered: readonly string[], others: readonly string[]])[] = [
  [['Dockerfile.dev'], ['Dockerfile.dev', 'a/b/Dockerfile.dev'], ['Dockerfile', 'Dockerfile.dev.x']],
  [['vendor/'], ['vendor/Dockerfile', 'a/vendor/b/Dockerfile'], ['vendor', 'a/vendor.x/Dockerfile']],
  [['/vendor'], ['vendor', 'vendor/Dockerfile'], ['a/vendor/Dockerfile']],
  [['a/b'], ['a/b', 'a/b/c'], ['x/a/b', 'a/c']],
  [['a/*/Dockerfile'], ['a/b/Dockerfile'], ['a/Dockerfile', 'a/b/c/Dockerfile']],
  [['**/test/Dockerfile'], ['test/Dockerfile', 'a/b/test/Dockerfile'], ['atest/Dockerfile']],
  [['a/**/Dockerfile'], ['a/Dockerfile', 'a/b/c/Dockerfile'], ['Dockerfile', 'b/Dockerfile']],
  [['a/**'], ['a/x', 'a/b/c'], ['a', 'b/a/x']],
  [['**'], ['x', 'a/b'], []],
  [['*.Dockerfile', '!keep.Dockerfile'], ['x.Dockerfile', 'a/y.Dockerfile'], ['keep.Dockerfile', 'a/keep.Dockerfile']],
  [['a/', '!a/keep'], ['a/keep', 'a/b'], ['keep']],
  [['Dockerfile.?'], ['Dockerfile.1'], ['Dockerfile.12', 'Dockerfile.']],
  [['?'], ['é', '🐳'], ['ab', 'éé']],
  [['[a-c]x', '[!a]y', '[]]z', '[[:digit:]]d', '[\\]-]e'], ['bx', 'by', ']z', '1d', ']e', '-e'], ['dx', 'ay', 'z', 'xd']],
  [['[a', '[[:nope:]]', '[a-', '[!', '[\\'], [], ['a', '[a', '-', 'b']],
  [['\\#x', '\\!y', '\\*', 'end\\ ', 'trail  ', 'tab\\\\ '], ['#x', '!y', '*', 'end ', 'trail', 'tab\\'], ['x', 'y', 'star', 'end']],
  [['# comment', '', '/', '!'], [], ['# comment', 'x']],
  [['odd\\'], [], ['odd', 'odd\\']],
  [['{a,b}', '{{ name }}/'], ['{a,b}', '{{ name }}/Dockerfile'], ['a', 'b']],
  [['windows\r'], ['windows'], ['windows\r']],
];

describe('patterns', () => {
  it.each(TABLE)('%j', (lines, covered, others) => {
    const patterns = compilePatterns(lines);
    expect(covered.filter((path) => !coversPath(patterns, path))).toEqual([]);
    expect(others.filter((path) => coversPath(patterns, path))).toEqual([]);
  });

  it('says of one path whether the last pattern takes it or gives it back', () => {
    const patterns = compilePatterns(['a', '!a', 'b/']);
    expect(matchPatterns(patterns, 'a', false)).toBe('negated');
    expect(matchPatterns(patterns, 'b', true)).toBe('match');
    expect(matchPatterns(patterns, 'b', false)).toBeNull();
  });

  it('takes no long time for patterns made to take long', () => {
    const hostile = compilePatterns([`${'*a'.repeat(200)}*b`, `/${'**/a/'.repeat(200)}b`, `${'*?'.repeat(200)}b`]);
    expect(coversPath(hostile, 'a'.repeat(255))).toBe(false);
    expect(coversPath(hostile, `${'a/'.repeat(400)}c`)).toBe(false);
  });

  it('agrees with git', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
    try {
      execFileSync('git', ['init', '-q', folder]);
      const piece = constantFrom('a', 'b', '*', '**', '/', '?', '[ab]', '[!a]', '\\a', '!', 'a/b', ' ');
      // Git's answer to `**` beside other characters (`a**/b`) changes with its version.
      const pattern = array(piece, { minLength: 1, maxLength: 5 })
        .map((pieces) => pieces.join(''))
        .filter((text) => !/\*\*[^/]|[^/]\*\*/.test(text));
      const paths = ['a', 'b', 'ab', 'a/b', 'a/a', 'b/a', 'a/b/a', 'b/b/b', 'ab/ba/ab', ' ', 'a /b'];
      assert(
        property(array(pattern, { minLength: 1, maxLength: 3 }), (lines) => {
          writeFileSync(join(folder, '.gitignore'), `${lines.join('\n')}\n`);
          expect(paths.filter((path) => coversPath(compilePatterns(lines), path))).toEqual(ignoredByGit(folder, paths));
        }),
        { numRuns: 150 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function ignoredByGit(folder: string, paths: readonly string[]): readonly string[] {
  try {
    const output = execFileSync('git', ['check-ignore', '--no-index', '-z', '--stdin'], { cwd: folder, input: paths.join('\0'), encoding: 'utf8' });
    return output.split('\0').filter((path) => path !== '');
  } catch {
    // Its exit code is 1 when nothing is ignored.
    return [];
  }
}
