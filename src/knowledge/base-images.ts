/** Looks images up in the base-image table. What is not certain for the tag at hand is null. */
import type { ModelKnowledge } from '../dockerfile/model-types';
import type { BaseImage } from './base-image';
import { detailsOf, environmentOf } from './details';
import type { Facts } from './distributions';
import { DISTRIBUTION_FACTS, distributionOf } from './distributions';
import type { Family } from './family';
import { java } from './tables/java';
import { languages } from './tables/languages';
import { microsoft } from './tables/microsoft';
import { minimal } from './tables/minimal';
import { products } from './tables/products';
import { services } from './tables/services';
import { systems } from './tables/systems';

interface Table {
  readonly byName: ReadonlyMap<string, Family>;
  readonly byPattern: readonly Family[];
}

/** Made on the first question: most runs ask, but the start-up path must not pay for it. */
let table: Table | null = null;

/** All families, for those who check or list the table. */
export function allFamilies(): readonly Family[] {
  return [...systems(), ...languages(), ...java(), ...microsoft(), ...minimal(), ...services(), ...products()];
}

function theTable(): Table {
  if (table === null) {
    const families = allFamilies();
    const byName = new Map(families.flatMap((family) => family.names.map((name) => [name, family] as const)));
    table = { byName, byPattern: families.filter((family) => family.pattern !== undefined) };
  }
  return table;
}

/** Architecture accounts (older ones too) and mirrors that publish the official images under the same names. */
const OFFICIAL_MIRROR = /^(?:(?:amd64|i386|arm32v[5-7]|armel|armhf|arm64v8|aarch64|mips64le|ppc64le|riscv64|s390x|winamd64)\/|public\.ecr\.aws\/docker\/library\/|mirror\.gcr\.io\/(?:library\/)?)(?=[^/]+$)/;

/** The name under which the table knows an image. */
export function tableName(registry: string | null, path: string): string {
  const onHub = registry === null || registry === 'docker.io' || registry === 'index.docker.io' || registry === 'registry-1.docker.io';
  if (!onHub) return `${registry}/${path}`.replace(OFFICIAL_MIRROR, '');
  const name = /^library\/[^/]+$/.test(path) ? path.slice('library/'.length) : path;
  return name.replace(OFFICIAL_MIRROR, '');
}

/** Answers so far; a run over many files asks for few images again and again. */
const answers = new Map<string, BaseImage | null>();
const MOST_ANSWERS = 1000;

export const baseImage: ModelKnowledge['baseImage'] = ({ registry, path, tag }) => {
  const key = `${registry ?? ''} ${path} ${tag === null ? 'unknown' : `:${tag}`}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= MOST_ANSWERS) answers.clear();
  const answer = lookUp(tableName(registry, path), tag);
  answers.set(key, answer);
  return answer;
};

function lookUp(name: string, tag: string | null): BaseImage | null {
  const { byName, byPattern } = theTable();
  const family = byName.get(name) ?? byPattern.find((each) => each.pattern?.test(name) === true);
  return family === undefined ? null : completed(name, factsOf(family, name, tag));
}

function factsOf(family: Family, name: string, tag: string | null): Facts {
  const shares = family.sharesTagsWithWindows === true;
  if (tag === null) return { ...family.always, ...environmentOf(family, null), sharesTagWithWindows: shares };
  const named = distributionOf(tag);
  const distribution = named ?? family.usual?.(tag) ?? null;
  return {
    ...family.always,
    ...(distribution === null ? {} : DISTRIBUTION_FACTS[distribution]),
    ...detailsOf(family, tag),
    ...family.facts?.(tag, name),
    // What its triggers set is not part of the table.
    ...(tag.includes('onbuild') ? { environment: null, workdir: null } : {}),
    sharesTagWithWindows: shares && named === null && !/(?:^|-)slim/.test(tag),
  };
}

function completed(name: string, facts: Facts): BaseImage {
  return {
    name, os: null, sharesTagWithWindows: false, user: null, runsAsRoot: null, dropsRoot: false, shell: null, pipefail: null, shellWords: null,
    toolchains: null, runtime: null, distribution: null, release: null, libc: null, environment: null, aptAssumesYes: false, tools: [], missingTools: [], entrypoint: null, command: null, workdir: null,
    endOfLife: null, ...facts,
  };
}
