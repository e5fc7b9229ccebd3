/**
 * The known name that a misspelt one most likely means, for "did you mean"; null when none is near.
 *
 * Distance is the number of inserted, left-out, changed or swapped neighbouring characters, without regard to
 * case. A name may differ in a third of its characters (in at least one). Of equally near names the first wins.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance > limit) continue;
    if (distance === 0) return candidate;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

/** One character inserted, left out or changed, or two neighbours swapped, without regard to case; digits apart, since those number things. */
export function isOneEditApart(a: string, b: string): boolean {
  return editDistance(a.toLowerCase(), b.toLowerCase(), 1) === 1 && a.replace(/\d/g, '') !== b.replace(/\d/g, '');
}

/** Edit distance with swaps of neighbours (optimal string alignment). Any number above `limit` means "more than that". */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
