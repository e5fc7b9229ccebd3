/** A small project with the real set-up scripts and toy versions of all that they call, in a temporary folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const scripts = join(__dirname, '../../scripts');
const REAL = ['setup.mjs', 'lock.mjs', 'stamps.mjs', 'start.mjs', 'main-module.mjs'];

/** Stands in for npm: writes down its arguments; an existing file `npm-fails` makes it fail. */
const NPM = `
const { appendFileSync, existsSync, mkdirSync, rmSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
console.log('words of npm');
rmSync('node_modules', { recursive: true, force: true });
if (existsSync('npm-hangs')) setInterval(() => {}, 1000);
else if (existsSync('npm-fails')) process.exitCode = 1;
else mkdirSync('node_modules');
`;

const GENERATE = `
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
export async function generateIgnored(root) {
  writeFileSync(join(root, 'src/toy.generated.ts'), 'generated');
}
`;

const BUILD = `
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
export async function build(root, outdir) {
  appendFileSync(join(root, 'builds'), 'built\\n');
  writeFileSync(join(outdir, 'partial'), '');
  if (existsSync(join(root, 'build-fails'))) throw new Error('the toy build failed');
  writeFileSync(join(outdir, 'built-from'), readFileSync(join(root, 'src/main.ts')));
}
`;

const BIN = `
process.stdout.write(JSON.stringify({ words: process.argv.slice(2), folder: process.cwd() }));
process.exitCode = 3;
`;

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ToyProject {
  readonly root: string;
  path(...parts: readonly string[]): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Text of a file; empty when there is none. */
  read(path: string): string;
  exists(path: string): boolean;
  /** How often npm was called, and how often the build ran. */
  counts(): { readonly installs: number; readonly builds: number };
  run(script: string, words?: readonly string[], environment?: Readonly<Record<string, string>>): Run;
  start(script: string): ChildProcess;
  dispose(): void;
}

export function toyProject(): ToyProject {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-toy-'));
  const path = (...parts: readonly string[]): string => join(root, ...parts);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  const read = (name: string): string => (existsSync(path(name)) ? readFileSync(path(name), 'utf8') : '');
  const lines = (name: string): number => read(name).split('\n').length - 1;

  for (const name of REAL) cpSync(join(scripts, name), path('scripts', name));
  write('npm.cjs', NPM);
  write('scripts/generate.mjs', GENERATE);
  write('scripts/build.mjs', BUILD);
  write('bin/plimsoll.js', BIN);
  write('src/main.ts', 'first');
  write('package.json', '{ "name": "toy" }');
  write('package-lock.json', '{}');
  // Not what npm tells the scripts that it starts, should npm have started this test.
  const { npm_lifecycle_event: _event, INIT_CWD: _folder, ...outer } = process.env;
  const environment = { ...outer, npm_execpath: path('npm.cjs') };

  return {
    root,
    path,
    write,
    read,
    remove: (name) => rmSync(path(name), { recursive: true }),
    exists: (name) => existsSync(path(name)),
    counts: () => ({ installs: lines('npm-calls'), builds: lines('builds') }),
    run: (script, words = [], more = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path('scripts', script), ...words], {
        cwd: root,
        encoding: 'utf8',
        env: { ...environment, ...more },
      });
      return { status, stdout, stderr };
    },
    start: (script) => spawn(process.execPath, [path('scripts', script)], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] }),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}
