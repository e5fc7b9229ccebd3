/**
 * The flags of each instruction and the options of `--mount` and `--device`, with the frontend release that
 * brought them. Source: the Dockerfile reference page and BuildKit's release notes up to frontend 1.26 (2026-11).
 */
import { compareFrontendVersions, type Frontend, type FrontendVersion } from './frontend';
import type { Keyword } from '../dockerfile/nodes';

/** What may stand behind the equals sign. `boolean` may be left out with the equals sign; `options` is a comma-separated list. */
export type FlagValue = 'text' | 'boolean' | 'options' | readonly string[];

export interface FlagFacts {
  readonly value: FlagValue;
  /** True when the flag may be given several times. */
  readonly repeatable: boolean;
  /** First stable release of the frontend that knows it; `always` is older than such releases, `never` means labs only. */
  readonly since: FrontendVersion | 'always' | 'never';
  /** First release of the labs (once: experimental) channel that knows it, when that was earlier. */
  readonly labsSince: FrontendVersion | null;
}

export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';

export const MOUNT_TYPES: readonly MountType[] = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];

export interface MountKeyFacts {
  /** `switch` may stand without a value; `octal` and `number` are whole numbers up to 32 bits; `size` is bytes with an optional unit. */
  readonly value: 'text' | 'switch' | 'octal' | 'number' | 'size' | readonly string[];
  /** Types of mount that take it; null for all. */
  readonly types: readonly MountType[] | null;
  readonly since: FrontendVersion | null;
}

const release = (minor: number): FrontendVersion => ({ major: 1, minor });

const flag = (
  value: FlagValue, since: FlagFacts['since'] = 'always', labsSince: FrontendVersion | null = null, repeatable = false,
): FlagFacts => ({ value, repeatable, since, labsSince });

const OWNER = { chown: flag('text'), chmod: flag('text', release(2)) };
const LINK = flag('boolean', release(4));
const EXCLUDE = flag('text', release(19), release(7), true);

/** Instructions that are not listed take no flag. */
const FLAGS: Readonly<Partial<Record<Keyword, Readonly<Record<string, FlagFacts>>>>> = {
  FROM: { platform: flag('text') },
  RUN: {
    mount: flag('options', release(2), release(0), true),
    network: flag(['default', 'none', 'host'], release(3), release(1)),
    security: flag(['sandbox', 'insecure'], release(20), release(1)),
    device: flag('options', 'never', release(14), true),
  },
  COPY: { from: flag('text'), ...OWNER, link: LINK, parents: flag('boolean', release(20), release(7)), exclude: EXCLUDE },
  ADD: {
    ...OWNER,
    link: LINK,
    'keep-git-dir': flag('boolean', release(1)),
    checksum: flag('text', release(6)),
    unpack: flag('boolean', release(17)),
    exclude: EXCLUDE,
  },
  HEALTHCHECK: {
    interval: flag('text'),
    timeout: flag('text'),
    'start-period': flag('text'),
    'start-interval': flag('text', release(6)),
    retries: flag('text'),
  },
};

const FILE_OWNER: readonly MountType[] = ['cache', 'secret', 'ssh'];

const mountKey = (
  value: MountKeyFacts['value'], types: readonly MountType[] | null = null, since: FrontendVersion | null = null,
): MountKeyFacts => ({ value, types, since });

const MOUNT_KEYS: Readonly<Record<string, MountKeyFacts>> = {
  type: mountKey(MOUNT_TYPES),
  from: mountKey('text', ['bind', 'cache', 'tmpfs', 'ssh']),
  source: mountKey('text'),
  src: mountKey('text'),
  target: mountKey('text'),
  dst: mountKey('text'),
  destination: mountKey('text'),
  id: mountKey('text'),
  readonly: mountKey('switch'),
  ro: mountKey('switch'),
  readwrite: mountKey('switch'),
  rw: mountKey('switch'),
  sharing: mountKey(['shared', 'private', 'locked'], ['cache']),
  required: mountKey('switch', ['secret', 'ssh']),
  size: mountKey('size', ['tmpfs']),
  mode: mountKey('octal', FILE_OWNER),
  uid: mountKey('number', FILE_OWNER),
  gid: mountKey('number', FILE_OWNER),
  env: mountKey('text', null, release(10)),
};

/** Options of `--mount` that only Podman and Buildah know. */
export const BUILDAH_MOUNT_KEYS: readonly string[] = ['relabel', 'z', 'Z', 'U'];

/** Facts of a flag, or null when the instruction has none of that name. Names are case-sensitive. */
export function flagFacts(keyword: Keyword, name: string): FlagFacts | null {
  const flags = FLAGS[keyword];
  return flags !== undefined && Object.hasOwn(flags, name) ? (flags[name] ?? null) : null;
}

/** Names of all flags of an instruction, without dashes; empty when it takes none. */
export function flagNames(keyword: Keyword): readonly string[] {
  return Object.keys(FLAGS[keyword] ?? {});
}

/** Instructions that have a flag of that name. */
export function instructionsWithFlag(name: string): readonly string[] {
  return Object.entries(FLAGS).flatMap(([keyword, flags]) => (Object.hasOwn(flags, name) ? [keyword] : []));
}

/** Facts of an option of `--mount`, or null when there is none of that name. Names are read without regard to case. */
export function mountKeyFacts(key: string): MountKeyFacts | null {
  const name = key.toLowerCase();
  return Object.hasOwn(MOUNT_KEYS, name) ? (MOUNT_KEYS[name] ?? null) : null;
}

/** Names of all options of `--mount`. */
export function mountKeyNames(): readonly string[] {
  return Object.keys(MOUNT_KEYS);
}

/**
 * The release a file would have to ask for to use the flag or option, as `1.19` or `1.14-labs`; null when the
 * frontend that it asks for knows it, or when that cannot be told (no `# syntax=`, a moving tag, a custom image).
 */
export function missingRelease(facts: Pick<FlagFacts, 'since' | 'labsSince'>, frontend: Frontend): string | null {
  if (frontend.kind !== 'official') return null;
  const { since, labsSince } = facts;
  if (since === 'always') return null;
  if (since === 'never') {
    if (labsSince === null) return null;
    const known = frontend.labs && (frontend.version === null || compareFrontendVersions(frontend.version, labsSince) >= 0);
    // A moving tag such as `1` may come to know it one day, so only a named release is certain.
    return known || frontend.version === null ? null : `${labsSince.major}.${labsSince.minor}-labs`;
  }
  if (frontend.version === null) return null;
  const needed = frontend.labs && labsSince !== null ? labsSince : since;
  return compareFrontendVersions(frontend.version, needed) >= 0 ? null : `${since.major}.${since.minor}`;
}

/** Whether the builder takes a value for a flag. A value with a variable in it passes, and so does every free text. */
export function isFlagValue(wanted: FlagValue, value: string): boolean {
  if (wanted === 'boolean') return /^(?:true|false)$/i.test(value);
  if (wanted === 'text' || wanted === 'options') return true;
  return wanted.includes(value) || value.includes('$');
}

const HIGHEST_NUMBER = 0xffff_ffff;

/** Whether the builder takes an expanded value for an option of `--mount`. */
export function isMountValue(wanted: MountKeyFacts['value'], value: string): boolean {
  switch (wanted) {
    case 'text':
      return true;
    case 'switch':
      return /^(?:1|t|T|true|True|TRUE|0|f|F|false|False|FALSE)$/.test(value);
    case 'octal':
      return /^[0-7]+$/.test(value) && Number.parseInt(value, 8) <= HIGHEST_NUMBER;
    case 'number':
      return /^\d+$/.test(value) && Number(value) <= HIGHEST_NUMBER;
    case 'size':
      return /^\d+(?:\.\d+)? ?(?:[kmgtp]?i?b?)$/i.test(value);
    default:
      return wanted.includes(value.toLowerCase());
  }
}
