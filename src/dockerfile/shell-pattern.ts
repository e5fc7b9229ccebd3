/**
 * The patterns of `${v#p}`, `${v%p}` and `${v/p/r}`: `*` and `?`, no brackets. They are matched piece by
 * piece, never through a regular expression, so that no pattern of a file can take exponential time.
 */

/** A run of single characters between two stars; null stands for `?`. */
type Piece = readonly (string | null)[];

/** Values longer than this (in characters) are not matched. */
const LONGEST_VALUE = 4096;

/** The pieces between the stars (one more than there are stars), or null when the builder refuses the pattern. */
function piecesOf(pattern: string): Piece[] | null {
  const characters = Array.from(pattern);
  let current: (string | null)[] = [];
  const pieces: Piece[] = [current];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (character === '*') {
      current = [];
      pieces.push(current);
    } else if (character === '?') {
      current.push(null);
    } else if (character === '\\') {
      const next = characters[index + 1];
      // A brace or a slash is escaped for the substitution around the pattern, not for the pattern itself.
      if (next === '}' || next === '/') continue;
      if (next !== '*' && next !== '?' && next !== '\\') return null;
      current.push(next);
      index += 1;
    } else {
      current.push(character);
    }
  }
  return pieces;
}

function matchesAt(value: readonly string[], piece: Piece, at: number): boolean {
  if (at < 0 || at + piece.length > value.length) return false;
  return piece.every((character, index) => character === null || character === value[at + index]);
}

function firstMatch(value: readonly string[], piece: Piece, from: number): number {
  for (let at = from; at + piece.length <= value.length; at += 1) if (matchesAt(value, piece, at)) return at;
  return -1;
}

function lastMatch(value: readonly string[], piece: Piece, from: number): number {
  for (let at = value.length - piece.length; at >= from; at -= 1) if (matchesAt(value, piece, at)) return at;
  return -1;
}

/** End of the shortest or longest match that starts at `start`, or -1. */
function matchEnd(value: readonly string[], pieces: readonly Piece[], start: number, longest: boolean): number {
  const first = pieces[0] ?? [];
  if (!matchesAt(value, first, start)) return -1;
  let end = start + first.length;
  for (let index = 1; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? [];
    const last = index === pieces.length - 1;
    const at = last && longest ? lastMatch(value, piece, end) : firstMatch(value, piece, end);
    if (at === -1) return -1;
    end = at + piece.length;
  }
  return end;
}

/** `${v#p}` and `${v##p}`; null when the builder would refuse the pattern or the value is too long to look at. */
export function withoutPrefix(value: string, pattern: string, longest: boolean): string | null {
  const pieces = piecesOf(pattern);
  if (pieces === null || value.length > LONGEST_VALUE) return null;
  const characters = Array.from(value);
  const end = matchEnd(characters, pieces, 0, longest);
  return end === -1 ? value : characters.slice(end).join('');
}

/** `${v%p}` and `${v%%p}`; null as for {@link withoutPrefix}. */
export function withoutSuffix(value: string, pattern: string, longest: boolean): string | null {
  const pieces = piecesOf(pattern);
  if (pieces === null || value.length > LONGEST_VALUE) return null;
  const reversed = Array.from(value).reverse();
  const reversedPieces = pieces.map((piece) => [...piece].reverse()).reverse();
  const end = matchEnd(reversed, reversedPieces, 0, longest);
  return end === -1 ? value : reversed.slice(end).reverse().join('');
}

/**
 * `${v/p/r}` and `${v//p/r}`; null as for {@link withoutPrefix}, and for the two cases whose result depends on the
 * builder's regular expressions: an empty pattern, and a dollar sign in the replacement of all matches.
 */
export function withReplacement(value: string, pattern: string, replacement: string, all: boolean): string | null {
  const pieces = piecesOf(pattern);
  if (pieces === null || value.length > LONGEST_VALUE || pattern === '') return null;
  if (all && replacement.includes('$')) return null;
  const characters = Array.from(value);
  let result = '';
  let at = 0;
  while (at < characters.length) {
    const end = matchEnd(characters, pieces, at, true);
    if (end <= at) {
      result += characters[at] ?? '';
      at += 1;
      continue;
    }
    result += replacement;
    at = end;
    if (!all) break;
  }
  return result + characters.slice(at).join('');
}
