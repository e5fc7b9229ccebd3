/**
 * How many columns of a terminal a character takes.
 *
 * Wide blocks after Unicode's EastAsianWidth.txt (classes W and F, rounded to whole blocks) and the emoji that are
 * shown as pictures by default. Terminals differ on joined emoji; the sum of the parts is what most of them use.
 */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;
const PICTURE = /\p{Emoji_Presentation}/u;
const REGIONAL_INDICATOR = /\p{Regional_Indicator}/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u;

const FIRST_NOT_NARROW = 0x300;

/** Columns of one character (a code point): 0 for combining marks and joiners, 2 for wide ones, otherwise 1. */
export function characterWidth(character: string): 0 | 1 | 2 {
  if ((character.codePointAt(0) ?? 0) < FIRST_NOT_NARROW) return 1;
  if (ZERO.test(character)) return 0;
  if (WIDE.test(character)) return 2;
  return PICTURE.test(character) && !REGIONAL_INDICATOR.test(character) ? 2 : 1;
}

/** Columns of a text without control characters and tabs. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
