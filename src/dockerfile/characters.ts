/** Character classes as the builder's own parser (written in Go) has them, over UTF-16 code units. */

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const SINGLE_QUOTE = 0x27;
export const HYPHEN = 0x2d;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const BACKSLASH = 0x5c;

/** White space of Unicode: the Go function `unicode.IsSpace`. Not the byte-order mark. */
export function isSpace(code: number): boolean {
  if (code <= SPACE) return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f ||
    code === 0x205f || code === 0x3000
  );
}

/** What parts a keyword from its arguments: tab, vertical tab, form feed, carriage return, space. */
export function isSeparator(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN && code !== LINE_FEED);
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** First offset in `[start, end)` that is no white space, or `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** End of `[start, end)` without the white space at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}
