import { join } from 'node:path';
import { gitIgnoreAbove, gitIgnoreIn, isGitIgnored, repositoryRoot } from '../../src/cli/git-ignore';
import { inFolder } from '../config/folder';

describe('.gitignore', () => {
  const files = { '.git/HEAD': '', '.gitignore': '\ufeff*.tmp\r\nbuild/\n', 'a/.gitignore': '!keep.tmp\n/here\n', 'a/b/c/x': '', 'd/.gitignore': '# nothing\n' };

  it.each([
    ['x.tmp', false, true],
    ['a/x.tmp', false, true],
    ['a/keep.tmp', false, false],
    ['a/b/c/keep.tmp', false, false],
    ['a/here', false, true],
    ['a/b/c/here', false, false],
    ['a/b/c/build', true, true],
    ['a/b/c/build', false, false],
    ['a/b/c/x', false, false],
  ])('%s (folder: %s) is ignored: %s', async (path, isFolder, ignored) => {
    await inFolder(files, (root) => {
      const folder = join(root, path, '..');
      expect(isGitIgnored(gitIgnoreIn(folder, gitIgnoreAbove(folder)), join(root, path), isFolder)).toBe(ignored);
    });
  });

  it('counts from the root of the repository down, not from above it', async () => {
    await inFolder({ '.gitignore': '*', 'inner/.git': 'gitdir: x', 'inner/a/x': '' }, (root) => {
      expect(repositoryRoot(join(root, 'inner/a'))).toBe(join(root, 'inner'));
      expect(gitIgnoreAbove(join(root, 'inner/a'))).toEqual([]);
      expect(gitIgnoreAbove(join(root, 'inner'))).toEqual([]);
    });
  });

  it('counts outside of repositories in the folder that is searched and below', async () => {
    await inFolder({ '.gitignore': '*', 'a/.gitignore': 'x' }, (root) => {
      expect(repositoryRoot(join(root, 'a'))).toBeNull();
      expect(gitIgnoreAbove(join(root, 'a'))).toEqual([]);
      expect(isGitIgnored(gitIgnoreIn(join(root, 'a'), []), join(root, 'a/x'), false)).toBe(true);
    });
  });
});
