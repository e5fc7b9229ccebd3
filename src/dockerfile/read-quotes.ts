/** Quotes, escapes and substitutions of a word, as the builder's expansion reads them. */
import { DOLLAR, DOUBLE_QUOTE, SINGLE_QUOTE } from './characters';

/** The escape character of a file. */
export type Escape = '\\' | '`';

/**
 * Offset behind the quoted text, `$name` or `${…}` that opens at `start`; -1 when it is never closed or is no
 * substitution that the builder knows. A plain `$name` ends behind its dollar: its name is ordinary text.
 */
export function groupEnd(text: string, start: number, escape: Escape, limit = text.length): number {
  const first = text.charCodeAt(start);
  if (first === SINGLE_QUOTE) return behind(text.indexOf("'", start + 1), limit);
  if (first === DOLLAR && text[start + 1] !== '{') return Math.min(limit, start + (isSpecialParameter(text[start + 1]) ? 2 : 1));
  const escapeCode = escape.charCodeAt(0);
  // What closes each open group. A list in place of recursion, so that hostile depth costs no stack.
  const closers: number[] = [];
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const closer = closers[closers.length - 1];
    if (code === closer) {
      closers.pop();
      at += 1;
      if (closers.length === 0) return at;
    } else if (code === DOLLAR) {
      if (text[at + 1] === '{') {
        const word = openSubstitution(text, at + 2, closers);
        if (word === -1) return -1;
        at = word;
      } else {
        at += isSpecialParameter(text[at + 1]) ? 2 : 1;
      }
    } else if (code === escapeCode) {
      const next = text.charCodeAt(at + 1);
      at += closer !== DOUBLE_QUOTE || next === DOUBLE_QUOTE || next === DOLLAR || next === escapeCode ? 2 : 1;
    } else if (code === DOUBLE_QUOTE) {
      closers.push(DOUBLE_QUOTE);
      at += 1;
    } else if (code === SINGLE_QUOTE && closer !== DOUBLE_QUOTE) {
      at = behind(text.indexOf("'", at + 1), limit);
      if (at === -1) return -1;
    } else {
      at += 1;
    }
  }
  return -1;
}

const CLOSE_BRACE = 0x7d;
const SLASH = 0x2f;

function behind(found: number, limit: number): number {
  return found === -1 || found >= limit ? -1 : found + 1;
}

/** Reads name and modifier behind `${` and notes what closes them; gives the offset of the modifier's word, or -1. */
function openSubstitution(text: string, nameStart: number, closers: number[]): number {
  if (text[nameStart] === '{' || text[nameStart] === '}' || text[nameStart] === ':') return -1;
  let at = nameStart;
  if (isSpecialParameter(text[at])) at += 1;
  else while (/[\p{L}\p{Nd}_]/u.test(text.charAt(at))) at += 1;
  closers.push(CLOSE_BRACE);
  switch (text[at]) {
    case '}':
      return at;
    case ':':
      return at + 2;
    case '+': case '-': case '?': case '#': case '%':
      return at + 1;
    case '/':
      closers.push(SLASH);
      return text[at + 1] === '/' ? at + 2 : at + 1;
    default:
      return -1;
  }
}

function isSpecialParameter(character: string | undefined): boolean {
  return character !== undefined && '@*#?-$!0'.includes(character);
}

/** Where the text that means itself ends. */
function plainEnd(raw: string, start: number, escape: Escape): number {
  const escapeCode = escape.charCodeAt(0);
  let at = start;
  for (; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === DOLLAR || code === escapeCode) break;
  }
  return at;
}

/**
 * A word with its quotes and escapes resolved; `$name` and `${…}` are copied as they stand. An open quote
 * is read as if it were closed at the end.
 */
export function resolveQuotes(raw: string, escape: Escape): string {
  if (!raw.includes('"') && !raw.includes("'") && !raw.includes(escape)) return raw;
  let value = '';
  let double = false;
  for (let at = 0; at < raw.length; at += 1) {
    const plain = plainEnd(raw, at, escape);
    value += raw.slice(at, plain);
    at = plain;
    const character = raw.charAt(at);
    if (character === '"') {
      double = !double;
    } else if (character === "'" && !double) {
      const close = raw.indexOf("'", at + 1);
      const end = close === -1 ? raw.length : close;
      value += raw.slice(at + 1, end);
      at = end;
    } else if (character === '$' && raw[at + 1] === '{') {
      const end = groupEnd(raw, at, escape);
      const stop = end === -1 ? raw.length : end;
      value += raw.slice(at, stop);
      at = stop - 1;
    } else if (character === escape) {
      const next = raw.charAt(at + 1);
      if (double && next !== '"' && next !== '$' && next !== escape) {
        // Only these three can be escaped in double quotes; before others the escape character stays.
        value += next === '' ? '' : character;
      } else {
        value += next;
        at += 1;
      }
    } else {
      value += character;
    }
  }
  return value;
}
