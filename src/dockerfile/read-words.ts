/** Words: text between blanks, with quotes and escapes respected. */
import { DOUBLE_QUOTE, isSpace, SINGLE_QUOTE, skipSpace, trimEnd } from './characters';
import type { LogicalText } from './logical-text';
import { sourceRange } from './logical-text';
import type { Word } from './nodes';
import type { Escape } from './read-quotes';
import { resolveQuotes } from './read-quotes';

export function wordAt(logical: LogicalText, start: number, end: number, escape: Escape): Word {
  const raw = logical.text.slice(start, end);
  return { range: sourceRange(logical, start, end), raw, value: resolveQuotes(raw, escape) };
}

/** The whole stretch without blanks at both ends as one word; null when nothing is left. */
export function restAsWord(logical: LogicalText, start: number, end: number, escape: Escape): Word | null {
  const from = skipSpace(logical.text, start, end);
  const to = trimEnd(logical.text, from, end);
  return from === to ? null : wordAt(logical, from, to, escape);
}

/**
 * Words of `[start, end)`; an open quote runs to the end, as the builder has it. With `plain` an escape character
 * does not keep a blank in its word: `COPY c:\a\ c:\b` has two. (There the builder would also split at blanks in
 * quotes, only to fail on the halves; so what was meant is given.)
 */
export function readWords(logical: LogicalText, start: number, end: number, escape: Escape, plain = false): readonly Word[] {
  const { text } = logical;
  const words: Word[] = [];
  for (let at = skipSpace(text, start, end); at < end; at = skipSpace(text, at, end)) {
    const stop = wordEnd(text, at, end, escape, plain);
    words.push(wordAt(logical, at, stop, escape));
    at = stop;
  }
  // A copy takes no more room than it needs; a list that grew does.
  return words.slice();
}

/** End of the word that starts at `start`; for `plain` see {@link readWords}. */
export function wordEnd(text: string, start: number, end: number, escape: Escape, plain = false): number {
  const escapeCode = escape.charCodeAt(0);
  let quote = 0;
  let at = start;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === escapeCode && quote !== SINGLE_QUOTE) at += plain && quote === 0 && isSpace(text.charCodeAt(at + 1)) ? 0 : 1;
    else if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) quote = code;
    else if (isSpace(code)) break;
  }
  return Math.min(at, end);
}
