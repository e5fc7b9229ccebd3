/** How the base-image table is written: families of images whose Dockerfiles are made alike. */
import type { EndOfLife } from './base-image';
import type { Distribution, Facts } from './distributions';
import type { AddedPrograms } from './programs';
import type { Release } from './releases';

export interface Family {
  /** Familiar names: without the registry of Docker Hub and without `library/`. */
  readonly names: readonly string[];
  /** Further names of the same build. */
  readonly pattern?: RegExp;
  /** Where the facts are from, and when they were put down. */
  readonly source: string;
  /** Certain for every tag, also when the tag is not known. */
  readonly always: Facts;
  /** Tags that name neither a distribution nor `slim` stand for Windows images too. */
  readonly sharesTagsWithWindows?: true;
  /** The distribution of a tag that names none; null or missing when it is not certain. */
  readonly usual?: (tag: string) => Distribution | null;
  /** The distribution (`ID` of os-release) under tags that name none, where it is certain; with a release where that is. */
  readonly system?: string | ((tag: string) => Release | null);
  /** Its tags are releases of that distribution: `12.5-slim`, `3.20`. */
  readonly isSystem?: true;
  /** Its tags are versions of this product of the end-of-life table. */
  readonly product?: string;
  /** When the image itself was given up, whatever is in it; null for tags that are still built. */
  readonly retired?: (tag: string) => EndOfLife | null;
  /** Every variable that the config of any tag sets, beside PATH. Missing when not all are known. */
  readonly variables?: readonly string[];
  /** The values of those that are certain for a tag. */
  readonly values?: (tag: string) => Readonly<Record<string, string>>;
  /** What it adds to the programs of its distribution; null or missing when that is not known. */
  readonly programs?: (tag: string) => AddedPrograms | null;
  /** Its entry point, command and directory are those of its distribution. */
  readonly plainStart?: true;
  /** What else a tag tells; the name as in `names`. */
  readonly facts?: (tag: string, name: string) => Facts;
}

/** No USER in the image's config, which is root on Linux. */
export const ROOT: Facts = { user: '', runsAsRoot: true };

/** As {@link ROOT} where the spelling in the config was not looked up. */
export const SOME_ROOT: Facts = { runsAsRoot: true };

/** As {@link ROOT}, but its entry point changes to another account: gosu, su-exec, setpriv or s6. */
export const DROPS_ROOT: Facts = { ...ROOT, dropsRoot: true };

export function nonRoot(user: string | null): Facts {
  return { user, runsAsRoot: false };
}

/** From knowledge of the images' Dockerfiles, put down without looking each one up. */
export const FROM_MEMORY = 'general knowledge of the Dockerfiles of these images, 2026-11';

export const OFFICIAL = 'general knowledge of the Docker official images (docker-library), 2026-11';
