/** A release as users get it: the release tree in a git repository, under a tag. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workplace {
  readonly folder: string;
  /** A path below the folder. */
  readonly path: (...parts: readonly string[]) => string;
  readonly write: (path: string, text: string) => void;
  /** Runs a program in a folder below. */
  readonly run: (cwd: string, program: string, words: readonly string[], environment?: Readonly<Record<string, string>>) => Run;
  /** As `run`; throws when the program fails. */
  readonly demand: (cwd: string, program: string, words: readonly string[], environment?: Readonly<Record<string, string>>) => Run;
  readonly dispose: () => void;
}

/** A temporary folder whose programs know nothing of the user, of the npm that started this test, or of a registry. */
export function createWorkplace(): Workplace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-integration-')));
  const path = (...parts: readonly string[]): string => join(folder, ...parts);
  const home = path('home');
  mkdirSync(home);
  const foreign = /^(?:npm_|git_|pre_commit|init_cwd$|node_|xdg_|github_|input_)/i;
  const base: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    HOME: home,
    PRE_COMMIT_HOME: path('pre-commit'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    // Nobody listens there: whatever asks the registry for a package fails.
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_fetch_retries: '0',
  };
  const run: Workplace['run'] = (cwd, program, words, environment = {}) => {
    const { status, stdout, stderr, error } = spawnSync(program, [...words], { cwd: path(cwd), encoding: 'utf8', env: { ...base, ...environment } });
    if (error !== undefined) throw error;
    return { status, stdout, stderr };
  };
  return {
    folder,
    path,
    write: (name, text) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    run,
    demand: (cwd, program, words, environment) => {
      const result = run(cwd, program, words, environment);
      if (result.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${result.status}\n${result.stdout}${result.stderr}`);
      return result;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const TAG = 'v0.0.0-test';

/** Makes a git repository `name` that holds the release tree under a tag. */
export function makeRelease(place: Workplace, name: string): void {
  place.demand('.', process.execPath, [join(__dirname, '../../scripts/release-tree.mjs'), place.path(name)]);
  for (const words of [['init', '-q', '-b', 'release'], ['add', '-A'], ['commit', '-q', '-m', 'Release'], ['tag', TAG]]) {
    place.demand(name, 'git', words);
  }
}
