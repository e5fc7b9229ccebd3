import { join } from 'node:path';
import { collect } from '../../src/config/collect';
import type { ConfigLayer, LoadedConfig } from '../../src/config/layers';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import { inFolder } from './folder';

type Files = Readonly<Record<string, string>>;

/** Layers in short: names of presets, paths of files. */
function inShort(loaded: LoadedConfig): readonly string[] {
  if (!loaded.ok) return loaded.problems.map(({ path, place, message }) => `${path}:${place === null ? '' : `${place.line}:${place.column}:`} ${message}`);
  return loaded.layers.map((layer: ConfigLayer) => (layer.kind === 'preset' ? layer.name : layer.path));
}

function fromFile(files: Files, path: string): Promise<readonly string[]> {
  return inFolder(files, async (cwd) => inShort(await collect(join(cwd, path), cwd, REGISTERED_RULES)).map((line) => line.replaceAll(cwd, '<cwd>')));
}

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
      expect(await collect(join(cwd, 'a/x.yaml'), cwd, REGISTERED_RULES)).toMatchObject({ ok: true, layers: [{ folder: `${cwd}/a`, path: 'a/x.yaml' }] });
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
      const loaded = await collect(join(folder, 'x.yaml'), join(folder, 'a'), REGISTERED_RULES);
      expect(loaded).toMatchObject({ problems: [{ path: join(folder, 'x.yaml') }] });
    });
  });
});
