/** Reads one config file and all that it extends. Load it by `import()`: most runs have no config. */
import { basename, dirname, resolve } from 'node:path';
import { createSource, positionAt } from '../dockerfile/source';
import type { RegisteredRule } from '../engine/rule-definition';
import { checkConfig } from './check-config';
import { extendsOf, isFileReference } from './config-file';
import { PACKAGE_FILE, packageConfig, PACKAGE_KEY } from './config-names';
import { parseJsonConfig } from './json-config';
import type { ConfigLayer, ConfigProblem, LoadedConfig } from './layers';
import type { KeyPath, ParseOutcome } from './parsed-config';
import { isPresetName } from './presets';
import { readRegularFile } from './read-regular-file';
import { shownPath, withSlashes } from './shown-path';
import { validateConfig } from './validators.generated';

const MOST_BYTES = 1_000_000;
/** More files than this come from files that extend each other many times over. */
const MOST_FILES = 100;

/** The config of a file (absolute), as layers. */
export function collect(path: string, cwd: string, rules: readonly RegisteredRule[]): Promise<LoadedConfig> {
  return collectFrom({ path, chain: [], referrer: null }, { cwd, rules, files: 0 });
}

/** One run through a config file and all that it extends. */
interface Collection {
  readonly cwd: string;
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

async function collectFrom({ path, chain, referrer }: FileRequest, collection: Collection): Promise<LoadedConfig> {
  const shown = shownPath(collection.cwd, path);
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
    const base = await collectFrom({ path: resolve(folder, entry), chain: [...chain, path], referrer: { path: shown, place } }, collection);
    if (base.ok) layers.push(...base.layers);
    else problems.push(...base.problems);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, layers: [...layers, { kind: 'file', path: shown, folder: withSlashes(folder), content }] };
}

async function parse(path: string, text: string): Promise<ParseOutcome> {
  if (basename(path) === PACKAGE_FILE) return packagePart(parseJsonConfig(text));
  if (path.toLowerCase().endsWith('.json')) return parseJsonConfig(text);
  const { parseYamlConfig } = await import('./yaml-config');
  return parseYamlConfig(text);
}

/** The part of a package.json that is ours. */
function packagePart(whole: ParseOutcome): ParseOutcome {
  if (!whole.ok) return whole;
  const { config } = whole;
  const value = packageConfig(config.value);
  if (value === undefined) return { ok: false, offset: 0, message: `This file has no key "${PACKAGE_KEY}"` };
  const locate = (path: KeyPath, part: 'key' | 'value'): number => config.locate([PACKAGE_KEY, ...path], part);
  return { ok: true, config: { value, locate } };
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

