import type { Range } from '../dockerfile/source';
import { originAt, type Value } from '../dockerfile/values';

/** ` (default of ARG TAG)` when the text at `range` came from a variable, otherwise nothing; for the end of a clause. */
export function nameOrigin(value: Value, range: Range): string {
  const origin = originAt(value, range);
  if (origin === null) return '';
  if (origin.kind === 'default') return ` (default in \${${origin.name}})`;
  return origin.kind === 'arg' ? ` (value of ARG ${origin.name})` : ` (value of ENV ${origin.name})`;
}
