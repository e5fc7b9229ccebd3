import * as fc from 'fast-check';
import { isIgnored, isWhollyIgnored, leavesNothingOut, readDockerignore } from '../../src/dockerfile/dockerignore';

const ignores = (lines: string, path: string): boolean => isIgnored(readDockerignore(lines), path);
const ignoresAll = (lines: string, source: string): boolean => isWhollyIgnored(readDockerignore(lines), source);

describe('an ignore file', () => {
  it.each([
    ['docs', 'docs', true],
    ['docs', 'docs/a/b', true],
    ['docs', 'a/docs', false],
    ['/docs/', 'docs/a', true],
    ['./docs/../src//', 'src/x', true],
    ['  docs\t', 'docs', true],
    ['# docs', 'docs', false],
    [' # docs', '# docs', true],
    ['\ufeffdocs\r\nsrc\r\n', 'docs', true],
    ['\ufeffdocs\r\nsrc\r\n', 'src', true],
    ['', 'a', false],
    ['[', 'a', false],
    ['../a\n.\n/', 'a', false],
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'docs/README.md', true],
    ['*', '.git', true],
    ['**', '', false],
  ])('%j and the path %s: %s', (lines, path, expected) => {
    expect(ignores(lines, path)).toBe(expected);
  });

  it.each([
    ['docs\n!docs/README.md', 'docs/README.md', false],
    ['docs\n!docs/README.md', 'docs/b', true],
    ['docs/*\n!docs/README.md', 'docs/README.md', false],
    ['!docs/README.md\ndocs', 'docs/README.md', true],
    ['**\n!util/web', 'util/web/foo', false],
    ['**\n!util/web\nutil/web/foo', 'util/web/foo', true],
    ['**\n! /dist/*.whl', 'dist/a.whl', false],
    ['*\n!src\nsrc/secret', 'src/secret/x', true],
    ['*\n!src\nsrc/secret', 'src/a', false],
    ['*.md\n!README*.md\nREADME-secret.md', 'README-secret.md', true],
    ['*.md\nREADME-secret.md\n!README*.md', 'README-secret.md', false],
    // A pattern that changes nothing for a folder is asked again of what is in it.
    ['*\n!docs/x\ndocs', 'docs/x', false],
    ['docs/x\n!docs', 'docs/x', true],
    ['!', 'a', false],
  ])('with exceptions: %j and the path %s: %s', (lines, path, expected) => {
    expect(ignores(lines, path)).toBe(expected);
  });

  it('says nothing of a path that no system has', () => {
    expect(ignores('a*', 'a'.repeat(5000))).toBe(false);
    expect(ignoresAll('a*', 'a'.repeat(5000))).toBe(false);
    expect(ignores('*'.repeat(5000), 'a')).toBe(false);
  });
});

describe('a source of which nothing is left', () => {
  it.each([
    ['docs', 'docs'],
    ['docs', 'docs/a'],
    ['*', 'docs'],
    ['*\n!src', 'docs'],
    ['*\n!src/docs', 'docs'],
    ['docs\n!docs2', 'docs'],
    ['!docs/a\ndocs', 'docs'],
    ['*\n!docs\ndocs', 'docs'],
    ['*.md', '*.md'],
    ['docs', 'docs/*.md'],
    ['**/*.py[co]\n**/*.pyc', 'a/*.pyc'],
    ['*\n!*.js', 'a.md'],
    ['*', ''],
    ['!a\n**', ''],
  ])('%j: %s', (lines, source) => {
    expect(ignoresAll(lines, source)).toBe(true);
  });

  it.each([
    ['docs', ''],
    ['docs', 'src'],
    ['docs/a', 'docs'],
    ['docs/**', 'docs'],
    ['docs\n!docs/a', 'docs'],
    ['*\n!**/*.js', 'docs'],
    ['*\n!docs', 'docs/a'],
    ['*.md\n!README.md', '*.md'],
    ['a.md', '*.md'],
    ['*\n!src', ''],
    ['.*', ''],
    ['.', ''],
    ['*\n!src', 's*'],
  ])('not so %j: %s', (lines, source) => {
    expect(ignoresAll(lines, source)).toBe(false);
  });

  const name = fc.constantFrom('a', 'b', 'ab');
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
  const line = fc.tuple(fc.boolean(), fc.array(fc.constantFrom('a', 'b', 'ab', '*', '**', 'a*', '?'), { minLength: 1, maxLength: 3 }))
    .map(([negated, names]) => `${negated ? '!' : ''}${names.join('/')}`);
  const lines = fc.array(line, { maxLength: 5 }).map((each) => each.join('\n'));

  it('means that every path in it is ignored', () => {
    fc.assert(fc.property(lines, path, path, (text, folder, inside) => {
      fc.pre(ignoresAll(text, folder));
      expect([ignores(text, folder), ignores(text, `${folder}/${inside}`)]).toEqual([true, true]);
    }), { numRuns: 3000 });
  });

  it('means so for the whole context', () => {
    fc.assert(fc.property(lines, path, (text, inside) => {
      expect(ignoresAll(text, '') && !ignores(text, inside)).toBe(false);
    }), { numRuns: 3000 });
  });

  it('means so for all that wildcards stand for', () => {
    fc.assert(fc.property(lines, path, path, (text, folder, inside) => {
      const source = folder.replace(/a/g, '?');
      fc.pre(ignoresAll(text, source));
      expect([ignores(text, folder), ignores(text, `${folder}/${inside}`)]).toEqual([true, true]);
    }), { numRuns: 3000 });
  });

  it('without exceptions is what is ignored', () => {
    fc.assert(fc.property(lines, path, (text, folder) => {
      const plain = text.replaceAll('!', '');
      expect(ignoresAll(plain, folder)).toBe(ignores(plain, folder));
    }));
  });
});

describe('an ignore file without effect', () => {
  it.each([['', true], ['# a\n\n', true], ['!a', true], ['*\n!**', true], ['*\n!*', true], ['.\n/\n../a', true], ['a', false], ['*\n!a', false], ['*\n!*\na', false]])('%j: %s', (lines, expected) => {
    expect(leavesNothingOut(readDockerignore(lines))).toBe(expected);
  });
});
