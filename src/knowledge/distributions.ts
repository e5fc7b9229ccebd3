/** What the tag of an image tells about the distribution under it, and what the distribution tells. */
import type { BaseImage } from './base-image';

export type Facts = Partial<Omit<BaseImage, 'name'>>;

/**
 * - `debian-12`: Debian up to 12 and Ubuntu up to 24.04, whose dash (0.5.12 and older) has no pipefail (run on both);
 * - `debian`: any Debian or Ubuntu; the dash of the later ones was not tried;
 * - `rpm`: Fedora, RHEL and its kin, Amazon Linux, Azure Linux, SUSE Leap: `/bin/sh` is bash;
 * - `distroless`: no shell at all.
 */
export type Distribution = 'debian-12' | 'debian' | 'alpine' | 'rpm' | 'distroless' | 'servercore' | 'nanoserver';

export const DISTRIBUTION_FACTS: Readonly<Record<Distribution, Facts>> = {
  'debian-12': { os: 'linux', shell: 'dash', pipefail: false },
  'debian': { os: 'linux', shell: 'dash', pipefail: null },
  'alpine': { os: 'linux', shell: 'ash', pipefail: true },
  'rpm': { os: 'linux', shell: 'bash', pipefail: true },
  'distroless': { os: 'linux', shell: 'none', pipefail: false },
  // Images of languages on Windows keep the SHELL of their own Dockerfile, cmd or PowerShell.
  'servercore': { os: 'windows', shell: null, pipefail: false, dropsRoot: false },
  'nanoserver': { os: 'windows', shell: null, pipefail: false, dropsRoot: false, user: null, runsAsRoot: null },
};

/** The first that matches decides, so what names a variant of a distribution stands before the distribution. */
const TOKENS: readonly (readonly [RegExp, Distribution])[] = [
  [/(?:^|-)nanoserver/, 'nanoserver'],
  [/(?:^|-)windows/, 'servercore'],
  [/(?:^|-)(?:distroless|chiseled)(?:-|$)/, 'distroless'],
  [/(?:^|-)alpine/, 'alpine'],
  [/(?:^|[-_])(?:wheezy|jessie|stretch|buster|bullseye|bookworm)(?:-|$)/, 'debian-12'],
  [/(?:^|[-_])(?:precise|trusty|xenial|bionic|focal|jammy|noble)(?:-|$)/, 'debian-12'],
  [/(?:^|-)debian-?(?:[6-9]|1[0-2])(?:[-.]|$)/, 'debian-12'],
  [/(?:^|-)ubuntu-?(?:1\d|2[0-3]|24\.04)/, 'debian-12'],
  [/(?:^|[-_])(?:trixie|forky|sid|oracular|plucky|questing|resolute)(?:-|$)/, 'debian'],
  [/(?:^|-)(?:debian|ubuntu)/, 'debian'],
  [/(?:^|-)(?:centos|ubi|rhel|fedora|oracle|ol[6-9]|rocky|alma|amazonlinux|amazoncorretto|corretto|al2|cbl-mariner|mariner|azurelinux|leap)/, 'rpm'],
];

/** Null when the tag names no distribution. */
export function distributionOf(tag: string): Distribution | null {
  return TOKENS.find(([token]) => token.test(tag))?.[1] ?? null;
}

/** The numbers a tag begins with: `3.12-slim` is 3 and 12, `3` is 3 and null; null when it begins with none. */
export function versionOf(tag: string): { readonly major: number; readonly minor: number | null } | null {
  const match = /^v?(\d+)(?:\.(\d+))?(?![\w.]*[a-z]{4})/.exec(tag);
  if (match === null) return null;
  return { major: Number(match[1]), minor: match[2] === undefined ? null : Number(match[2]) };
}

/** True when the tag's version is certainly below `major.minor`. */
export function isBelow(tag: string, major: number, minor: number): boolean {
  const version = versionOf(tag);
  if (version === null) return false;
  return version.major < major || (version.major === major && version.minor !== null && version.minor < minor);
}
