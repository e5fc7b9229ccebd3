import { createRunConfigs } from '../../src/cli/configs';
import { findTargets, type Targets } from '../../src/cli/targets';
import { inFolder } from '../config/folder';
import { RULES } from '../config/registry';

type Options = Parameters<typeof findTargets>[0];

const OPTIONS: Options = { paths: [], stdinFilename: null, ignorePatterns: [], ignoreFiles: true, errorOnUnmatched: true };
const SETTINGS = { presets: [], rules: {}, build: {}, noInlineConfig: false, failLevel: null };

async function targets(files: Readonly<Record<string, string>>, options: Partial<Options>): Promise<Targets & { readonly paths: readonly string[] }> {
  return inFolder({ '.git/HEAD': '', ...files }, async (folder) => {
    const configs = createRunConfigs({ configFile: null, configLookup: true, settings: SETTINGS }, folder, RULES);
    const found = await findTargets({ ...OPTIONS, ...options }, configs, folder);
    return { ...found, paths: found.targets.map(({ path }) => path) };
  });
}

describe('the targets', () => {
  const files = { Dockerfile: '', 'a/Dockerfile': '', 'a/notes.md': '', 'vendor/Dockerfile': '' };

  it('are the Dockerfiles of the working folder when no path is given', async () => {
    expect((await targets(files, {})).paths).toEqual(['Dockerfile', 'a/Dockerfile', 'vendor/Dockerfile']);
  });

  it('are named files whatever they are called, even if they are not there', async () => {
    expect((await targets({ ...files, '.gitignore': '*' }, { paths: ['a/notes.md', 'missing', './Dockerfile'] })).paths).toEqual([
      'a/notes.md', 'missing', './Dockerfile',
    ]);
    expect((await targets(files, { paths: ['a\0b'] })).paths).toEqual(['a\0b']);
  });

  it('are there once each', async () => {
    expect((await targets(files, { paths: ['a', 'a/Dockerfile', '.', './a', '-', '-'] })).paths).toEqual(['a/Dockerfile', 'Dockerfile', 'vendor/Dockerfile', '-']);
  });

  it('may be standard input, with a name or without', async () => {
    expect((await targets(files, { paths: ['-'] })).targets).toEqual([{ kind: 'stdin', path: '-', absolute: null }]);
    const named = await targets(files, { paths: ['-'], stdinFilename: 'a/x' });
    expect(named.targets).toEqual([{ kind: 'stdin', path: 'a/x', absolute: expect.stringMatching(/\/a\/x$/) }]);
  });

  it('are not what the command line leaves out, named or found', async () => {
    const { paths, leftOut } = await targets(files, { paths: ['.', 'vendor/Dockerfile', '/elsewhere/vendor'], ignorePatterns: ['vendor/'], ignoreFiles: false });
    expect(paths).toEqual(['Dockerfile', 'a/Dockerfile', '/elsewhere/vendor']);
    expect(leftOut).toEqual(['vendor/Dockerfile']);
  });

  it('are not what their config leaves out, unless it shall not count', async () => {
    const ignoring = { ...files, '.plimsoll.yaml': 'ignore: [vendor]' };
    expect(await targets(ignoring, { paths: ['.', 'vendor/Dockerfile'] })).toMatchObject({ paths: ['Dockerfile', 'a/Dockerfile'], leftOut: ['vendor/Dockerfile'] });
    expect(await targets(ignoring, { ignoreFiles: false })).toMatchObject({ paths: ['Dockerfile', 'a/Dockerfile', 'vendor/Dockerfile'] });
  });

  it('are in folders with a broken config, too', async () => {
    expect(await targets({ ...files, '.plimsoll.yaml': 'x: 1' }, {})).toMatchObject({ paths: ['Dockerfile', 'a/Dockerfile', 'vendor/Dockerfile'] });
  });

  it('must be in each folder that is named, unless that is no error', async () => {
    const message = 'no Dockerfile found in this folder; name the file if it is called otherwise';
    expect(await targets({ 'x/y': '', Dockerfile: '' }, { paths: ['x', '.'] })).toMatchObject({ paths: ['Dockerfile'], errors: [{ path: 'x', message }] });
    expect(await targets({ 'x/y': '' }, { paths: ['x'], errorOnUnmatched: false })).toMatchObject({ paths: [], errors: [] });
  });
});
