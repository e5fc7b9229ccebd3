/**
 * Words are runs of the letters a to z, whatever their case. Digits, hyphens and underscores part them, so that `apt-get`
 * holds `apt` and `get`, `pip3` holds `pip`, and `GIT_SSL_NO_VERIFY` holds `ssl`. A letter behind a backslash may be an
 * escape of its own (`\napt-get`) or not, so that such a word is read both ways.
 */
export function isWord(text: string): boolean {
  return /^[a-z]+$/.test(text);
}

/** For each word, 1 where a text holds it and 0 where it does not. Linear in the length of the text. */
export type WordFinder = (text: string) => Uint8Array;

/** Every file is searched for all that any rule asks about, so the text is read once, and nothing is cut out of it. */
export function createWordFinder(words: readonly string[]): WordFinder {
  const { slots, mask } = hashTable(words);

  function indexOf(text: string, start: number, end: number, hash: number): number {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const index = (slots[slot] ?? 0) - 1;
      const word = words[index];
      if (word === undefined || isSame(word, text, start, end)) return index;
    }
  }

  return (text) => {
    const found = new Uint8Array(words.length);
    for (let at = 0; at < text.length; at += 1) {
      if (!isLetter(text.charCodeAt(at))) continue;
      const start = at;
      let hash = 0;
      for (; isLetter(text.charCodeAt(at)); at += 1) hash = add(hash, text.charCodeAt(at));
      const index = indexOf(text, start, at, hash);
      if (index >= 0) found[index] = 1;
      if (start > 0 && text.charCodeAt(start - 1) === BACKSLASH) {
        const escaped = indexOf(text, start + 1, at, hashOf(text, start + 1, at));
        if (escaped >= 0) found[escaped] = 1;
      }
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
  for (let at = start; at < end; at += 1) if (lower(text.charCodeAt(at)) !== word.charCodeAt(at - start)) return false;
  return true;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = add(hash, text.charCodeAt(at));
  return hash;
}

function add(hash: number, character: number): number {
  return (Math.imul(hash, 31) + lower(character)) | 0;
}

/** Of a letter. */
function lower(character: number): number {
  return character | 0x20;
}

/** False for NaN, behind the end. */
function isLetter(character: number): boolean {
  const small = character | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
