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

function fromFile(files: Files, path: string): Promise<readonly string[]> {
  return inFolder(files, async (cwd) => {
    const shown = inShort(await createConfigLoader(cwd, REGISTERED_RULES).fromFile(path));
    return shown.map((line) => line.replaceAll(cwd, '<cwd>'));
  });
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

describe('a config file', () => {
  it('has layers: what it extends, in order, then itself', async () => {
    const files = { 'a.yaml': 'extends: [strict, base/b.json, recommended]', 'base/b.json': '{"extends": "../c.yml"}', 'c.yml': 'extends: gc' };
    expect(await fromFile(files, 'a.yaml')).toEqual(['strict', 'gc', 'c.yml', 'base/b.json', 'recommended', 'a.yaml']);
  });

  it('is YAML unless its name says JSON', async () => {
    expect(await fromFile({ 'x.conf': 'extends: strict' }, 'x.conf')).toEqual(['strict', 'x.conf']);
    expect(await fromFile({ 'x.json': 'extends: strict' }, 'x.json')).toEqual(['x.json:1:1: Expected a value, not e']);
  });

  it('keeps the folder its patterns are relative to', async () => {
    await inFolder({ 'a/x.yaml': '' }, async (cwd) => {
      expect(await createConfigLoader(cwd, RULES).fromFile('a/x.yaml')).toMatchObject({ ok: true, layers: [{ folder: `${cwd}/a`, path: 'a/x.yaml' }] });
    });
  });

  it.each<[string, Files, readonly string[]]>([
    ['is missing', {}, ['x.yaml: no such file']],
    ['is no YAML', { 'x.yaml': 'a: [\n' }, ['x.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]']],
    ['has mistakes', { 'x.yaml': 'rules:\n  no-maintainers: off\n  no-latest-tag: [warn, {}]\nfoo: 1\n' }, [
      'x.yaml:2:3: Unknown rule "no-maintainers"; did you mean no-maintainer?',
      'x.yaml:3:19: The severity of no-latest-tag must be one of off, info, warning, error, not "warn"',
      'x.yaml:4:1: Unknown key "foo"; known here: $schema, root, extends, rules, overrides, build, ignore, noInlineConfig, failLevel',
    ]],
    ['begins with a byte-order mark', { 'x.yaml': '\ufeffrulez: 1' }, ['x.yaml:1:1: Unknown key "rulez"; did you mean rules?']],
    ['extends a preset that is not there', { 'x.yaml': 'extends:\n  - recomended\n' }, ['x.yaml:2:5: Unknown preset "recomended"; did you mean recommended?']],
    ['extends a file that is not there', { 'x.yaml': 'extends: [strict, ./no.yaml]' }, ['x.yaml:1:19: extends no.yaml: no such file']],
    ['extends a file with a mistake', { 'x.yaml': 'extends: ./b.yaml', 'b.yaml': 'root: 1' }, ['b.yaml:1:7: root must be true or false, not 1; put quotes around it']],
    ['extends itself', { 'x.yaml': 'extends: [./b.yaml]', 'b.yaml': 'extends: ./x.yaml' }, ['b.yaml:1:10: extends x.yaml: this file extends itself']],
    ['extends a package.json without the key', { 'x.yaml': 'extends: ./package.json', 'package.json': '{}' }, ['package.json:1:1: This file has no key "plimsoll"']],
    ['is a package.json with a mistake under the key', { 'x.yaml': 'extends: ./package.json', 'package.json': '{\n"name": "x",\n"plimsoll": {"root": 0}}' }, [
      'package.json:3:22: root must be true or false, not 0; put quotes around it',
    ]],
    ['is too large', { 'x.yaml': '#'.repeat(1_000_001) }, ['x.yaml: larger than 1 MB']],
  ])('is refused when it %s', async (_name, files, expected) => {
    expect(await fromFile(files, 'x.yaml')).toEqual(expected);
  });

  it('is refused when files extend one another without end', async () => {
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at}.yaml`, `extends: [${`./${at + 1}.yaml, `.repeat(9)}]`]));
    const [first] = await fromFile({ ...files, '8.yaml': '' }, '0.yaml');
    expect(first).toMatch(/: more than 100 files$/);
  });

  it('is named in full when it is outside the working folder', async () => {
    await inFolder({ 'x.yaml': 'root: 0', 'a/b': '' }, async (folder) => {
      const loaded = await createConfigLoader(join(folder, 'a'), RULES).fromFile('../x.yaml');
      expect(loaded).toMatchObject({ problems: [{ path: join(folder, 'x.yaml') }] });
    });
  });

  it('is looked for up to the root of the file system', async () => {
    await inFolder({}, async (folder) => {
      mkdirSync(join(folder, 'a'));
      const loaded = await createConfigLoader(folder, RULES).forFolder('a');
      expect(loaded).toEqual({ ok: true, layers: [] });
    });
  });
});
