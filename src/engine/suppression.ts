/** A suppression comment as found in a file, in our dialect or a peer's. */
import type { Range } from '../dockerfile/source';

export interface Suppression {
  readonly dialect: 'plimsoll' | 'hadolint' | 'buildkit' | 'shellcheck';
  /** The whole comment. */
  readonly range: Range;
  /** Offsets of the source it covers; an empty stretch behind the comment when there is nothing to cover. */
  readonly covers: Range;
  readonly targets: readonly SuppressionTarget[];
  /** True when it names no rule and so means all. */
  readonly all: boolean;
  readonly reason: string | null;
  /** It hid at least one problem. */
  readonly used: boolean;
  /** "Unused" is certain: for every target, or, when it means all, because every rule ran. */
  readonly certain: boolean;
}

export interface SuppressionTarget {
  /** As written. */
  readonly name: string;
  readonly range: Range;
  /** Rules (and, for an alias of one message, that message) it stands for; empty for an unknown name. */
  readonly rules: readonly { readonly rule: string; readonly messageId: string | null }[];
  /** An id of a peer that we know of but have no rule for: never reported as unknown. */
  readonly foreign: boolean;
  /** For an unknown name, the known one that it may mean. */
  readonly nearest: string | null;
  /** It hid at least one problem. */
  readonly used: boolean;
  /** Every rule it names exists and ran on this file, so that "unused" is certain. */
  readonly certain: boolean;
}
