// Installs and builds what is missing; does nothing when all is fresh. Uses Node's own modules only, since it runs
// on a fresh clone. Every word goes to stderr: stdout belongs to what is started afterwards.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { isMain } from './main-module.mjs';
import {
  areDependenciesFresh,
  buildKey,
  buildStamp,
  buildStampPath,
  forgetDependencies,
  isBuildFresh,
  stampDependencies,
} from './stamps.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const OLDEST_NODE = [20, 19];

/** An expected failure: its message is all that the user needs. */
class SetUpError extends Error {}

const say = (text) => process.stderr.write(`set-up: ${text}\n`);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetUpError(`Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}`);
}

function runNpm(args, guard) {
  // Under `npm start` npm names its own program; without it the one on the path is taken.
  const ownProgram = process.env.npm_execpath;
  const [program, first] =
    ownProgram && /\.c?js$/.test(ownProgram) ? [process.execPath, [ownProgram]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2], shell: program.endsWith('.cmd') });
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signal));
    if (child.pid !== undefined) guard(child);
  });
}

async function installDependencies(guard) {
  say('installing dependencies');
  forgetDependencies(ROOT);
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  const status = await runNpm(args, guard);
  if (status !== 0) throw new SetUpError(`npm ${args.join(' ')} failed (${status})`);
  stampDependencies(ROOT);
}

async function buildProgram() {
  say('building');
  const workFolder = join(ROOT, '.plimsoll');
  for (const name of readdirSync(workFolder)) {
    if (/^(built|replaced)-/.test(name)) rmSync(join(workFolder, name), { recursive: true, force: true });
  }
  // Taken before the build: what is edited meanwhile is built by the next run.
  const key = buildKey(ROOT);
  const { generateIgnored } = await import('./generate.mjs');
  const { build } = await import('./build.mjs');
  const built = join(workFolder, `built-${process.pid}`);
  const replaced = join(workFolder, `replaced-${process.pid}`);
  mkdirSync(built);
  await generateIgnored(ROOT);
  await build(ROOT, built, { codeCache: true });
  writeFileSync(buildStampPath(built), buildStamp(ROOT, key));
  const dist = join(ROOT, 'dist');
  if (existsSync(dist)) renameSync(dist, replaced);
  renameSync(built, dist);
  rmSync(replaced, { recursive: true, force: true });
}

/** Makes `node_modules`, the generated files and `dist` those of the present sources. */
export async function setUp() {
  checkNode();
  if (areDependenciesFresh(ROOT) && isBuildFresh(ROOT)) return;
  const work = async (guard) => {
    if (!areDependenciesFresh(ROOT)) await installDependencies(guard);
    if (!isBuildFresh(ROOT)) await buildProgram();
  };
  await withLock(join(ROOT, '.plimsoll', 'setup.lock'), work, say);
}

/** As `setUp`; on failure says why and ends the process with 2. */
export async function setUpOrExit() {
  try {
    await setUp();
  } catch (error) {
    // esbuild lists what is wrong with the sources; where it was called from says nothing more.
    const isExpected = error instanceof SetUpError || Array.isArray(error.errors);
    say(isExpected ? error.message : `failed\n${error.stack}`);
    process.exit(2);
  }
}

if (isMain(import.meta.url)) await setUpOrExit();
