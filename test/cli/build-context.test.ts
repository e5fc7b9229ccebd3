import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createBuildContext } from '../../src/cli/build-context';
import { inFolder } from '../config/folder';

describe('the build context', () => {
  it('is not known unless it is given', () => {
    const context = createBuildContext(null, '/');
    expect([context.factsFor('/Dockerfile'), context.errors()]).toEqual([null, []]);
  });

  it('has the ignore file of the Dockerfile, else its own, else none', async () => {
    const files = { 'app/.dockerignore': 'a', 'app/x/Dockerfile.dockerignore': 'b', 'app/x/y': '' };
    await inFolder(files, (cwd) => {
      const context = createBuildContext('app', cwd);
      const own = context.factsFor(join(cwd, 'app/x/Dockerfile'));
      expect([own?.ignoreFile, own?.isIgnored('a'), own?.isIgnored('b')]).toEqual(['app/x/Dockerfile.dockerignore', false, true]);
      for (const path of [join(cwd, 'app/Dockerfile'), null]) expect(context.factsFor(path)?.ignoreFile).toBe('app/.dockerignore');
      expect(context.factsFor(null)).toBe(context.factsFor(null));
      expect(createBuildContext('app/x', cwd).factsFor(null)).toMatchObject({ ignoreFile: null, ignoresNothing: true });
      expect(context.errors()).toEqual([]);
    });
  });

  it('knows what the folder holds', async () => {
    await inFolder({ 'a/b': '' }, (cwd) => {
      symlinkSync('/nowhere', join(cwd, 'link'));
      const facts = createBuildContext(cwd, '/').factsFor(null);
      expect(['', 'a', 'a/b', 'link', 'c', 'a/b/c', 'a\0'].map((path) => facts?.holds(path))).toEqual([true, true, true, true, false, false, false]);
      expect(['', 'a', 'a/b', 'link', 'c'].map((path) => facts?.holdsFolder(path))).toEqual([true, true, false, false, false]);
    });
  });

  it.each(['no-such', 'file', 'file/x', 'a\0'])('is not known when %j is no folder', async (given) => {
    await inFolder({ file: '' }, (cwd) => {
      const context = createBuildContext(given, cwd);
      expect(context.factsFor(null)).toBeNull();
      expect(context.errors()).toEqual([{ path: given, message: expect.stringContaining('no such folder') }]);
    });
  });

  it('is not known when its ignore file cannot be read, which is said once', async () => {
    await inFolder({}, (cwd) => {
      mkdirSync(join(cwd, '.dockerignore'));
      const context = createBuildContext('.', cwd);
      expect([context.factsFor(null), context.factsFor(join(cwd, 'Dockerfile'))]).toEqual([null, null]);
      expect(context.errors()).toEqual([{ path: '.dockerignore', message: 'this is a folder' }]);
    });
  });
});
