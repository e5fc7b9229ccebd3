/** What a variable may be at one place, and how its value looks where it is used. */
import type { Range } from './source';
import type { Origin, TextPart, ValuePart } from './values';

/** What is known about a variable at one place. */
export type Found =
  | { readonly state: 'set'; readonly parts: readonly ValuePart[]; readonly origin: Origin }
  /** Certainly without a value. */
  | { readonly state: 'unset' }
  /** A build argument without default that nobody gave: empty in a plain build, anything in another. */
  | { readonly state: 'declared' }
  /** It may be set, for example by a base image. */
  | { readonly state: 'unknown' };

/** Text that is written out where it is used. */
export const LITERAL: Origin = { kind: 'literal' };

/** A value longer than this (in UTF-16 units), or of more parts, becomes unknown: nothing real is so long. */
export const LONGEST_VALUE = 65_536;
export const MOST_PARTS = 64;

export function isTooBig(parts: readonly ValuePart[]): boolean {
  if (parts.length > MOST_PARTS) return true;
  let length = 0;
  for (const part of parts) if (part.kind === 'text') length += part.text.length;
  return length > LONGEST_VALUE;
}

/** The parts of a variable's value as they stand where it is used: at `range`, with the variable as origin of what is literal there. */
export function partsInPlace(parts: readonly ValuePart[], origin: Origin, name: string | null, range: Range): ValuePart[] {
  const placed: ValuePart[] = [];
  for (const part of parts) {
    const last = placed[placed.length - 1];
    if (part.kind === 'unknown') {
      if (last?.kind !== 'unknown') placed.push({ kind: 'unknown', name: name ?? part.name, range });
      continue;
    }
    const from = part.origin.kind === 'literal' ? origin : part.origin;
    if (last?.kind === 'text' && last.origin === from) {
      placed[placed.length - 1] = { ...last, text: last.text + part.text };
    } else {
      placed.push({ kind: 'text', text: part.text, origin: from, range });
    }
  }
  return placed;
}

/** Whether the variable is set (and, if asked, not empty); null when that cannot be told. */
export function isPresent(found: Found, emptyCounts: boolean): boolean | null {
  if (found.state === 'unset') return false;
  if (found.state !== 'set') return null;
  if (!emptyCounts) return true;
  if (found.parts.some((part) => part.kind === 'text' && part.text !== '')) return true;
  return found.parts.length === 0 ? false : null;
}

/** The origin of a changed value: that of the first text that is not literal. */
export function deepest(found: Extract<Found, { state: 'set' }>): Origin {
  const part = found.parts.find((each): each is TextPart => each.kind === 'text' && each.origin.kind !== 'literal');
  return part === undefined ? found.origin : part.origin;
}

/** The whole text, or null when some part is unknown. */
export function textOf(parts: readonly ValuePart[]): string | null {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'unknown') return null;
    text += part.text;
  }
  return text;
}
