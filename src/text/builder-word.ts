/**
 * How the builder reads the quotes and escapes of a word in ENV, LABEL and the like, without the values of its
 * variables: enough to tell whether two spellings mean the same.
 */

export type EscapeCharacter = '\\' | '`';

/** A character that stands for itself, or a variable expression as written (`$x`, `${x:-y}`). */
export type WordPiece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'variable'; readonly text: string };

/** The pieces of a word, neighbouring text joined; null when a quote or a `${` is left open. */
export function readBuilderWord(word: string, escape: EscapeCharacter): readonly WordPiece[] | null {
  const pieces: WordPiece[] = [];
  let text = '';
  let quoted = false;
  let at = 0;
  while (at < word.length) {
    const character = word.charAt(at);
    if (character === "'" && !quoted) {
      const end = word.indexOf("'", at + 1);
      if (end === -1) return null;
      text += word.slice(at + 1, end);
      at = end + 1;
    } else if (character === '"') {
      quoted = !quoted;
      at += 1;
    } else if (character === escape && at + 1 < word.length) {
      const next = word.charAt(at + 1);
      // Between double quotes an escape is one only before a quote, a dollar sign and itself.
      text += quoted && next !== '"' && next !== '$' && next !== escape ? character + next : next;
      at += 2;
    } else if (character === '$') {
      const variable = variableAt(word, at);
      if (variable === null) return null;
      if (variable === '$') {
        text += '$';
      } else {
        if (text !== '') pieces.push({ kind: 'text', text });
        text = '';
        pieces.push({ kind: 'variable', text: variable });
      }
      at += variable.length;
    } else {
      // An escape character at the very end is dropped.
      if (character !== escape) text += character;
      at += 1;
    }
  }
  if (quoted) return null;
  if (text !== '') pieces.push({ kind: 'text', text });
  return pieces;
}

/** The variable expression at a dollar sign, or `$` alone when none begins there; null when `${` is never closed. */
function variableAt(word: string, at: number): string | null {
  if (word.charAt(at + 1) === '{') {
    let depth = 0;
    for (let end = at + 1; end < word.length; end += 1) {
      const character = word.charAt(end);
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      if (depth === 0) return word.slice(at, end + 1);
    }
    return null;
  }
  // The builder also takes one special sign or digit for a name ($@, $1).
  return /^\$(?:[A-Za-z_][A-Za-z0-9_]*|[@*#?$!0-9-])?/.exec(word.slice(at, at + 256))?.[0] ?? '$';
}

/** Where a blank outside quotes would split the word. */
function isSplitByBlanks(word: string, escape: EscapeCharacter): boolean {
  let quote = '';
  for (let at = 0; at < word.length; at += 1) {
    const character = word.charAt(at);
    if (character === escape && quote !== "'") at += 1;
    else if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (/\s/.test(character)) return true;
  }
  return false;
}

/**
 * A spelling without blanks outside quotes, for the right side of `key=`, that means the same as `text` does in
 * the old form `key text`. The text is kept as it is where it already is such a word. Null when no spelling is
 * certain to mean the same.
 */
export function asSingleWord(text: string, escape: EscapeCharacter): string | null {
  const wanted = readBuilderWord(text, escape);
  if (wanted === null || text === '') return null;
  if (!isSplitByBlanks(text, escape)) return text;
  // The builder splits words without regard to braces, so quotes or blanks in `${…}` would not survive.
  if (wanted.some((piece) => piece.kind === 'variable' && /["'\s]/.test(piece.text))) return null;
  let quoted = '"';
  for (const piece of wanted) {
    for (const character of piece.text) {
      const special = character === '"' || character === '$' || character === escape;
      quoted += special && piece.kind === 'text' ? escape + character : character;
    }
  }
  quoted += '"';
  const got = readBuilderWord(quoted, escape);
  return got !== null && !isSplitByBlanks(quoted, escape) && sameWord(wanted, got) ? quoted : null;
}

function sameWord(a: readonly WordPiece[], b: readonly WordPiece[]): boolean {
  return a.length === b.length && a.every((piece, index) => {
    const other = b[index];
    return other !== undefined && piece.kind === other.kind && piece.text === other.text;
  });
}
