import { shorten } from './shorten';

const MOST_NAMES = 3;
const LONGEST_NAME = 60;

/** `a`, `a and b`, `a, b and c`, `a, b, c and 4 more`; empty for none. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => shorten(name, LONGEST_NAME));
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
