/** A source line with a mark under a part of it, as wide as a terminal bears. */
import { displayWidth } from './display-width';
import { visibleCharacter } from './visible';

export interface Excerpt {
  /** The line, or a window of it with `…` at the cuts: tabs expanded, hidden characters shown. */
  readonly text: string;
  /** Blanks, then `^~~~` under the marked part. */
  readonly marker: string;
}

/** Columns between tab stops. Terminals use 8; Dockerfiles are written with less. */
const TAB_STOP = 4;
/** Of a line of megabytes only this many times the wanted columns are looked at, on either side of the mark's start. */
const REACH = 2;
const CUT = '…';

/** A character as shown. */
interface Cell {
  readonly shown: string;
  /** Columns from the start of the line to its left edge. */
  readonly left: number;
  readonly width: number;
}

/**
 * @param line one line without its line end
 * @param start 0-based UTF-16 column of the first marked character
 * @param end the column after the last one; nothing marked gives a single `^`
 * @param columns width of the result, at least 8
 */
export function excerpt(line: string, start: number, end: number, columns: number): Excerpt {
  const markStart = Math.min(Math.max(start, 0), line.length);
  const markEnd = Math.max(markStart, Math.min(end, line.length));
  if (line.length < columns && /^[ -~]*$/.test(line)) {
    return { text: line, marker: marker(0, markStart, Math.max(markEnd, markStart + 1)) };
  }
  const reach = columns * REACH;
  const from = characterStart(line, Math.max(0, markStart - reach));
  const to = characterStart(line, Math.min(line.length, markStart + reach));
  const { cells, left, right, total } = layOut(line.slice(from, to), markStart - from, Math.min(markEnd, to) - from);
  const cutBefore = from > 0;
  const cutAfter = to < line.length;
  if (total < columns && !cutBefore && !cutAfter) {
    return { text: cells.map((cell) => cell.shown).join(''), marker: marker(0, left, right) };
  }
  return windowed(cells, left, right, total, columns, cutBefore, cutAfter);
}

/** The start of the character that a column lies in: never between the halves of a surrogate pair. */
function characterStart(line: string, column: number): number {
  const code = line.charCodeAt(column);
  return code >= 0xdc00 && code <= 0xdfff && column > 0 ? column - 1 : column;
}

function layOut(text: string, start: number, end: number): { cells: Cell[]; left: number; right: number; total: number } {
  const cells: Cell[] = [];
  let total = 0;
  let offset = 0;
  let left = -1;
  let right = -1;
  for (const character of text) {
    const { shown, width } = cellOf(character, total);
    offset += character.length;
    // A mark that begins on a combining character belongs under the letter it sits on.
    if (left === -1 && offset > start) left = width === 0 ? Math.max(0, total - 1) : total;
    cells.push({ shown, left: total, width });
    total += width;
    if (right === -1 && offset >= end) right = total;
  }
  if (left === -1) left = total;
  return { cells, left, right: Math.max(end > start && right !== -1 ? right : left, left + 1), total };
}

function cellOf(character: string, left: number): { readonly shown: string; readonly width: number } {
  if (character >= ' ' && character <= '~') return { shown: character, width: 1 };
  const shown = character === '\t' ? ' '.repeat(TAB_STOP - (left % TAB_STOP)) : visibleCharacter(character);
  return { shown, width: displayWidth(shown) };
}

/** Cuts `columns` columns out of the cells, so that the mark and some of what stands before it are in. */
function windowed(
  cells: readonly Cell[],
  left: number,
  right: number,
  total: number,
  columns: number,
  cutBefore: boolean,
  cutAfter: boolean,
): Excerpt {
  const room = columns - 2 * CUT.length;
  const markWidth = Math.min(right - left, room);
  const fitsAtStart = !cutBefore && left + markWidth <= room;
  const low = fitsAtStart ? 0 : Math.max(0, Math.min(left - Math.floor((room - markWidth) / 2), total - room));
  const high = low + room;
  const kept = cells.filter((cell) => cell.left >= low && cell.left + cell.width <= high);
  const first = kept[0];
  const last = kept[kept.length - 1];
  const keptLeft = first === undefined ? low : first.left;
  const keptRight = last === undefined ? low : last.left + last.width;
  const before = cutBefore || keptLeft > 0 ? CUT : '';
  const after = cutAfter || keptRight < total ? CUT : '';
  // The mark may reach the place after the last character, for what is missing at the end of a line.
  const shownRight = Math.max(left + 1, Math.min(right, keptRight));
  return {
    text: before + kept.map((cell) => cell.shown).join('') + after,
    marker: marker(before.length - keptLeft, left, shownRight),
  };
}

function marker(shift: number, left: number, right: number): string {
  return `${' '.repeat(Math.max(0, left + shift))}^${'~'.repeat(Math.max(0, right - left - 1))}`;
}
