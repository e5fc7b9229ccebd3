/** Alphabetical order, whichever of the usual programs has sorted. */

type Key = (name: string) => string;

/** Case ignored, signs by their code: what {@link sortByName} uses. */
const PLAIN: Key = (name) => name.toLowerCase();

const KEYS: readonly Key[] = [
  PLAIN,
  // By code, as `sort` does in the C locale.
  (name) => name,
  // By letters and digits alone, as it does in most others.
  (name) => PLAIN(name).replace(/[^a-z0-9]/g, ''),
  // 9 before 10, as `sort -V` does.
  (name) => PLAIN(name).replace(/\d+/g, (digits) => digits.padStart(12, '0')),
];

/** A name that stands right behind another should stand before it, in every usual order. */
export function isMisplaced(name: string, before: string): boolean {
  return KEYS.every((key) => key(name) < key(before));
}

/** Sorted by their names, so that none is misplaced; those with the same name stay as they stand. */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  const keyed = items.map((item) => ({ item, key: PLAIN(nameOf(item)) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ item }) => item);
}
