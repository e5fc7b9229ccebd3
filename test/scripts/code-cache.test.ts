import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './run-script';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-code-cache-'));
  cpSync(join(repository, 'bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(repository, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(repository, 'package.json'), join(folder, 'package.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/plimsoll.js'), ...args], { cwd: repository, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Paths under the folder. */
function cachesIn(dist: string): readonly string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cache'));
}

const lint = ['lint', '--no-config-lookup', 'examples/broken/Dockerfile'];

test('the program says the same with a code cache, with one that V8 refuses, and with none', () => {
  const caches = cachesIn(join(folder, 'dist'));
  const cached = run(...lint);
  expect(cached.status).toBe(1);
  expect(cached.stdout).toContain('FORM is no instruction');

  for (const name of caches) writeFileSync(join(folder, 'dist', name), 'no code cache');
  expect(run(...lint)).toEqual(cached);

  for (const name of caches) rmSync(join(folder, 'dist', name));
  expect(run(...lint)).toEqual(cached);
});

test('what is loaded later is found from a program that came out of the cache', () => {
  cpSync(join(repository, 'dist'), join(folder, 'dist'), { recursive: true });
  expect(run('explain', 'no-latest-tag').stdout).toContain('Do not build on the moving tag');
  expect(JSON.parse(run(...lint, '--format', 'json').stdout)).toMatchObject({ version: 1 });
  expect(run(...lint, '--format', 'github').stdout).toContain('::error file=');
  expect(run('--help').stdout).toContain('USAGE');
});

test('the program that is cached has no import(), which code out of a cache cannot do', () => {
  expect(readFileSync(join(repository, 'dist/plimsoll.js'), 'utf8')).not.toMatch(/\bimport\(/);
});

test('parts that come out of the cache share one program', () => {
  const config = join(folder, 'plimsoll.yaml');
  writeFileSync(config, 'rules: { no-unknown-instruction: off }\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/plimsoll.js'), ...lint.filter((word) => word !== '--no-config-lookup'), '--config', config], {
    cwd: repository, encoding: 'utf8', env: { ...process.env, NODE_DEBUG: 'module' },
  });
  expect(status).toBe(1);
  expect(stdout).not.toContain('FORM is no instruction');
  // Node itself loads it only where it keeps the compiled code.
  expect(stderr.split(`load "${join(folder, 'dist/plimsoll.js')}"`).length - 1).toBe('enableCompileCache' in nodeModule ? 1 : 0);
});

test('the build made caches for this Node, of the program and of its large parts', () => {
  const made = cachesIn(join(repository, 'dist'));
  expect(made).toContain(`plimsoll.js.${process.version}-${process.arch}.cache`);
  expect(made.filter((name) => /yaml-config/.test(name))).toHaveLength(1);
});
