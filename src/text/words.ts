/**
 * The words of a text: runs of the letters a to z, in lower case. Digits, hyphens and underscores part words, so that
 * `apt-get` holds `apt` and `get`, `pip3` holds `pip`, and `GIT_SSL_NO_VERIFY` holds `ssl`. A letter behind a backslash
 * may be an escape of its own (`\napt-get`) or not, so it is read both ways. Linear in the length of the text.
 */
export function wordsOf(text: string): ReadonlySet<string> {
  const lower = text.toLowerCase();
  const words = new Set(lower.match(WORD));
  if (lower.includes('\\')) for (const escaped of lower.match(ESCAPED) ?? []) words.add(escaped.slice(2));
  return words;
}

/** What {@link wordsOf} can find. */
export function isWord(text: string): boolean {
  return text.match(WORD)?.[0] === text;
}

const WORD = /[a-z]+/g;
const ESCAPED = /\\[a-z]{2,}/g;
