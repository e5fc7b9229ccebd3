import { createRunConfigs } from '../../src/cli/configs';
import { inFolder } from '../config/folder';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';

const SETTINGS = { presets: [], rules: {}, build: {}, noInlineConfig: false, failLevel: null };
const FILES = { '.git/HEAD': '', '.plimsoll.yaml': 'failLevel: info', 'a/.plimsoll.yaml': 'failLevel: never', 'b/x': '', 'c/.plimsoll.yaml': 'x: 1', 'd/.plimsoll.yaml': 'y: 1' };

async function failLevels(given: { readonly configFile?: string; readonly configLookup?: boolean }): Promise<readonly (string | null)[]> {
  return inFolder(FILES, async (cwd) => {
    const configs = createRunConfigs({ configFile: null, configLookup: true, settings: SETTINGS, ...given }, cwd, REGISTERED_RULES);
    const resolvers = await Promise.all(['.', 'a', 'b', 'c'].map((folder) => configs.forFolder(`${cwd}/${folder}`)));
    return resolvers.map((resolver) => resolver?.resolve(null).failLevel ?? null);
  });
}

describe('the configs of a run', () => {
  it('are the nearest ones', async () => {
    expect(await failLevels({})).toEqual(['info', 'never', 'info', null]);
  });

  it('are one for all when it is named', async () => {
    expect(await failLevels({ configFile: 'a/.plimsoll.yaml', configLookup: false })).toEqual(['never', 'never', 'never', 'never']);
  });

  it('are none when none shall be looked for', async () => {
    expect(await failLevels({ configLookup: false })).toEqual(['warning', 'warning', 'warning', 'warning']);
  });

  it('have their mistakes told once', async () => {
    await inFolder(FILES, async (cwd) => {
      const configs = createRunConfigs({ configFile: null, configLookup: true, settings: SETTINGS }, cwd, REGISTERED_RULES);
      expect(configs.problems()).toEqual([]);
      for (const folder of ['c', 'c', 'b', 'd', 'c']) await configs.forFolder(`${cwd}/${folder}`);
      expect(configs.problems().map(({ path }) => path)).toEqual(['c/.plimsoll.yaml', 'd/.plimsoll.yaml']);
    });
  });

  it('give the same resolver to the same config', async () => {
    await inFolder(FILES, async (cwd) => {
      const configs = createRunConfigs({ configFile: null, configLookup: true, settings: SETTINGS }, cwd, REGISTERED_RULES);
      expect(await configs.forFolder(cwd)).toBe(await configs.forFolder(`${cwd}/b`));
    });
  });
});
