/**
 * Words are runs of the letters a to z, whatever their case. Digits, hyphens and underscores part them, so that `apt-get`
 * holds `apt` and `get`, `pip3` holds `pip`, and `GIT_SSL_NO_VERIFY` holds `ssl`. A letter behind a backslash may be an
 * escape of its own (`\napt-get`) or not, so that such a word is read both ways.
 */
export function isWord(text: string): boolean {
  return /^[a-z]+$/.test(text);
}

/** For each word, 1 where the text holds it between two offsets, and 0 where it does not. Linear in the length of the text. */
export type WordFinder = (text: string, from: number, to: number) => Uint8Array;

/** Every file is searched for all that any rule asks about, so the text is read once, and nothing is cut out of it. */
export function createWordFinder(words: readonly string[]): WordFinder {
  const { slots, mask } = hashTable(words);

  /** Whether it is one of the words is asked of nearly every word of a text, and hardly ever is it. */
  function mark(found: Uint8Array, text: string, start: number, end: number, hash: number): void {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot] ?? 0;
      if (index === 0) return;
      if (isSame(words[index - 1] ?? '', text, start, end)) {
        found[index - 1] = 1;
        return;
      }
    }
  }

  return (text, from, to) => {
    const found = new Uint8Array(words.length);
    let start = -1;
    let hash = 0;
    for (let at = from; at < to; at += 1) {
      const small = text.charCodeAt(at) | 0x20;
      if (small >= 0x61 && small <= 0x7a) {
        if (start === -1) {
          start = at;
          hash = 0;
        }
        hash = (Math.imul(hash, 31) + small) | 0;
      } else if (start !== -1) {
        mark(found, text, start, at, hash);
        if (start > from && text.charCodeAt(start - 1) === BACKSLASH) mark(found, text, start + 1, at, hashOf(text, start + 1, at));
        start = -1;
      }
    }
    if (start !== -1) {
      mark(found, text, start, to, hash);
      if (start > from && text.charCodeAt(start - 1) === BACKSLASH) mark(found, text, start + 1, to, hashOf(text, start + 1, to));
    }
    return found;
  };
}

const BACKSLASH = 0x5c;

/** Index + 1 of each word in the first free slot at or behind its hash; 0 is a free one, and most of them are. */
function hashTable(words: readonly string[]): { readonly slots: Int32Array; readonly mask: number } {
  let size = 16;
  while (size < words.length * 4) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  words.forEach((word, index) => {
    let slot = hashOf(word, 0, word.length) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  });
  return { slots, mask };
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at += 1) if ((text.charCodeAt(at) | 0x20) !== word.charCodeAt(at - start)) return false;
  return true;
}

/** Of letters; the same for capitals. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (text.charCodeAt(at) | 0x20)) | 0;
  return hash;
}
