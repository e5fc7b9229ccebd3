import type { Hide, HideKey } from './suppression-places';

/** What `disable` and `enable` comments do, in file order. */
export interface DisabledRanges {
  /** From `at` on, each key is hidden by that owner; whoever hid it before ends there. */
  disable(keys: readonly DisabledKey[], at: number): void;
  /** Keys to show again from `at` on; null for all. */
  enable(keys: readonly HideKey[] | null, at: number): void;
  /** Ends what is still open. */
  finish(end: number): void;
}

export interface DisabledKey {
  readonly key: HideKey;
  readonly suppression: number;
  readonly owner: number;
}

interface OpenRange extends DisabledKey {
  readonly start: number;
  readonly except: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** At most one range is open for a key, so that many comments never add up to much work for one problem. */
export function createDisabledRanges(emit: (key: HideKey, hide: Hide) => void): DisabledRanges {
  const open = new Map<HideKey, OpenRange>();

  function close(range: OpenRange, end: number): void {
    open.delete(range.key);
    if (end < range.start) return;
    emit(range.key, { start: range.start, end, suppression: range.suppression, owner: range.owner, except: range.except });
  }

  function show(key: HideKey, at: number): void {
    for (const range of [...open.values()]) {
      if (includes(key, range.key)) close(range, at - 1);
      else if (includes(range.key, key)) {
        close(range, at - 1);
        open.set(range.key, { ...range, start: at, except: new Set([...range.except, key]) });
      }
    }
  }

  return {
    disable(keys, at) {
      for (const disabled of keys) {
        const before = open.get(disabled.key);
        if (before !== undefined) close(before, at - 1);
        open.set(disabled.key, { ...disabled, start: at, except: NOTHING });
      }
    },
    enable(keys, at) {
      if (keys === null) for (const range of [...open.values()]) close(range, at - 1);
      else for (const key of keys) show(key, at);
    },
    finish(end) {
      for (const range of [...open.values()]) close(range, end);
    },
  };
}

/** Whether what one key stands for takes in all that the other does. */
function includes(wide: HideKey, narrow: HideKey): boolean {
  return wide === '*' || wide === narrow || narrow.startsWith(`${wide}/`);
}
