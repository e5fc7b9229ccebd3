/** Which program reads a Dockerfile, as far as its `# syntax=` line tells. Facts of the frontend's releases up to 1.26 (2026-11). */
export type Frontend =
  /** No `# syntax=` line: whatever the builder brings. */
  | { readonly kind: 'bundled' }
  /** docker/dockerfile, docker/dockerfile-upstream or a mirror of them. `version` is null for tags that move (`1`, `latest`) and digests. */
  | { readonly kind: 'official'; readonly version: FrontendVersion | null; readonly labs: boolean }
  /** Another image: it may know instructions and flags that the official one does not. */
  | { readonly kind: 'custom'; readonly image: string };

export interface FrontendVersion {
  readonly major: number;
  readonly minor: number;
}

/** The newest release that the tables of this folder know. */
export const NEWEST_KNOWN_FRONTEND: FrontendVersion = { major: 1, minor: 26 };

/** Reads the value of the `syntax` directive; null stands for a file without one. */
export function frontendOf(syntax: string | null): Frontend {
  if (syntax === null) return { kind: 'bundled' };
  const image = syntax.trim().split(/\s/, 1)[0] ?? '';
  const named = image.split('@', 1)[0] ?? '';
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const path = colon === -1 ? named : named.slice(0, colon);
  if (!/(?:^|\/)docker\/dockerfile(?:-upstream)?$/.test(path)) return { kind: 'custom', image };
  const tag = colon === -1 ? '' : named.slice(colon + 1);
  const labs = /(?:^|-)(?:labs|experimental)$/.test(tag);
  const numbers = /^(\d+)\.(\d+)(?:\.|-|$)/.exec(tag);
  const version = numbers === null ? null : { major: Number(numbers[1]), minor: Number(numbers[2]) };
  return { kind: 'official', version, labs };
}

/** Negative when `a` is older than `b`, 0 when they are the same release, positive when it is newer. */
export function compareFrontendVersions(a: FrontendVersion, b: FrontendVersion): number {
  return a.major === b.major ? a.minor - b.minor : a.major - b.major;
}

/** True if the frontend may know more than our tables: a custom image, or a release that is newer than they are. */
export function mayKnowMore(frontend: Frontend): boolean {
  if (frontend.kind === 'custom') return true;
  if (frontend.kind === 'bundled' || frontend.version === null) return false;
  return compareFrontendVersions(frontend.version, NEWEST_KNOWN_FRONTEND) > 0;
}
