import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { once } from 'node:events';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { toyProject, type ToyProject } from './toy-project';

const LOCK = '.plimsoll/setup.lock';

let project: ToyProject;
beforeEach(() => {
  project = toyProject();
});
afterEach(() => project.dispose());

const setUp = () => project.run('setup.mjs');
const counts = () => project.counts();
/** What a set-up may leave behind in its work folder. */
const leftovers = () => readdirSync(project.path('.plimsoll'));

async function ended(child: ChildProcess): Promise<unknown> {
  const [status, signal] = await once(child, 'close');
  return status ?? signal;
}

/** Reads what the process says until it has said `text`. */
async function said(child: ChildProcess, text: string): Promise<void> {
  for (let heard = ''; !heard.includes(text); ) {
    const [chunk] = await once(child.stderr ?? child, 'data');
    heard += String(chunk);
  }
}

describe('a fresh clone', () => {
  test('is installed and built, with every word on stderr', () => {
    const { status, stdout, stderr } = setUp();
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(/installing dependencies[^]*words of npm[^]*building/);
    expect(project.read('npm-calls')).toBe('ci --include=dev --include=optional --ignore-scripts --no-audit --no-fund\n');
    expect(project.read('dist/built-from')).toBe('first');
    expect(leftovers()).toEqual([]);
  });

  test('is left alone by the second run', () => {
    setUp();
    expect(setUp()).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(counts()).toEqual({ installs: 1, builds: 1 });
  });

  test('is set up through a link, too', () => {
    symlinkSync(project.path('scripts'), project.path('linked'));
    spawnSync(process.execPath, [project.path('linked/setup.mjs')], { env: { ...process.env, npm_execpath: project.path('npm.cjs') } });
    expect(counts()).toEqual({ installs: 1, builds: 1 });
  });
});

describe('after a set-up', () => {
  beforeEach(() => {
    setUp();
  });

  test.each<[string, () => void, { installs: number; builds: number }]>([
    ['a changed lock file installs and builds', () => project.write('package-lock.json', '{ "changed": true }'), { installs: 2, builds: 2 }],
    ['a missing node_modules installs', () => project.remove('node_modules'), { installs: 2, builds: 1 }],
    ['a changed source builds', () => project.write('src/main.ts', 'second'), { installs: 1, builds: 2 }],
    ['a new source builds', () => project.write('src/deep/er.ts', ''), { installs: 1, builds: 2 }],
    ['a new rule builds', () => project.write('rules/labels/fresh.ts', ''), { installs: 1, builds: 2 }],
    ['a removed source builds', () => project.remove('src/main.ts'), { installs: 1, builds: 2 }],
    ['a changed script builds', () => project.write('scripts/build/more.mjs', ''), { installs: 1, builds: 2 }],
    ['a missing dist builds', () => project.remove('dist'), { installs: 1, builds: 2 }],
    ['a missing generated file builds', () => project.remove('src/toy.generated.ts'), { installs: 1, builds: 2 }],
    ['a changed generated file builds', () => project.write('src/toy.generated.ts', 'edited'), { installs: 1, builds: 2 }],
    ['a changed test does nothing', () => project.write('test/main.test.ts', ''), { installs: 1, builds: 1 }],
  ])('%s', (_name, change, expected) => {
    change();
    setUp();
    expect(counts()).toEqual(expected);
  });

  test('the new build replaces the old one whole', () => {
    project.write('dist/stray', '');
    project.write('src/main.ts', 'second');
    setUp();
    expect(project.read('dist/built-from')).toBe('second');
    expect(project.exists('dist/stray')).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  test('a build that fails leaves the old one, ends with 2, and is tried again', () => {
    project.write('src/main.ts', 'second');
    project.write('build-fails', '');
    const { status, stdout, stderr } = setUp();
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('the toy build failed');
    expect(project.read('dist/built-from')).toBe('first');
    project.remove('build-fails');
    expect(setUp().status).toBe(0);
    expect(project.read('dist/built-from')).toBe('second');
    expect(leftovers()).toEqual([]);
  });

  test('an installation that fails is not taken for done', () => {
    project.write('package-lock.json', '{ "changed": true }');
    project.write('npm-fails', '');
    expect(setUp()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('failed (1)') });
    expect(counts()).toEqual({ installs: 2, builds: 1 });
    project.remove('npm-fails');
    expect(setUp().status).toBe(0);
    expect(counts()).toEqual({ installs: 3, builds: 2 });
  });
});

describe('the lock', () => {
  const holder = (processes: readonly number[], host = hostname()) => JSON.stringify({ token: 'a', host, processes });
  /** The id of a process that has ended. */
  const deadProcess = () => spawnSync(process.execPath, ['-e', '0']).pid;

  test('lets one of several parallel runs do the work, and all succeed', async () => {
    const runs = Array.from({ length: 5 }, () => project.start('setup.mjs'));
    expect(await Promise.all(runs.map(ended))).toEqual([0, 0, 0, 0, 0]);
    expect(counts()).toEqual({ installs: 1, builds: 1 });
    expect(leftovers()).toEqual([]);
  });

  test('of a process that has died is taken over', () => {
    project.write(LOCK, holder([deadProcess()]));
    expect(setUp().status).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  test('of a living process is waited for', async () => {
    project.write(LOCK, holder([process.pid]));
    const run = project.start('setup.mjs');
    await said(run, `waiting for another set-up (process ${process.pid}`);
    expect(counts()).toEqual({ installs: 0, builds: 0 });
    project.remove(LOCK);
    expect(await ended(run)).toBe(0);
    expect(counts()).toEqual({ installs: 1, builds: 1 });
  });

  test.each([
    ['whose npm still runs', () => holder([deadProcess(), process.pid])],
    ['on another machine', () => holder([deadProcess()], 'elsewhere')],
    ['that has not said yet who it is', () => ''],
  ])('of a holder %s is waited for', async (_name, content) => {
    project.write(LOCK, content());
    const run = project.start('setup.mjs');
    await said(run, 'waiting for another set-up');
    project.remove(LOCK);
    expect(await ended(run)).toBe(0);
  });

  test('is given back when the run is told to stop, and npm stops with it', async () => {
    project.write('npm-hangs', '');
    const run = project.start('setup.mjs');
    await said(run, 'words of npm');
    const { processes } = JSON.parse(project.read(LOCK));
    expect(processes).toEqual([run.pid, expect.any(Number)]);
    run.kill('SIGTERM');
    expect(await ended(run)).toBe('SIGTERM');
    expect(leftovers()).toEqual([]);
    expect(() => process.kill(processes[1], 0)).toThrow('ESRCH');
  });

  test('is taken over, with the unfinished build removed, after a crash', () => {
    setUp();
    mkdirSync(project.path('.plimsoll/built-1'));
    mkdirSync(project.path('.plimsoll/replaced-1'));
    project.remove('dist');
    project.write(LOCK, holder([deadProcess()]));
    expect(setUp().status).toBe(0);
    expect(project.read('dist/built-from')).toBe('first');
    expect(leftovers()).toEqual([]);
  });
});

describe('start', () => {
  test('sets up, then is the program: its words, its output, its exit code', () => {
    const { status, stdout } = project.run('start.mjs', ['lint', '--format', 'json', 'a b']);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toEqual({ words: ['lint', '--format', 'json', 'a b'], folder: project.root });
    expect(counts()).toEqual({ installs: 1, builds: 1 });
  });

  test('under npm runs where the user stands', () => {
    mkdirSync(project.path('somewhere'));
    const { stdout } = project.run('start.mjs', [], { npm_lifecycle_event: 'start', INIT_CWD: project.path('somewhere') });
    expect(JSON.parse(stdout)).toMatchObject({ folder: project.path('somewhere') });
  });

  test('does not run the program when the set-up fails', () => {
    project.write('build-fails', '');
    expect(project.run('start.mjs')).toMatchObject({ status: 2, stdout: '' });
  });
});
