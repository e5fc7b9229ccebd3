import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigLayer } from '../../src/config/layers';
import { createConfigLoader, type LoadedConfig } from '../../src/config/load';
import { RULES } from './registry';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import { inFolder } from './folder';

type Files = Readonly<Record<string, string>>;

/** Layers in short: names of presets, paths of files. */
function inShort(loaded: LoadedConfig): readonly string[] {
  if (!loaded.ok) return loaded.problems.map(({ path, place, message }) => `${path}:${place === null ? '' : `${place.line}:${place.column}:`} ${message}`);
  return loaded.layers.map((layer: ConfigLayer) => (layer.kind === 'preset' ? layer.name : layer.path));
}

function forFolder(files: Files, folder: string): Promise<readonly string[]> {
  // A repository of its own, so that nothing above the test's folder counts.
  return inFolder({ '.git/HEAD': '', ...files }, async (cwd) => inShort(await createConfigLoader(cwd, REGISTERED_RULES).forFolder(folder)));
}

describe('the config of a folder', () => {
  it.each<[string, Files, string, readonly string[]]>([
    ['is the one in it', { 'a/.plimsoll.yaml': '', '.plimsoll.json': '{}' }, 'a', ['a/.plimsoll.yaml']],
    ['is the nearest one above', { '.plimsoll.yml': '', 'a/b/Dockerfile': '' }, 'a/b', ['.plimsoll.yml']],
    ['is in package.json when that has the key', { 'package.json': '{"plimsoll": {}}', 'a/package.json': '{"name": "plimsoll"}' }, 'a', ['package.json']],
    ['is not outside the repository', { '.plimsoll.yaml': '', 'inner/.git/HEAD': '', 'inner/a/Dockerfile': '' }, 'inner/a', []],
    ['is not outside a work tree, whose .git is a file', { '.plimsoll.yaml': '', 'inner/.git': 'gitdir: x', 'inner/a/Dockerfile': '' }, 'inner/a', []],
    ['may be none', {}, '.', []],
    ['is not made from a file above it', { '.plimsoll.yaml': 'extends: strict', 'a/.plimsoll.yaml': 'root: true' }, 'a', ['a/.plimsoll.yaml']],
    ['is not looked for in other files', { 'package.json': '["plimsoll"]', '.plimsoll': '', 'plimsoll.yaml': '' }, '.', []],
    ['must be one', { '.plimsoll.yaml': '', '.plimsoll.json': '{}' }, '.', ['.plimsoll.json: there is also .plimsoll.yaml in this folder; keep one config']],
    ['must be one, package.json counts', { '.plimsoll.json': '{}', 'package.json': '{"plimsoll": {}}' }, '.', ['package.json: there is also .plimsoll.json in this folder; keep one config']],
    ['is not passed over because package.json is broken', { 'package.json': '{\n"plimsoll": {}' }, '.', ['package.json:2:15: Expected "," or "}", but the file ends here']],
    ['may be a folder, which is said', { '.plimsoll.yaml/x': '' }, '.', ['.plimsoll.yaml: this is a folder']],
  ])('%s', async (_name, files, folder, expected) => {
    expect(await forFolder(files, folder)).toEqual(expected);
  });

  it('is read once', async () => {
    await inFolder({ '.git/HEAD': '', '.plimsoll.yaml': '', 'a/Dockerfile': '', 'b/Dockerfile': '' }, async (cwd) => {
      const loader = createConfigLoader(cwd, RULES);
      expect(await loader.forFolder('a')).toBe(await loader.forFolder(join(cwd, 'b')));
    });
  });

  it('may be above a folder that is not there', async () => {
    expect(await forFolder({ '.plimsoll.yaml': '' }, 'no/such\0/folder')).toEqual(['.plimsoll.yaml']);
  });
});

describe('a loader', () => {
  it('looks up to the root of the file system', async () => {
    await inFolder({}, async (folder) => {
      mkdirSync(join(folder, 'a'));
      const loaded = await createConfigLoader(folder, RULES).forFolder('a');
      expect(loaded).toEqual({ ok: true, layers: [] });
    });
  });

  it('reads a file that is named, once', async () => {
    await inFolder({ 'x.yaml': 'extends: strict' }, async (cwd) => {
      const loader = createConfigLoader(cwd, RULES);
      expect(inShort(await loader.fromFile('x.yaml'))).toEqual(['strict', 'x.yaml']);
      expect(await loader.fromFile('x.yaml')).toBe(await loader.fromFile(join(cwd, 'x.yaml')));
    });
  });
});
