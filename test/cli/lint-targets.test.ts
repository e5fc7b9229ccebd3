import { join } from 'node:path';
import { createBuildContext } from '../../src/cli/build-context';
import { createRunConfigs } from '../../src/cli/configs';
import { lintTargets, type LintedFiles } from '../../src/cli/lint-targets';
import type { Target } from '../../src/cli/targets';
import type * as engine from '../../src/engine/lint';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import { inFolder } from '../config/folder';

jest.mock('../../src/engine/lint', () => {
  const actual = jest.requireActual<typeof engine>('../../src/engine/lint');
  const lint: typeof actual.lint = (source, ...rest) => {
    if (source.path === 'boom') throw new TypeError('boom');
    return actual.lint(source, ...rest);
  };
  return { ...actual, lint };
});

const SETTINGS = { presets: [], rules: {}, build: {}, noInlineConfig: false, failLevel: null };

async function* stdin(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* chunks;
}

async function linted(files: Readonly<Record<string, string>>, paths: readonly string[], input: readonly Uint8Array[] = []): Promise<LintedFiles> {
  return inFolder({ '.git/HEAD': '', ...files }, (cwd) => {
    const configs = createRunConfigs({ configFile: null, configLookup: true, settings: SETTINGS }, cwd, REGISTERED_RULES);
    const targets = paths.map((path): Target => (path === '-' ? { kind: 'stdin', path, absolute: null } : { kind: 'file', path, absolute: join(cwd, path) }));
    return lintTargets(targets, { configs, context: createBuildContext(null, cwd), asOf: null }, () => stdin(...input), cwd, REGISTERED_RULES);
  });
}

describe('linting targets', () => {
  it('gives results, and the level from which each file fails', async () => {
    const files = { Dockerfile: 'FROM node:latest', 'a/Dockerfile': '', 'a/.plimsoll.yaml': 'failLevel: never' };
    const { results, judged, errors } = await linted(files, ['Dockerfile', 'a/Dockerfile', '-'], [Buffer.from('FROM scratch')]);
    expect(results.map(({ path }) => path)).toEqual(['Dockerfile', 'a/Dockerfile', '-']);
    expect(judged.map(({ failLevel }) => failLevel)).toEqual(['warning', 'never', 'warning']);
    expect(judged[0]?.problems).toBe(results[0]?.problems);
    expect(errors).toEqual([]);
  });

  it('goes on after what cannot be read', async () => {
    const { results, errors } = await linted({ b: 'FROM scratch' }, ['a', '-', 'b'], [Buffer.alloc(5_000_001)]);
    expect(results.map(({ path }) => path)).toEqual(['b']);
    expect(errors).toEqual([{ path: 'a', message: 'no such file' }, { path: '-', message: 'larger than 5 MB' }]);
  });

  it('goes on after a standard input that breaks off', async () => {
    const broken = Object.defineProperty(Buffer.alloc(1), 'length', { get: () => { throw Object.assign(new Error(), { code: 'EIO' }); } });
    const { results, errors } = await linted({ b: '' }, ['-', 'b'], [broken]);
    expect(results.map(({ path }) => path)).toEqual(['b']);
    expect(errors).toEqual([{ path: '-', message: 'cannot be read (EIO)' }]);
  });

  it('leaves the files of a broken config alone', async () => {
    const { results, errors } = await linted({ 'a/.plimsoll.yaml': 'x: 1', 'a/b': '', c: '' }, ['a/b', 'c']);
    expect(results.map(({ path }) => path)).toEqual(['c']);
    expect(errors).toEqual([]);
  });

  it('goes on after a bug of the engine', async () => {
    const { results, errors } = await linted({ boom: '', c: '' }, ['boom', 'c']);
    expect(results.map(({ path }) => path)).toEqual(['c']);
    expect(errors).toEqual([{ path: 'boom', message: 'internal error: boom' }]);
  });
});
