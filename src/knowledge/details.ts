/** What follows for an image from its tag and its family: release, C library, environment, programs, end of life. */
import type { BaseImage, EndOfLife } from './base-image';
import type { Facts } from './distributions';
import { versionOf } from './distributions';
import { endOfLife } from './end-of-life';
import type { Family } from './family';
import { programsOf } from './programs';
import type { Release } from './releases';
import { libcOf, releaseInTag, releaseOfSystem } from './releases';

export function detailsOf(family: Family, tag: string): Facts {
  const system = releaseOf(family, tag);
  const distribution = system?.distribution ?? null;
  const release = system?.release ?? null;
  return {
    ...(distribution === null ? {} : { distribution, release, libc: libcOf(distribution) }),
    ...(distribution === 'windows' ? {} : environmentOf(family, tag)),
    ...(family.programs === undefined ? {} : programsOf(distribution, release, family.programs(tag))),
    ...(family.plainStart === true && distribution !== null ? plainStart(distribution, release) : {}),
    endOfLife: earliest([
      family.product === undefined ? null : endOfProduct(family.product, tag),
      distribution === null || release === null ? null : endOfLife(distribution, release),
      family.retired?.(tag) ?? null,
    ]),
  };
}

function releaseOf(family: Family, tag: string): Release | null {
  const { system, isSystem } = family;
  if (isSystem === true && typeof system === 'string') return { distribution: system, release: releaseOfSystem(system, tag) };
  const named = releaseInTag(tag);
  if (named !== null || system === undefined) return named;
  return typeof system === 'string' ? { distribution: system, release: null } : system(tag);
}

/** The variables of the image's config; PATH is in all, and its value no concern of the table. A null tag is an unknown one. */
export function environmentOf(family: Family, tag: string | null): Pick<BaseImage, 'environment'> | Record<never, never> {
  if (family.variables === undefined) return {};
  const environment: Record<string, string | null> = { PATH: null };
  for (const name of family.variables) environment[name] = null;
  return { environment: tag === null ? environment : { ...environment, ...family.values?.(tag) } };
}

/** A tag names a line by as many numbers as the table has: `18.2` is of line 18, `3.12.1` of line 3.12. */
function endOfProduct(product: string, tag: string): EndOfLife | null {
  const version = versionOf(tag);
  if (version === null) return null;
  const exact = version.minor === null ? null : endOfLife(product, `${version.major}.${version.minor}`);
  return exact ?? endOfLife(product, `${version.major}`);
}

function earliest(ends: readonly (EndOfLife | null)[]): EndOfLife | null {
  let first: EndOfLife | null = null;
  for (const end of ends) if (end !== null && (first === null || end.date < first.date)) first = end;
  return first;
}

/** Images of distributions start a shell and nothing else. */
function plainStart(distribution: string, release: string | null): Facts {
  const command = plainCommand(distribution, release);
  return command === null ? {} : { entrypoint: [], command, workdir: '' };
}

function plainCommand(distribution: string, release: string | null): readonly string[] | null {
  switch (distribution) {
    case 'debian':
      return Number(release ?? '12') < 9 ? null : ['bash'];
    case 'alpine':
      return ['/bin/sh'];
    case 'ubuntu':
    case 'fedora':
    case 'centos':
    case 'rocky':
    case 'almalinux':
    case 'amzn':
    case 'ol':
      return ['/bin/bash'];
    default:
      return null;
  }
}
