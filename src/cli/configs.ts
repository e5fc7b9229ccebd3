/** The configs of one run: which one is for which folder, and what the command line makes of it. */
import type { ConfigProblem, LoadedConfig } from '../config/layers';
import { createConfigLoader } from '../config/load';
import { createResolver, type Resolver } from '../config/resolve';
import type { RegisteredRule } from '../engine/rule-definition';
import type { LintOptions } from './lint-options';

export interface RunConfigs {
  /** For the files of a folder (absolute); null when its config is broken. */
  readonly forFolder: (folder: string) => Promise<Resolver | null>;
  /** The mistakes in the configs met so far. */
  readonly problems: () => readonly ConfigProblem[];
}

const NO_CONFIG: LoadedConfig = { ok: true, layers: [] };

export function createRunConfigs(
  { configFile, configLookup, settings }: Pick<LintOptions, 'configFile' | 'configLookup' | 'settings'>,
  cwd: string,
  rules: readonly RegisteredRule[],
): RunConfigs {
  const loader = createConfigLoader(cwd, rules);
  const resolvers = new Map<LoadedConfig, Resolver | null>();

  async function load(folder: string): Promise<LoadedConfig> {
    if (configFile !== null) return loader.fromFile(configFile);
    return configLookup ? loader.forFolder(folder) : NO_CONFIG;
  }

  async function forFolder(folder: string): Promise<Resolver | null> {
    const loaded = await load(folder);
    let resolver = resolvers.get(loaded);
    if (resolver === undefined) {
      resolver = loaded.ok ? createResolver(loaded.layers, settings, rules) : null;
      resolvers.set(loaded, resolver);
    }
    return resolver;
  }

  return { forFolder, problems: () => [...resolvers.keys()].flatMap((loaded) => (loaded.ok ? [] : loaded.problems)) };
}
