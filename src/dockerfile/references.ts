/**
 * Image references in parts, after the grammar of the distribution project: `[registry[:port]/]path[:tag][@digest]`.
 * Unknown stretches of the value may hold anything, so a part is known only where no unknown stretch can change it.
 */
import type { Component, ImageReference } from './model-types';
import type { Word } from './nodes';
import type { Range } from './source';
import type { Value, ValuePart } from './values';

/** Stands for an unknown part in the flattened text. It is not a character of the grammar. */
const UNKNOWN = '\uFFFF';

const ABSENT: Component = { kind: 'absent' };
const UNKNOWN_COMPONENT: Component = { kind: 'unknown' };

const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const REGISTRY = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const IDENTIFIER = /^[a-f0-9]{64}$/;
/** What may follow a hidden `@` up to the end: the tail of a digest. */
const DIGEST_TAIL = /^(?:[0-9a-fA-F]*|[A-Za-z0-9+._-]*:[0-9a-fA-F]{32,})$/;
/** Repository names longer than this (registry included) are refused. */
const LONGEST_NAME = 255;

export function parseReference(word: Word, value: Value): ImageReference {
  const parts = value.kind === 'unset' ? [] : value.parts;
  const flat = flatten(parts);
  const { text } = flat;
  const at = text.indexOf('@');
  const rest = at === -1 ? text.length : at;
  const digest = at === -1 ? hiddenDigest(text) : component(flat, at + 1, text.length);

  const slash = text.lastIndexOf('/', rest - 1);
  const colon = rest === 0 ? -1 : text.lastIndexOf(':', rest - 1);
  const nameEnd = colon > slash ? colon : rest;
  const tag = colon > slash ? component(flat, colon + 1, rest) : hiddenTag(text.slice(slash + 1, rest));

  const firstSlash = text.indexOf('/');
  const hasFirst = firstSlash !== -1 && firstSlash < nameEnd;
  const first = hasFirst ? text.slice(0, firstSlash) : '';
  let registry: Component = ABSENT;
  let path = component(flat, 0, nameEnd);
  if (first.includes(UNKNOWN)) {
    registry = UNKNOWN_COMPONENT;
    path = component(flat, firstSlash + 1, nameEnd);
  } else if (hasFirst && isRegistry(first)) {
    registry = component(flat, 0, firstSlash);
    path = component(flat, firstSlash + 1, nameEnd);
  } else if (!hasFirst && path.kind === 'unknown') {
    registry = UNKNOWN_COMPONENT;
  }
  const reference = { word, value, registry, path, tag, digest };
  return { ...reference, valid: isValid(text, reference, { colon: colon > slash, at: at !== -1 }) };
}

/** The reference in a text that stands outside of instructions, or nowhere. */
export function literalReference(text: string, range: Range = { start: 0, end: text.length }): ImageReference {
  return parseReference({ range, raw: text, value: text }, { kind: 'parts', parts: [{ kind: 'text', text, origin: { kind: 'literal' }, range }] });
}

/** Without a `.`, a `:` or an upper-case letter the first component is a folder of Docker Hub. */
function isRegistry(first: string): boolean {
  return first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase();
}

function hiddenDigest(text: string): Component {
  const last = text.lastIndexOf(UNKNOWN);
  return last !== -1 && DIGEST_TAIL.test(text.slice(last + 1)) ? UNKNOWN_COMPONENT : ABSENT;
}

/** A segment without a colon has a tag only if an unknown stretch in it can hold the colon. */
function hiddenTag(segment: string): Component {
  const last = segment.lastIndexOf(UNKNOWN);
  return last !== -1 && /^[\w.-]*$/.test(segment.slice(last + 1)) ? UNKNOWN_COMPONENT : ABSENT;
}

function isValid(
  text: string,
  reference: { readonly registry: Component; readonly path: Component; readonly tag: Component; readonly digest: Component },
  marks: { readonly colon: boolean; readonly at: boolean },
): boolean {
  const { registry, path, tag, digest } = reference;
  if (/\s/.test(text) || IDENTIFIER.test(text)) return false;
  if (marks.colon && tag.kind === 'absent') return false;
  if (marks.at && digest.kind === 'absent') return false;
  if (path.kind === 'absent') return false;
  if (tag.kind === 'known' && !TAG.test(tag.text)) return false;
  if (digest.kind === 'known' && !DIGEST.test(digest.text)) return false;
  if (registry.kind === 'known' && !REGISTRY.test(registry.text)) return false;
  if (path.kind === 'unknown') return true;
  const length = path.text.length + (registry.kind === 'known' ? registry.text.length + 1 : 0);
  return length <= LONGEST_NAME && path.text.split('/').every((each) => PATH_COMPONENT.test(each));
}

interface Flat {
  readonly text: string;
  readonly parts: readonly ValuePart[];
  /** Where each part starts in `text`. */
  readonly starts: readonly number[];
}

function flatten(parts: readonly ValuePart[]): Flat {
  const starts: number[] = [];
  let text = '';
  for (const part of parts) {
    starts.push(text.length);
    text += part.kind === 'text' ? part.text : UNKNOWN;
  }
  return { text, parts, starts };
}

function component(flat: Flat, start: number, end: number): Component {
  if (start >= end) return ABSENT;
  const text = flat.text.slice(start, end);
  if (text.includes(UNKNOWN)) return UNKNOWN_COMPONENT;
  const first = rangeOf(flat, start);
  const last = rangeOf(flat, end - 1);
  return { kind: 'known', text, range: { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) } };
}

/** The source of one character: itself where it is written out, the whole `${…}` where it comes from a variable. */
function rangeOf(flat: Flat, offset: number): Range {
  let index = 0;
  while (index + 1 < flat.starts.length && (flat.starts[index + 1] ?? 0) <= offset) index += 1;
  const part = flat.parts[index];
  if (part === undefined) return { start: 0, end: 0 };
  const { range } = part;
  if (part.kind === 'text' && part.origin.kind === 'literal' && range.end - range.start === part.text.length) {
    const at = range.start + offset - (flat.starts[index] ?? 0);
    return { start: at, end: at + 1 };
  }
  return range;
}

/**
 * The name that Docker shows for an image: without the registry of Docker Hub and without `library/`.
 * Named contexts and the base-image table go by it.
 */
export function familiarName(registry: string | null, path: string): string {
  if (registry !== null && registry !== 'docker.io' && registry !== 'index.docker.io') return `${registry}/${path}`;
  const official = path.startsWith('library/') ? path.slice('library/'.length) : path;
  return official.includes('/') ? path : official;
}
