/** Lists of image patterns, as people write them who say what they trust. */
import type { Component, ImageReference } from '../dockerfile/model-types';
import { matchesWildcard } from './wildcard';

/** Whether an image is on the list; `unknown` where a variable decides. */
export type ImageList = (image: Pick<ImageReference, 'registry' | 'path' | 'tag'>) => 'listed' | 'unlisted' | 'unknown';

interface Pattern {
  /** Null stands for any. */
  readonly host: string | null;
  /** What the path begins with, component by component. */
  readonly path: readonly string[];
  /** Null stands for any. */
  readonly tag: string | null;
}

const DOCKER_HUB = 'docker.io';

const OTHER_NAMES_OF_DOCKER_HUB: ReadonlySet<string> = new Set(['index.docker.io', 'registry-1.docker.io', 'hub.docker.com']);

/**
 * A pattern is a host (`ghcr.io`, `*.example.org`), the beginning of a name (`ghcr.io/team`, `docker.io/library`), or an image
 * of Docker Hub (`node`, `team/app`, `library/`). In a host a leading `*` stands for one label or more; elsewhere `*` stands
 * for any text between two slashes, or two dots of a host. A tag may follow (`node:22*`). `*` alone lists everything.
 */
export function createImageList(patterns: readonly string[]): ImageList {
  const parsed = patterns.map(parsePattern);
  return ({ registry, path, tag }) => {
    if (parsed.some(({ host, path: start, tag: wanted }) => host === null && start.length === 0 && wanted === null)) return 'listed';
    if (registry.kind === 'unknown') return 'unknown';
    const host = registry.kind === 'known' ? familiarHost(registry.text) : DOCKER_HUB;
    let answer: 'unlisted' | 'unknown' = 'unlisted';
    for (const pattern of parsed) {
      if (pattern.host !== null && !matchesHost(host, pattern.host)) continue;
      const fits = matchesPath(host, path, pattern) && matchesTag(tag, pattern.tag);
      if (fits === true) return 'listed';
      if (fits === null) answer = 'unknown';
    }
    return answer;
  };
}

function parsePattern(text: string): Pattern {
  const [, name = '', tag = null] = /^(.*?)(?::([^/:]*))?$/.exec(text) ?? [];
  // `localhost:5000` and `example.org:5000` are hosts, `node:22` is an image.
  const isHostAlone = tag !== null && !name.includes('/') && isHost(name);
  const parts = (isHostAlone ? text : name).split('/');
  const [first = '', ...rest] = parts;
  const path = rest.filter((part, index) => index < rest.length - 1 || (part !== '' && part !== '*' && part !== '**'));
  const wanted = isHostAlone ? null : tag;
  if (first === '*') return { host: null, path, tag: wanted };
  if (isHost(first)) return { host: familiarHost(first), path, tag: wanted };
  return { host: DOCKER_HUB, path: parts.length === 1 ? ['library', first] : [first, ...path], tag: wanted };
}

function isHost(text: string): boolean {
  return text === 'localhost' || /[.:]/.test(text);
}

function familiarHost(text: string): string {
  const host = text.toLowerCase();
  return OTHER_NAMES_OF_DOCKER_HUB.has(host) ? DOCKER_HUB : host;
}

/** Label by label, so that `*.example.org` is no way in for evil-example.org. */
function matchesHost(host: string, pattern: string): boolean {
  const [labels, wanted] = [host.split('.'), pattern.split('.')];
  const leading = wanted[0] === '*' ? labels.length - wanted.length : 0;
  if (leading < 0 || labels.length !== wanted.length + leading) return false;
  return wanted.every((label, index) => (leading > 0 && index === 0) || matchesWildcard(labels[index + leading] ?? '', label));
}

/** Null when that is not known. */
function matchesPath(host: string, path: Component, pattern: Pattern): boolean | null {
  if (pattern.path.length === 0) return true;
  if (path.kind !== 'known') return null;
  const full = host === DOCKER_HUB && !path.text.includes('/') ? `library/${path.text}` : path.text;
  const parts = full.split('/');
  if (pattern.tag !== null && parts.length !== pattern.path.length) return false;
  return pattern.path.every((wanted, index) => matchesWildcard(parts[index] ?? '', wanted)) && parts.length >= pattern.path.length;
}

function matchesTag(tag: Component, wanted: string | null): boolean | null {
  if (wanted === null) return true;
  if (tag.kind === 'unknown') return null;
  return matchesWildcard(tag.kind === 'known' ? tag.text : 'latest', wanted);
}
