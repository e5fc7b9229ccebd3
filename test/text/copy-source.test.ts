import { contextPath, isArchiveName, isGitSource, isRemoteSource, leavesContext } from '../../src/text/copy-source';

describe('sources that ADD fetches', () => {
  it.each([
    ['https://example.org/x.tar', true, false],
    ['HTTP://example.org/', true, false],
    ['ftp://example.org/x', true, false],
    ['https://example.org/x.git', true, true],
    ['https://example.org/x.git#main:sub', true, true],
    ['https://example.org/x.git?ref=v1', true, true],
    ['https://example.org/x?y=.git', true, false],
    ['git@example.org:a/b', true, true],
    ['git://example.org/a', true, true],
    ['ssh://git@example.org/a', true, true],
    ['github.com/a/b', true, true],
    ['example.org/a', false, false],
    ['a/b.git', false, false],
    ['.', false, false],
  ])('%s: %s, git: %s', (source, remote, git) => {
    expect([isRemoteSource(source), isGitSource(source)]).toEqual([remote, git]);
  });
});

describe('archives by name', () => {
  it.each(['a.tar', 'a.tar.gz', 'a.tgz', 'a.tar.zst', 'b/*.tar.*', 'a.tbz2', 'a.xz'])('%s', (name) => expect(isArchiveName(name)).toBe(true));
  it.each(['a.zip', 'tar', 'a.tarball', 'gz'])('not %s', (name) => expect(isArchiveName(name)).toBe(false));
});

describe('paths in the context', () => {
  it.each([
    ['.', '', false],
    ['./', '', false],
    ['/', '', false],
    ['/a//b/', 'a/b', false],
    ['./a/../b', 'b', false],
    ['a/..', '', false],
    ['../a', 'a', true],
    ['/../../a', 'a', true],
    ['a/../../b', 'b', true],
    ['*.md', '*.md', false],
    ['..a', '..a', false],
  ])('%s is %s; it climbs out: %s', (source, path, climbs) => {
    expect([contextPath(source), leavesContext(source)]).toEqual([path, climbs]);
  });
});
