/**
 * What a text of the file may be once the builder has expanded it. Three states matter to a rule: it is
 * certainly not set, it is known, or some part of it is unknown. Unknown is never an alarm.
 */
import type { Range } from './source';

export type Origin =
  /** Written out where it is used. */
  | { readonly kind: 'literal' }
  /** A default of an ARG, an ENV of the file, or a build input. `range` is where it was set; null outside the file. */
  | { readonly kind: 'arg' | 'env'; readonly name: string; readonly range: Range | null }
  /** The `w` of `${v:-w}` and the like. */
  | { readonly kind: 'default'; readonly name: string; readonly range: Range };

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  readonly origin: Origin;
  /** The text in the file that gave this part: the literal text itself, or the whole `${…}`. */
  readonly range: Range;
}

export interface UnknownPart {
  readonly kind: 'unknown';
  /** The variable, or null when the text could not be expanded for another reason. */
  readonly name: string | null;
  readonly range: Range;
}

export type ValuePart = TextPart | UnknownPart;

/** An expanded word. `unset` only for a variable that certainly has no value; an empty text has no parts. */
export type Value =
  | { readonly kind: 'unset' }
  | { readonly kind: 'parts'; readonly parts: readonly ValuePart[] };

/** The whole text, or null when any part of it is unknown. An unset value is the empty text, as for the builder. */
export function knownText(value: Value): string | null {
  if (value.kind === 'unset') return '';
  let text = '';
  for (const part of value.parts) {
    if (part.kind === 'unknown') return null;
    text += part.text;
  }
  return text;
}

/** The known text before the first unknown part. */
export function knownPrefix(value: Value): string {
  if (value.kind === 'unset') return '';
  let text = '';
  for (const part of value.parts) {
    if (part.kind === 'unknown') break;
    text += part.text;
  }
  return text;
}

/** The known text behind the last unknown part. */
export function knownSuffix(value: Value): string {
  if (value.kind === 'unset') return '';
  let text = '';
  for (let index = value.parts.length - 1; index >= 0; index -= 1) {
    const part = value.parts[index];
    if (part === undefined || part.kind === 'unknown') break;
    text = part.text + text;
  }
  return text;
}

/** The ARG, ENV or written default that the text at `range` came from; null when it is written out there. */
export function originAt(value: Value, range: Range): Exclude<Origin, { kind: 'literal' }> | null {
  if (value.kind === 'unset') return null;
  for (const part of value.parts) {
    const overlaps = part.range.start < range.end && range.start < part.range.end;
    if (overlaps && part.kind === 'text' && part.origin.kind !== 'literal') return part.origin;
  }
  return null;
}
