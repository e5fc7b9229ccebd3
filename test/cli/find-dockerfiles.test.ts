import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findDockerfiles, type SearchOptions } from '../../src/cli/find-dockerfiles';
import { inFolder } from '../config/folder';

const NOTHING_IGNORED: SearchOptions = { gitIgnore: true, isIgnored: () => Promise.resolve(false) };

async function found(folder: string, path = '.', options: Partial<SearchOptions> = {}): Promise<readonly string[]> {
  const { files, errors } = await findDockerfiles({ path, absolute: join(folder, path) }, { ...NOTHING_IGNORED, ...options });
  return [...files.map((file) => file.path), ...errors.map((error) => `${error.path}: ${error.message}`)];
}

describe('the Dockerfiles below a folder', () => {
  const files = {
    Dockerfile: '', 'a/Dockerfile.dev': '', 'a/b/x.Dockerfile': '', 'a/README.md': '', 'a/Dockerfile.md': '', '.devcontainer/Dockerfile': '',
    '.git/Dockerfile': '', 'node_modules/x/Dockerfile': '', 'Dockerfile.d/Dockerfile': '',
  };

  it('are found by their names, in order, and shown as the folder was given', async () => {
    const all = ['.devcontainer/Dockerfile', 'Dockerfile', 'Dockerfile.d/Dockerfile', 'a/Dockerfile.dev', 'a/b/x.Dockerfile'];
    await inFolder(files, async (folder) => {
      expect(await found(folder)).toEqual(all);
      expect(await found(folder, './')).toEqual(all);
      expect(await found(folder, 'a/')).toEqual(['a/Dockerfile.dev', 'a/b/x.Dockerfile']);
      expect(await found(folder, './a')).toEqual(['./a/Dockerfile.dev', './a/b/x.Dockerfile']);
      expect(await found('/', folder.slice(1))).toEqual(all.map((path) => join(folder, path).slice(1)));
      expect(await found(folder, 'node_modules/x')).toEqual(['node_modules/x/Dockerfile']);
    });
  });

  it('are not those that git disregards, unless it shall not count', async () => {
    await inFolder({ ...files, '.gitignore': 'a/\n.dev*\n', 'Dockerfile.d/.gitignore': 'Dockerfile' }, async (folder) => {
      expect(await found(folder)).toEqual(['Dockerfile']);
      expect(await found(folder, '.', { gitIgnore: false })).toHaveLength(5);
      expect(await found(folder, 'a')).toEqual(['a/Dockerfile.dev', 'a/b/x.Dockerfile']);
    });
  });

  it('are not those that the settings leave out', async () => {
    await inFolder(files, async (folder) => {
      const asked: string[] = [];
      const isIgnored: SearchOptions['isIgnored'] = (inside, path, isFolder) => {
        asked.push(`${inside.slice(folder.length)} ${path.slice(folder.length)} ${isFolder ? 'folder' : 'file'}`);
        return Promise.resolve(path.endsWith('/a') || path.endsWith('Dockerfile.d/Dockerfile'));
      };
      expect(await found(folder, '.', { isIgnored })).toEqual(['.devcontainer/Dockerfile', 'Dockerfile']);
      expect(asked).toContain('/Dockerfile.d /Dockerfile.d/Dockerfile file');
      expect(asked).toContain(' /a folder');
    });
  });

  it('are found once, whatever links there are', async () => {
    await inFolder({ 'a/Dockerfile': '' }, async (folder) => {
      symlinkSync('..', join(folder, 'a/loop'));
      symlinkSync('..', join(folder, 'a/Dockerfile.loop'));
      symlinkSync('Dockerfile', join(folder, 'a/Dockerfile.link'));
      symlinkSync('nowhere', join(folder, 'a/Dockerfile.broken'));
      execFileSync('mkfifo', [join(folder, 'a/Dockerfile.fifo')]);
      // What has the name but cannot be read is for the reader to tell.
      expect(await found(folder)).toEqual(['a/Dockerfile', 'a/Dockerfile.broken', 'a/Dockerfile.fifo', 'a/Dockerfile.link']);
    });
  });

  it('are found beside a folder that cannot be read', async () => {
    await inFolder({ 'a/Dockerfile': '', Dockerfile: '' }, async (folder) => {
      chmodSync(join(folder, 'a'), 0);
      // Root may read everything.
      const closed = process.getuid?.() === 0 ? 'a/Dockerfile' : 'a: this folder cannot be read (EACCES)';
      expect(await found(folder)).toEqual(['Dockerfile', closed]);
      chmodSync(join(folder, 'a'), 0o755);
    });
  });

  it('are none in a folder that is not there', async () => {
    expect(await found('/', 'no/such/folder')).toEqual(['no/such/folder: this folder cannot be read (ENOENT)']);
  });
});
