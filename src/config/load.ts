/** Finds config files, reads them and what they extend. All input of this room is here. */
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createSource, positionAt } from '../dockerfile/source';
import type { RegisteredRule } from '../engine/rule-definition';
import { checkConfig } from './check-config';
import { extendsOf, isFileReference } from './config-file';
import { parseJsonConfig } from './json-config';
import type { ConfigLayer } from './layers';
import type { KeyPath, ParsedConfig, ParseOutcome } from './parsed-config';
import { isPresetName } from './presets';
import { readRegularFile } from './read-regular-file';
import { shownPath, withSlashes } from './shown-path';

/** A mistake in a config. Line and column are 1-based; null when the file as a whole is meant. */
export interface ConfigProblem {
  readonly path: string;
  readonly place: { readonly line: number; readonly column: number } | null;
  readonly message: string;
}

export type LoadedConfig =
  | { readonly ok: true; readonly layers: readonly ConfigLayer[] }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

export interface ConfigLoader {
  /** The config for the files of a folder: the nearest one, in it or above. No config at all is no layers. */
  forFolder(folder: string): Promise<LoadedConfig>;
  /** The config of that file. */
  fromFile(path: string): Promise<LoadedConfig>;
}

const FILE_NAMES = ['.plimsoll.yaml', '.plimsoll.yml', '.plimsoll.json'] as const;
const PACKAGE_FILE = 'package.json';
const PACKAGE_KEY = 'plimsoll';
const MOST_BYTES = 1_000_000;
/** More files than this come from files that extend each other many times over. */
const MOST_FILES = 100;

const NO_CONFIG: LoadedConfig = { ok: true, layers: [] };

/** Each folder and file is read once in the life of a loader. Paths may be relative to `cwd`. */
export function createConfigLoader(cwd: string, rules: readonly RegisteredRule[]): ConfigLoader {
  const show = (path: string): string => shownPath(cwd, path);
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
      return failure(show(second), null, `there is also ${found[0] ?? ''} in this folder; keep one config`);
    }
    if (first !== undefined) return fromFile(join(folder, first));
    const parent = dirname(folder);
    return parent === folder || exists(join(folder, '.git')) ? NO_CONFIG : forFolder(parent);
  }

  function fromFile(path: string): Promise<LoadedConfig> {
    const absolute = resolve(cwd, path);
    const known = byPath.get(absolute);
    if (known !== undefined) return known;
    const loaded = collect({ path: absolute, chain: [], referrer: null }, { show, rules, files: 0 });
    byPath.set(absolute, loaded);
    return loaded;
  }

  return { forFolder, fromFile };
}

/** Names of the config files in one folder. */
function configFilesIn(folder: string): readonly string[] {
  const found: string[] = FILE_NAMES.filter((name) => exists(join(folder, name)));
  if (exists(join(folder, PACKAGE_FILE)) && holdsConfig(join(folder, PACKAGE_FILE))) found.push(PACKAGE_FILE);
  return found;
}

/** Whether a package.json has our key, or is broken and may have it: a config must not go unnoticed. */
function holdsConfig(path: string): boolean {
  const read = readRegularFile(path, MOST_BYTES);
  const text = read.ok ? textOf(read.bytes) : '';
  if (!text.includes(`"${PACKAGE_KEY}"`)) return false;
  const outcome = parseJsonConfig(text);
  return !outcome.ok || packageValue(outcome.config.value) !== undefined;
}

function packageValue(value: unknown): unknown {
  return typeof value === 'object' && value !== null && PACKAGE_KEY in value ? value[PACKAGE_KEY] : undefined;
}

/** One run through a config file and all that it extends. */
interface Collection {
  readonly show: (path: string) => string;
  readonly rules: readonly RegisteredRule[];
  files: number;
}

interface FileRequest {
  /** Absolute. */
  readonly path: string;
  /** The files that led here by `extends`, absolute. */
  readonly chain: readonly string[];
  /** Where the file is named; null when the user named it. */
  readonly referrer: Pick<ConfigProblem, 'path' | 'place'> | null;
}

async function collect({ path, chain, referrer }: FileRequest, collection: Collection): Promise<LoadedConfig> {
  const shown = collection.show(path);
  const refuse = (message: string): LoadedConfig =>
    referrer === null ? failure(shown, null, message) : failure(referrer.path, referrer.place, `extends ${shown}: ${message}`);

  if (chain.includes(path)) return refuse('this file extends itself');
  collection.files += 1;
  if (collection.files > MOST_FILES) return refuse(`more than ${MOST_FILES} files`);
  const read = readRegularFile(path, MOST_BYTES);
  if (!read.ok) return refuse(read.message);

  const text = textOf(read.bytes);
  const placeOf = (offset: number): ConfigProblem['place'] => {
    const { line, column } = positionAt(createSource(path, text), offset);
    return { line: line + 1, column: column + 1 };
  };
  const parsed = await parse(path, text);
  if (!parsed.ok) return failure(shown, placeOf(parsed.offset), parsed.message);
  const { config } = parsed;
  const { validateConfig } = await import('./validators.generated');
  const checked = checkConfig(config.value, validateConfig, collection.rules);
  if (!checked.ok) {
    const problems = checked.mistakes.map((mistake) => ({ path: shown, place: placeOf(config.locate(mistake.path, mistake.part)), message: mistake.message }));
    return { ok: false, problems: problems.sort(byPlace) };
  }

  const { content } = checked;
  const folder = dirname(path);
  const layers: ConfigLayer[] = [];
  const problems: ConfigProblem[] = [];
  for (const [index, entry] of extendsOf(content).entries()) {
    if (isPresetName(entry)) layers.push({ kind: 'preset', name: entry });
    if (!isFileReference(entry)) continue;
    const place = placeOf(config.locate(typeof content.extends === 'string' ? ['extends'] : ['extends', String(index)], 'value'));
    const base = await collect({ path: resolve(folder, entry), chain: [...chain, path], referrer: { path: shown, place } }, collection);
    if (base.ok) layers.push(...base.layers);
    else problems.push(...base.problems);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, layers: [...layers, { kind: 'file', path: shown, folder: withSlashes(folder), content }] };
}

async function parse(path: string, text: string): Promise<ParseOutcome> {
  if (basename(path) === PACKAGE_FILE) return packageConfig(parseJsonConfig(text));
  if (path.toLowerCase().endsWith('.json')) return parseJsonConfig(text);
  const { parseYamlConfig } = await import('./yaml-config');
  return parseYamlConfig(text);
}

/** What stands under our key of a package.json. */
function packageConfig(whole: ParseOutcome): ParseOutcome {
  if (!whole.ok) return whole;
  const { config } = whole;
  const value = packageValue(config.value);
  if (value === undefined) return { ok: false, offset: 0, message: `This file has no key "${PACKAGE_KEY}"` };
  const locate = (path: KeyPath, part: 'key' | 'value'): number => config.locate([PACKAGE_KEY, ...path], part);
  return { ok: true, config: { value, locate } satisfies ParsedConfig };
}

function failure(path: string, place: ConfigProblem['place'], message: string): LoadedConfig {
  return { ok: false, problems: [{ path, place, message }] };
}

function byPlace(a: ConfigProblem, b: ConfigProblem): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
