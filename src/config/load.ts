/** Finds the config of a folder. What reads it is loaded only when there is one. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { RegisteredRule } from '../engine/rule-definition';
import { CONFIG_NAMES, PACKAGE_FILE, packageConfig, PACKAGE_KEY } from './config-names';
import type { LoadedConfig } from './layers';
import { shownPath } from './shown-path';

export type { ConfigProblem, LoadedConfig } from './layers';

export interface ConfigLoader {
  /** The config for the files of a folder: the nearest one, in it or above. No config at all is no layers. */
  forFolder(folder: string): Promise<LoadedConfig>;
  /** The config of that file. */
  fromFile(path: string): Promise<LoadedConfig>;
}

const NO_CONFIG: LoadedConfig = { ok: true, layers: [] };

/** Each folder and file is read once in the life of a loader. Paths may be relative to `cwd`. */
export function createConfigLoader(cwd: string, rules: readonly RegisteredRule[]): ConfigLoader {
  const byFolder = new Map<string, Promise<LoadedConfig>>();
  const byPath = new Map<string, Promise<LoadedConfig>>();

  function forFolder(folder: string): Promise<LoadedConfig> {
    const absolute = resolve(cwd, folder);
    const known = byFolder.get(absolute);
    if (known !== undefined) return known;
    const loaded = search(absolute);
    byFolder.set(absolute, loaded);
    return loaded;
  }

  async function search(folder: string): Promise<LoadedConfig> {
    const found = configFilesIn(folder);
    const [first, second] = found;
    if (first !== undefined && second !== undefined) {
      return { ok: false, problems: [{ path: shownPath(cwd, join(folder, second)), place: null, message: `there is also ${first} in this folder; keep one config` }] };
    }
    if (first !== undefined) return fromFile(join(folder, first));
    const parent = dirname(folder);
    return parent === folder || existsSync(join(folder, '.git')) ? NO_CONFIG : forFolder(parent);
  }

  function fromFile(path: string): Promise<LoadedConfig> {
    const absolute = resolve(cwd, path);
    const known = byPath.get(absolute);
    if (known !== undefined) return known;
    const loaded = import('./collect').then(({ collect }) => collect(absolute, cwd, rules));
    byPath.set(absolute, loaded);
    return loaded;
  }

  return { forFolder, fromFile };
}

/** Names of the config files in one folder. */
function configFilesIn(folder: string): readonly string[] {
  const found: string[] = CONFIG_NAMES.filter((name) => existsSync(join(folder, name)));
  if (holdsConfig(join(folder, PACKAGE_FILE))) found.push(PACKAGE_FILE);
  return found;
}

/** Whether a package.json has our key, or is broken and may have it: a config must not go unnoticed. */
function holdsConfig(path: string): boolean {
  let text = '';
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    return text.includes(`"${PACKAGE_KEY}"`) && packageConfig(JSON.parse(text)) !== undefined;
  } catch {
    return text !== '';
  }
}
