/** The JSON (exec) form of arguments. */
import { BACKSLASH, DOUBLE_QUOTE, skipSpace, trimEnd } from './characters';
import type { LogicalText } from './logical-text';
import { sourceRange } from './logical-text';
import type { JsonArray, Word } from './nodes';

/** The strings of a JSON form as words: `raw` is a string as written, with its quotes. */
export function readJsonWords(logical: LogicalText, start: number, end: number): readonly Word[] | null {
  const found = readStrings(logical, start, end);
  return found && found.strings.map(({ from, to, value }) => (
    { range: sourceRange(logical, from, to), raw: logical.text.slice(from, to), value }
  ));
}

/** The arguments as an array of strings, or null when they are anything else: then the builder reads them as text. */
export function readJson(logical: LogicalText, start: number, end: number): JsonArray | null {
  const found = readStrings(logical, start, end);
  return found && {
    form: 'json',
    range: sourceRange(logical, found.from, found.to),
    elements: found.strings.map(({ from, to, value }) => ({ range: sourceRange(logical, from, to), value })),
  };
}

/** Offsets in the logical text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Strings extends Stretch {
  readonly strings: readonly (Stretch & { readonly value: string })[];
}

function readStrings({ text }: LogicalText, start: number, end: number): Strings | null {
  const from = skipSpace(text, start, end);
  if (text[from] !== '[' || from >= end) return null;
  const to = trimEnd(text, from, end);
  const values = parseStrings(text.slice(from, to));
  if (values === null) return null;
  let at = from + 1;
  const strings = values.map((value) => {
    // Between two strings of a valid array stand only blanks and a comma.
    const open = text.indexOf('"', at);
    at = open + 1;
    while (text.charCodeAt(at) !== DOUBLE_QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
    at += 1;
    return { from: open, to: at, value };
  });
  return { from, to, strings };
}

function parseStrings(text: string): readonly string[] | null {
  // Most text that begins with a bracket and is no array is a shell test such as `[ -f x ] && …`.
  if (!text.endsWith(']')) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string') ? parsed : null;
  } catch {
    return null;
  }
}
