/** Flags behind a keyword: `--name`, `--name=value`, and the CSV options of `--mount` and `--device`. */
import { BACKSLASH, DOUBLE_QUOTE, EQUALS, HYPHEN, isSpace, SINGLE_QUOTE, skipSpace } from './characters';
import type { LogicalText } from './logical-text';
import { sourceRange } from './logical-text';
import type { Flag, FlagOption, Word } from './nodes';

/** End of the flags that stand at `start`: the first character of the arguments, or the end of the text. */
export function flagsEnd(text: string, start: number): number {
  let at = skipSpace(text, start, text.length);
  while (isFlagStart(text, at)) {
    const end = flagEnd(text, at);
    const next = skipSpace(text, end, text.length);
    // A bare `--` ends the flags and is dropped.
    if (end - at === 2) return next;
    at = next;
  }
  return at;
}

/** The flags between `start` and `end` (see {@link flagsEnd}). */
export function readFlags(logical: LogicalText, start: number, end: number): readonly Flag[] {
  const { text } = logical;
  if (!isFlagStart(text, start)) return NONE;
  const flags: Flag[] = [];
  for (let at = start; at < end && isFlagStart(text, at);) {
    const stop = flagEnd(text, at);
    if (stop - at === 2) break;
    flags.push(readFlag(logical, at, stop));
    at = skipSpace(text, stop, end);
  }
  return flags;
}

const NONE: readonly never[] = [];

function isFlagStart(text: string, at: number): boolean {
  return text.charCodeAt(at) === HYPHEN && text.charCodeAt(at + 1) === HYPHEN;
}

/** Quotes hold blanks; the escape character of flags is the backslash, whatever the directive says. */
function flagEnd(text: string, start: number): number {
  let quote = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) quote = code;
    else if (isSpace(code)) break;
  }
  return Math.min(at, text.length);
}

/** A flag without its quotes and escapes; `places[i]` is the logical offset of character `i`. */
interface Bare {
  readonly text: string;
  /** Null when nothing was taken away: character `i` stands at `start + i`. */
  readonly places: readonly number[] | null;
  readonly start: number;
  readonly end: number;
}

function bare(text: string, start: number, end: number): Bare {
  const written = text.slice(start, end);
  if (!/["'\\]/.test(written)) return { text: written, places: null, start, end };
  const places: number[] = [];
  let kept = '';
  let quote = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      at += 1;
      if (at >= end) break;
    } else if (quote !== 0 ? code === quote : code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
      quote = quote === 0 ? code : 0;
      continue;
    }
    places.push(at);
    kept += text.charAt(at);
  }
  return { text: kept, places, start, end };
}

/** Logical stretch as written that stands for `[from, to)` of the bare text, with the quotes around it. */
function writtenRange(flag: Bare, from: number, to: number): { readonly start: number; readonly end: number } {
  if (flag.places === null) return { start: flag.start + from, end: flag.start + to };
  const before = from === 0 ? flag.start : (flag.places[from - 1] ?? flag.end - 1) + 1;
  const after = flag.places[to] ?? flag.end;
  return { start: before, end: Math.max(before, after) };
}

function wordOf(logical: LogicalText, flag: Bare, from: number, to: number, value = flag.text.slice(from, to)): Word {
  const { start, end } = writtenRange(flag, from, to);
  return { range: sourceRange(logical, start, end), raw: logical.text.slice(start, end), value };
}

function readFlag(logical: LogicalText, start: number, end: number): Flag {
  const flag = bare(logical.text, start, end);
  const equals = flag.text.indexOf('=');
  const nameEnd = equals === -1 ? flag.text.length : equals;
  const name = wordOf(logical, flag, Math.min(2, nameEnd), nameEnd);
  const csv = equals !== -1 && (name.value === 'mount' || name.value === 'device');
  return {
    range: sourceRange(logical, start, end),
    name: name.value,
    nameRange: name.range,
    value: equals === -1 ? null : wordOf(logical, flag, equals + 1, flag.text.length),
    options: csv ? readOptions(logical, flag, equals + 1) : NONE,
  };
}

/** Comma-separated fields; a field that begins with a double quote runs to the next single one. */
function readOptions(logical: LogicalText, flag: Bare, start: number): readonly FlagOption[] {
  const { text } = flag;
  const options: FlagOption[] = [];
  let at = start;
  while (at <= text.length) {
    let end = at;
    if (text.charCodeAt(at) === DOUBLE_QUOTE) {
      end = csvQuoteEnd(text, at);
    }
    const comma = text.indexOf(',', end);
    end = comma === -1 ? text.length : comma;
    if (end > at) options.push(readOption(logical, flag, at, end));
    at = end + 1;
  }
  return options;
}

function csvQuoteEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== DOUBLE_QUOTE) continue;
    if (text.charCodeAt(at + 1) !== DOUBLE_QUOTE) return at + 1;
    at += 1;
  }
  return text.length;
}

function readOption(logical: LogicalText, flag: Bare, start: number, end: number): FlagOption {
  const { text } = flag;
  const quoted = text.charCodeAt(start) === DOUBLE_QUOTE;
  const closed = quoted && end - start > 1 && text.charCodeAt(end - 1) === DOUBLE_QUOTE;
  const from = quoted ? start + 1 : start;
  const to = closed ? end - 1 : end;
  let equals = from;
  while (equals < to && text.charCodeAt(equals) !== EQUALS) equals += 1;
  const plain = (first: number, last: number): string =>
    quoted ? text.slice(first, last).replaceAll('""', '"') : text.slice(first, last);
  const key = wordOf(logical, flag, from, equals, plain(from, equals));
  const whole = writtenRange(flag, start, end);
  return {
    range: sourceRange(logical, whole.start, whole.end),
    key: key.value,
    keyRange: key.range,
    value: equals === to ? null : wordOf(logical, flag, equals + 1, to, plain(equals + 1, to)),
  };
}
