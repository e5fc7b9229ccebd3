/** Which release of which distribution a tag names: `3.12-bookworm`, `8.0-alpine3.20`, `centos7`, `nanoserver-1809`. */
import type { BaseImage } from './base-image';

export interface Release {
  /** As in `ID` of os-release. */
  readonly distribution: string;
  /** Null when the tag names the distribution only. */
  readonly release: string | null;
}

/** Release by code name; the numbers are those of Debian when below 14, of Ubuntu otherwise. */
const CODE_NAMES: Readonly<Record<string, string>> = {
  wheezy: '7', jessie: '8', stretch: '9', buster: '10', bullseye: '11', bookworm: '12', trixie: '13',
  precise: '12.04', trusty: '14.04', xenial: '16.04', bionic: '18.04', cosmic: '18.10', disco: '19.04', eoan: '19.10', focal: '20.04', groovy: '20.10',
  hirsute: '21.04', impish: '21.10', jammy: '22.04', kinetic: '22.10', lunar: '23.04', mantic: '23.10', noble: '24.04', oracular: '24.10', plucky: '25.04',
  questing: '25.10', resolute: '26.04',
};

/** A name, with or without a number behind it. The first that matches decides. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/(?:^|-)(?:windowsservercore|nanoserver)(?:-(ltsc\d{4}|sac2016|\d{4}|20H2))?/, 'windows'],
  [/(?:^|-)alpine-?(\d+\.\d+)?/, 'alpine'],
  [/(?:^|-)debian-?(\d+)?/, 'debian'],
  [/(?:^|-)ubuntu-?(\d\d\.\d\d)?/, 'ubuntu'],
  [/(?:^|-)centos-?(stream\d+|\d+)?/, 'centos'],
  [/(?:^|-)(?:ubi|rhel)-?(\d+)?/, 'rhel'],
  [/(?:^|-)fedora-?(\d+)?/, 'fedora'],
  [/(?:^|-)rocky(?:linux)?-?(\d+)?/, 'rocky'],
  [/(?:^|-)alma(?:linux)?-?(\d+)?/, 'almalinux'],
  [/(?:^|-)(?:oraclelinux-?|oracle|ol(?=[6-9]|10))(\d+)?/, 'ol'],
  [/(?:^|-)(?:al(?=2(?:023)?(?:-|$))|amazonlinux-?)(\d+)/, 'amzn'],
  [/(?:^|-)(?:cbl-)?mariner-?(\d\.\d)?/, 'mariner'],
  [/(?:^|-)azurelinux-?(\d\.\d)?/, 'azurelinux'],
  [/(?:^|-)leap-?(\d+\.\d)?/, 'opensuse-leap'],
];

/** Null when the tag names no distribution. */
export function releaseInTag(tag: string): Release | null {
  for (const word of tag.split(/[-_]/)) {
    const release = Object.hasOwn(CODE_NAMES, word) ? CODE_NAMES[word] : undefined;
    if (release !== undefined) return { distribution: release.includes('.') ? 'ubuntu' : 'debian', release };
  }
  for (const [pattern, distribution] of NAMED) {
    const match = pattern.exec(tag);
    if (match !== null) return { distribution, release: match[1] ?? null };
  }
  return null;
}

/** The tag of an image of the distribution itself: `12.5-slim`, `bookworm`, `3.20.1`, `40`, `stream9`. */
export function releaseOfSystem(distribution: string, tag: string): string | null {
  const named = releaseInTag(tag);
  if (named !== null) return named.distribution === distribution ? named.release : null;
  return RELEASE_AT_START[distribution]?.exec(tag)?.[1] ?? null;
}

const MAJOR = /^(\d{1,2})(?:\.\d+)*(?:-|$)/;
const MINOR = /^(\d{1,2}\.\d{1,2})(?:\.\d+)*(?:-|$)/;

const RELEASE_AT_START: Readonly<Record<string, RegExp>> = {
  debian: MAJOR,
  ubuntu: MINOR,
  alpine: /^v?(\d\.\d{1,2})(?:\.\d+)*(?:_\w+)?(?:-|$)/,
  fedora: /^f?(\d{1,2})(?:-|$)/,
  centos: /^(?:centos)?(stream\d+|\d{1,2})(?:\.\d+)*(?:-|$)/,
  rhel: MAJOR,
  rocky: MAJOR,
  almalinux: MAJOR,
  ol: MAJOR,
  amzn: /^(1|2|2023)(?:\.\d+)*(?:-|$)/,
  mariner: /^(\d\.\d)(?:\.\d+)*(?:-|$)/,
  azurelinux: /^(\d\.\d)(?:\.\d+)*(?:-|$)/,
  'opensuse-leap': MINOR,
  windows: /^(ltsc\d{4}|sac2016|\d{4}|20H2)(?:-|$)/,
};

const MUSL: ReadonlySet<string> = new Set(['alpine']);

/** What links against the C library of a distribution; null for Windows. */
export function libcOf(distribution: string): BaseImage['libc'] {
  if (distribution === 'windows') return null;
  return MUSL.has(distribution) ? 'musl' : 'glibc';
}
