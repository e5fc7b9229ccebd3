/**
 * Text of a linted file is hostile until shown: escape sequences move the cursor, bidirectional controls reorder a
 * line, zero-width characters hide. Here each becomes something that can be seen and does nothing.
 */

// Controls, format characters (soft hyphen, zero-width and bidirectional controls, byte-order mark, tags), halves of
// surrogate pairs, line and paragraph separators. The joiners U+200C and U+200D stay: Persian text and emoji need them.
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const ALL_HIDDEN = new RegExp(HIDDEN.source, 'gu');

const CONTROL_PICTURES = 0x2400;
const DELETE_PICTURE = '\u2421';
const REPLACEMENT = '\ufffd';

/** What stands for one character (a code point): itself, a control picture such as `␛`, or its name such as `<U+202E>`. */
export function visibleCharacter(character: string): string {
  if (!HIDDEN.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
  if (code === 0x7f) return DELETE_PICTURE;
  if (code >= 0xd800 && code <= 0xdfff) return REPLACEMENT;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** A text as one line without any character that hides or acts. */
export function visible(text: string): string {
  return HIDDEN.test(text) ? text.replace(ALL_HIDDEN, visibleCharacter) : text;
}

/** The text with each half of a surrogate pair that stands alone replaced by U+FFFD, as every Unicode encoding asks. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, REPLACEMENT);
}
