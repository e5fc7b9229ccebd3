import type { Value } from '../dockerfile/values';

/**
 * The account of a `USER account[:group]` value, or null when it is not wholly known. A known account counts even
 * if its group is unknown.
 */
export function accountOf(value: Value): string | null {
  if (value.kind === 'unset') return null;
  let account = '';
  for (const part of value.parts) {
    if (part.kind === 'unknown') return null;
    const colon = part.text.indexOf(':');
    if (colon !== -1) return account + part.text.slice(0, colon);
    account += part.text;
  }
  return account;
}
