/** Heredoc words of a logical line, split and judged as the builder's own word reader does it. */
import {
  BACKSLASH, DOLLAR, DOUBLE_QUOTE, HYPHEN, isDigit, isSpace, LESS_THAN, SINGLE_QUOTE, skipSpace,
} from './characters';
import { groupEnd, resolveQuotes } from './read-quotes';
import { wordEnd } from './read-words';

/** A heredoc word by its offsets in the logical text. */
export interface HeredocWord {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  readonly fileDescriptor: number | null;
}

/**
 * All heredoc words of a line, in order. A line with an open quote or a broken substitution has none:
 * the builder's reader gives up on it. Its escape character is the backslash whatever the directive says.
 */
export function heredocWords(text: string): readonly HeredocWord[] {
  if (!text.includes('<<')) return [];
  const found: HeredocWord[] = [];
  let start = -1;
  const close = (end: number): void => {
    const word = start === -1 ? null : heredocWord(text, start, end);
    if (word !== null) found.push(word);
    start = -1;
  };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      close(at);
      at += 1;
      continue;
    }
    if (start === -1) start = at;
    if (code === BACKSLASH) {
      at += 2;
    } else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
      at = groupEnd(text, at, '\\');
      if (at === -1) return [];
    } else if (code === DOLLAR) {
      const end = groupEnd(text, at, '\\');
      if (end === -1) return [];
      // The builder splits what a substitution gives at its blanks, without regard to quotes inside it.
      for (let inner = at; inner < end; inner += 1) {
        if (isSpace(text.charCodeAt(inner))) close(inner);
        else if (start === -1) start = inner;
      }
      at = end;
    } else if (code === LESS_THAN && text.charCodeAt(at + 1) === LESS_THAN) {
      at = skipSpace(text, at + 2, text.length);
    } else {
      at += 1;
    }
  }
  close(text.length);
  return found;
}

/** One word as a heredoc word, or null. */
export function heredocWord(text: string, start: number, end: number): HeredocWord | null {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  if (text.charCodeAt(at) !== LESS_THAN || text.charCodeAt(at + 1) !== LESS_THAN) return null;
  const fileDescriptor = at > start ? Number(text.slice(start, at)) : null;
  at += 2;
  const stripTabs = text.charCodeAt(at) === HYPHEN && at < end;
  if (stripTabs) at += 1;
  const rest = text.slice(skipSpace(text, at, end), end).trimEnd();
  const name = resolveQuotes(rest, '\\');
  if (name === '' || rest.includes('<') || wordEnd(rest, 0, rest.length, '\\') < rest.length) return null;
  return {
    start,
    end: start + text.slice(start, end).trimEnd().length,
    name,
    quoted: countQuotes(rest) !== countQuotes(name),
    stripTabs,
    fileDescriptor,
  };
}

function countQuotes(text: string): number {
  let count = 0;
  for (const character of text) if (character === '"' || character === "'") count += 1;
  return count;
}
