/** Sorts out the problems that comments hide, and says what each comment was good for. */
import type { NameTable, RuleTarget } from './aliases';
import type { Problem, SuppressedProblem } from './result';
import { keyOf, type Hide, type HideKey, type PlacedTarget, type Placement } from './suppression-places';
import type { Suppression, SuppressionTarget } from './suppression';

export interface Sorted {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly SuppressedProblem[];
  /** Numbers of the targets, and of the suppressions that mean all, which hid something. */
  readonly used: ReadonlySet<number>;
}

/** `problems` must be in order of their start. */
export function suppress(problems: readonly Problem[], placement: Placement): Sorted {
  const used = new Set<number>();
  const cursors = new Map<HideKey, Cursor>();
  const shown: Problem[] = [];
  const suppressed: SuppressedProblem[] = [];

  function hiderOf(key: HideKey, problem: Problem): Hide | null {
    const hides = placement.hides.get(key);
    if (hides === undefined) return null;
    const cursor = cursors.get(key) ?? createCursor(hides, used);
    cursors.set(key, cursor);
    return cursor(problem.start, (hide) => applies(hide, problem, placement));
  }

  for (const problem of problems) {
    // Each key is asked, so that every comment which hides the problem counts as used.
    const innermost = keysFor(problem).map((key) => hiderOf(key, problem)).reduce(inner, null);
    if (innermost === null) shown.push(problem);
    else suppressed.push({ ...problem, by: 'comment', reason: placement.suppressions[innermost.suppression]?.comment.reason ?? null });
  }
  return { problems: shown, suppressed, used };
}

function inner(a: Hide | null, b: Hide | null): Hide | null {
  if (a === null || b === null) return a ?? b;
  return b.start >= a.start ? b : a;
}

function keysFor({ rule, messageId }: Problem): readonly HideKey[] {
  return messageId === null ? ['*', rule] : ['*', rule, keyOf({ rule, messageId })];
}

/** What is enabled again is not hidden, and no comment hides what is said about itself. */
function applies(hide: Hide, problem: Problem, { suppressions }: Placement): boolean {
  if (hide.except.size > 0 && keysFor(problem).some((key) => hide.except.has(key))) return false;
  const own = suppressions[hide.suppression]?.comment.range;
  return own === undefined || problem.start < own.start || problem.start >= own.end;
}

/**
 * The hide of one key that begins last before a place and still holds there. Places must be asked in ascending order.
 * All that hold are marked as used. Every hide is pushed, popped and marked once, whatever the number of problems.
 */
type Cursor = (place: number, fits: (hide: Hide) => boolean) => Hide | null;

function createCursor(hides: readonly Hide[], used: Set<number>): Cursor {
  let next = 0;
  let unmarked: readonly Hide[] = [];
  const begun: Hide[] = [];

  function dropEnded(place: number): void {
    while ((begun.at(-1)?.end ?? place) < place) begun.pop();
  }

  return (place, fits) => {
    const begins: Hide[] = [];
    for (let hide = hides[next]; hide !== undefined && hide.start <= place; hide = hides[(next += 1)]) {
      if (hide.end < place) continue;
      dropEnded(place);
      begun.push(hide);
      begins.push(hide);
    }
    dropEnded(place);
    if (begins.length > 0 || unmarked.length > 0) {
      const live = [...unmarked, ...begins].filter((hide) => hide.end >= place);
      for (const hide of live) if (fits(hide)) used.add(hide.owner);
      unmarked = live.filter((hide) => !used.has(hide.owner));
    }
    for (let index = begun.length - 1; index >= 0; index -= 1) {
      const hide = begun[index];
      if (hide !== undefined && hide.end >= place && fits(hide)) return hide;
    }
    return null;
  };
}

/** What was on and ran through, so that a comment which hid nothing of it is certainly unused. */
export interface WhatRan {
  readonly all: boolean;
  readonly includes: (target: RuleTarget) => boolean;
}

/** The suppressions as hygiene rules see them. */
export function describeSuppressions(
  placement: Placement,
  used: ReadonlySet<number>,
  names: NameTable,
  ran: WhatRan,
): readonly Suppression[] {
  function describeTarget(target: PlacedTarget, hides: boolean): SuppressionTarget {
    const { name, range, rules, foreign, owner } = target;
    return {
      name, range, rules, foreign,
      nearest: rules.length === 0 && !foreign ? names.nearest(name) : null,
      used: used.has(owner),
      certain: hides && !foreign && rules.length > 0 && rules.every(ran.includes),
    };
  }

  return placement.suppressions.map(({ comment, covers, owner, targets: placed }) => {
    const hides = comment.scope !== 'enable';
    const targets = placed.map((target) => describeTarget(target, hides));
    const all = targets.length === 0;
    return {
      dialect: comment.dialect, range: comment.range, covers, targets, all, reason: comment.reason,
      used: all ? used.has(owner) : targets.some((target) => target.used),
      certain: all ? hides && ran.all : targets.every((target) => target.certain),
    };
  });
}
