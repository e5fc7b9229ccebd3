/** Pairs of ENV, LABEL and ARG. */
import { EQUALS, isSeparator, skipSpace } from './characters';
import type { LogicalText } from './logical-text';
import { sourceRange } from './logical-text';
import type { Pair } from './nodes';
import type { Escape } from './read-quotes';
import { restAsWord, wordAt, wordEnd } from './read-words';

export interface Pairs {
  readonly form: 'pairs' | 'legacy';
  readonly pairs: readonly Pair[];
}

/** Arguments of ENV and LABEL. The first word decides: without an equals sign it is the old form. */
export function readPairs(logical: LogicalText, start: number, end: number, escape: Escape): Pairs {
  const { text } = logical;
  const from = skipSpace(text, start, end);
  if (from >= end) return { form: 'pairs', pairs: [] };
  const firstEnd = wordEnd(text, from, end, escape);
  const equals = text.indexOf('=', from);
  if (equals !== -1 && equals < firstEnd) return { form: 'pairs', pairs: readNames(logical, from, end, escape) };
  let keyEnd = from;
  while (keyEnd < end && !isSeparator(text.charCodeAt(keyEnd))) keyEnd += 1;
  const value = restAsWord(logical, keyEnd, end, escape);
  const pair: Pair = {
    range: sourceRange(logical, from, end),
    key: wordAt(logical, from, keyEnd, escape),
    value,
  };
  return { form: 'legacy', pairs: [pair] };
}

/** `name` or `name=value`, several: the arguments of ARG, and those of ENV and LABEL in their new form. */
export function readNames(logical: LogicalText, start: number, end: number, escape: Escape): readonly Pair[] {
  const { text } = logical;
  const pairs: Pair[] = [];
  for (let at = skipSpace(text, start, end); at < end; at = skipSpace(text, at, end)) {
    const stop = wordEnd(text, at, end, escape);
    let equals = at;
    while (equals < stop && text.charCodeAt(equals) !== EQUALS) equals += 1;
    const range = sourceRange(logical, at, stop);
    pairs.push({
      range,
      // An empty name stands at its equals sign, not behind what is before it.
      key: equals === at ? { range: { start: range.start, end: range.start }, raw: '', value: '' } : wordAt(logical, at, equals, escape),
      value: equals === stop ? null : wordAt(logical, equals + 1, stop, escape),
    });
    at = stop;
  }
  // A copy takes no more room than it needs; a list that grew does.
  return pairs.slice();
}
