import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, repository } from './run-script';

const temporary = mkdtempSync(join(tmpdir(), 'plimsoll-release-'));
const tree = join(temporary, 'tree');
const make = (folder: string) => spawnSync(process.execPath, [join(repository, 'scripts/release-tree.mjs'), folder], { cwd: temporary, encoding: 'utf8' });

beforeAll(() => {
  expect(make('tree')).toMatchObject({ status: 0, stdout: '', stderr: '' });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(tree, path), 'utf8');

test('holds what is published, and nothing of development', () => {
  const entries = readdirSync(tree).sort();
  expect(entries).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'THIRD-PARTY-NOTICES', 'bin', 'dist', 'package.json']));
  for (const name of ['src', 'test', 'scripts', 'node_modules', 'package-lock.json', 'tsconfig.json']) expect(entries).not.toContain(name);
  expect(existsSync(join(tree, 'dist/.stamp'))).toBe(false);
});

test('its package.json runs nothing and installs nothing', () => {
  const manifest: Record<string, unknown> = JSON.parse(read('package.json'));
  const development = ['scripts', 'devDependencies', 'dependencies', 'optionalDependencies', 'peerDependencies', 'overrides', 'private'];
  expect(Object.keys(manifest).filter((key) => development.includes(key))).toEqual([]);
  expect(manifest).toMatchObject({ name: 'plimsoll', license: 'MIT', bin: { plimsoll: 'bin/plimsoll.js' }, engines: { node: '>=20.17' } });
});

test('every file that its package.json names is there', () => {
  const { main, types, bin, exports } = JSON.parse(read('package.json'));
  const named = [main, types, ...Object.values(bin), ...Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? entry : Object.values(entry ?? {})))];
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((path) => !existsSync(join(tree, String(path))))).toEqual([]);
});

test('its program runs', () => {
  writeFileSync(join(temporary, 'Dockerfile'), 'FROM alpine:latest\n');
  const run = spawnSync(join(tree, 'bin/plimsoll.js'), ['Dockerfile'], { cwd: temporary, encoding: 'utf8' });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 1, stderr: '' });
  expect(run.stdout).toContain('no-latest-tag');
});

test('its types say what the library gives, without any package', () => {
  const program = `
    import { lintText } from 'plimsoll';
    import { defineRule } from 'plimsoll/rule';
    import { checkExamples } from 'plimsoll/testing';
    const rules: string[] = lintText('FROM alpine').problems.map(({ rule }) => rule);
    // @ts-expect-error A severity is no number.
    defineRule({ severity: 1 });
    console.log(rules, checkExamples.length);`;
  writeFileSync(join(temporary, 'use.ts'), program);
  writeFileSync(
    join(temporary, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, module: 'ESNext', moduleResolution: 'Bundler', target: 'ES2022', lib: ['ES2022', 'DOM'], types: [], paths: {
        plimsoll: ['./tree/dist/types/src/index.d.ts'],
        'plimsoll/*': ['./tree/dist/types/src/*.d.ts'],
      } },
      files: ['use.ts'],
    }),
  );
  const { status, stdout } = spawnSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', temporary], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('it can be packed, and the package holds the same files', () => {
  const npm = process.env['npm_execpath'];
  const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const output = execFileSync(program, [...first, 'pack', '--dry-run', '--json'], { cwd: tree, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(output);
  const packed = files.map(({ path }) => path).sort();
  const present = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(tree.length + 1))
    .sort();
  expect(packed).toEqual(present);
});

describe('the notices', () => {
  test('name each bundled package with its licence', () => {
    const notices = read('THIRD-PARTY-NOTICES');
    for (const name of ['@oclif/core', 'ajv', 'dockerfile-ast', 'semver', 'unbash', 'yaml']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([A-Z][A-Za-z0-9.-]+\\)$`, 'm'));
    }
    for (const name of ['typescript', 'jest', 'eslint']) expect(notices).not.toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).toContain('Permission is hereby granted');
  });

  test('find packages in packages, with and without a scope', () => {
    const inputs = ['src/a.ts', 'node_modules/a/lib/x.js', 'node_modules/@s/b/x.js', 'node_modules/a/node_modules/c/x.js'];
    const metafile = { outputs: { 'dist/x.js': { inputs: Object.fromEntries(inputs.map((path) => [path, {}])) } } };
    const expected = ['node_modules/@s/b', 'node_modules/a', 'node_modules/a/node_modules/c', 'node_modules/ajv'];
    expect(evaluate('release/notices.mjs', 'script.bundledPackages([input])', metafile)).toEqual(expected);
  });
});

test('a folder with files in it is left alone', () => {
  expect(make(temporary)).toMatchObject({ status: 1, stderr: expect.stringContaining('is not empty') });
  expect(spawnSync(process.execPath, [join(repository, 'scripts/release-tree.mjs')], { encoding: 'utf8' })).toMatchObject({ status: 2 });
});
