/** A suppression comment as found in a file, in our dialect or a peer's. */
import type { Range } from '../dockerfile/source';

export interface Suppression {
  readonly dialect: 'plimsoll' | 'hadolint' | 'buildkit';
  /** The whole comment. */
  readonly range: Range;
  /** Offsets of the source it covers. */
  readonly covers: Range;
  readonly targets: readonly SuppressionTarget[];
  /** True when it names no rule and so means all. */
  readonly all: boolean;
  readonly reason: string | null;
}

export interface SuppressionTarget {
  /** As written. */
  readonly name: string;
  readonly range: Range;
  /** Rules (and, for an alias of one message, that message) it stands for; empty for an unknown name. */
  readonly rules: readonly { readonly rule: string; readonly messageId: string | null }[];
  /** An id of a peer that we know of but have no rule for: never reported as unknown. */
  readonly foreign: boolean;
  /** It hid at least one problem. */
  readonly used: boolean;
  /** Every rule it names exists and ran on this file, so that "unused" is certain. */
  readonly certain: boolean;
}
