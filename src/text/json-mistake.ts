/** Why a text that is meant as a JSON array of strings is none. */

export type JsonMistakeReason =
  | 'single-quotes' | 'smart-quotes' | 'unquoted' | 'trailing-comma' | 'stray-comma' | 'missing-comma' | 'open-quote' | 'no-end'
  | 'text-behind' | 'bad-escape' | 'not-strings';

export interface JsonMistake {
  readonly reason: JsonMistakeReason;
  /** The first text that is wrong, as offsets; empty where something is missing. */
  readonly start: number;
  readonly end: number;
  /** What the array was surely meant to hold; null when that is not certain. */
  readonly strings: readonly string[] | null;
}

/**
 * The first mistake of a text that looks like a JSON array of strings. Null for good arrays, and for what only begins
 * with a bracket: shell tests (`[ -f x ] && …`, `[[ … ]]`), types of PowerShell, patterns of file names.
 */
export function findJsonMistake(text: string): JsonMistake | null {
  if (!text.startsWith('[')) return null;
  const parsed = parse(text);
  if (parsed !== undefined) {
    if (!Array.isArray(parsed) || parsed.every((item) => typeof item === 'string')) return null;
    return { reason: 'not-strings', start: 0, end: text.length, strings: parsed.every(isPlain) ? parsed.map(String) : null };
  }
  if (isShellTest(text)) return null;
  const reader = new Reader(text);
  reader.read();
  // Without quotes only a text that is a list from its first to its last character is one.
  if (!reader.beginsQuoted && (reader.first?.reason !== 'unquoted' || !text.endsWith(']') || reader.end !== text.length)) return null;
  return reader.first === null ? null : { ...reader.first, strings: reader.certain ? reader.strings : null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlain(item: unknown): item is string | number | boolean {
  return typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean';
}

/** `[ -f x ]`, `[ ! x ]`, `[ "$a" = b ]`, `[ "$a" ] && …`. */
function isShellTest(text: string): boolean {
  if (text.startsWith('[[')) return true;
  const [bracket = '', first = '', second = ''] = text.slice(0, 1_000).split(/\s+/, 3);
  if (bracket !== '[') return false;
  if (first === '!' || /^-[a-zA-Z]$/.test(first) || /^(?:[=!]?=|=~|<|>|-[a-z]{2})$/.test(second)) return true;
  return /\s\]\s*(?:&&|\|\||;|\|)/.test(text);
}

type Found = Omit<JsonMistake, 'strings'>;

const SMART_QUOTES = '\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb';

/** Reads a list with more patience than JSON has, and keeps the first mistake. */
class Reader {
  first: Found | null = null;
  /** What it read is surely what was meant. */
  certain = true;
  beginsQuoted = false;
  end = 0;
  readonly strings: string[] = [];
  private at = 1;

  constructor(private readonly text: string) {}

  read(): void {
    const { text } = this;
    let comma = -1;
    this.skipBlanks();
    this.beginsQuoted = `"'${SMART_QUOTES}`.includes(text.charAt(this.at)) && this.at < text.length;
    for (;;) {
      this.skipBlanks();
      const character = text.charAt(this.at);
      if (character === '') return this.missingEnd();
      if (character === ']') {
        if (comma !== -1) this.note('trailing-comma', comma, comma + 1);
        break;
      }
      if (character === ',') {
        this.note('stray-comma', this.at, this.at + 1);
        this.at += 1;
        continue;
      }
      if (this.strings.length > 0 && comma === -1) this.note('missing-comma', this.at, this.at);
      if (!this.item(character)) return;
      this.skipBlanks();
      comma = text.charAt(this.at) === ',' ? this.at : -1;
      if (comma !== -1) this.at += 1;
    }
    this.at += 1;
    this.end = this.at;
    this.skipBlanks();
    if (this.at < text.length) {
      this.certain = false;
      this.note('text-behind', this.at, text.length);
    }
  }

  private note(reason: JsonMistakeReason, start: number, end: number): void {
    this.first ??= { reason, start, end };
  }

  private missingEnd(): void {
    this.note('no-end', this.text.length, this.text.length);
  }

  private skipBlanks(): void {
    while (/^\s$/.test(this.text.charAt(this.at))) this.at += 1;
  }

  /** False when the list cannot be read on. */
  private item(character: string): boolean {
    if (character === '"') return this.doubleQuoted();
    if (character === "'") return this.quoted("'", 'single-quotes');
    if (SMART_QUOTES.includes(character)) return this.quoted(SMART_QUOTES, 'smart-quotes');
    return this.bare();
  }

  private doubleQuoted(): boolean {
    const { text } = this;
    const start = this.at;
    let end = start + 1;
    let wrongEscape = -1;
    while (end < text.length && text.charAt(end) !== '"') {
      if (text.charAt(end) === '\\') {
        if (wrongEscape === -1 && !/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(end + 1, end + 6))) wrongEscape = end;
        end += 1;
      }
      end += 1;
    }
    if (end >= text.length) return this.openQuote(start);
    const inner = text.slice(start + 1, end);
    if (wrongEscape === -1) {
      const value = parse(text.slice(start, end + 1));
      if (typeof value === 'string') this.strings.push(value);
      // A tab as it is, for example.
      else this.certain = false;
    } else {
      this.note('bad-escape', wrongEscape, wrongEscape + 2);
      // Whoever forgot to double one backslash forgot it everywhere.
      if (/\\["\\]/.test(inner)) this.certain = false;
      this.strings.push(inner);
    }
    this.at = end + 1;
    return true;
  }

  private quoted(closing: string, reason: JsonMistakeReason): boolean {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && !closing.includes(this.text.charAt(end))) end += 1;
    if (end >= this.text.length) return this.openQuote(start);
    const inner = this.text.slice(start + 1, end);
    if (inner.includes('\\')) this.certain = false;
    this.strings.push(inner);
    this.note(reason, start, end + 1);
    this.at = end + 1;
    return true;
  }

  private bare(): boolean {
    const rest = /^[^,\]\s]+/.exec(this.text.slice(this.at))?.[0] ?? '';
    if (!/^[\w./:@+=-]+$/.test(rest) || !/[\w/]/.test(rest)) this.certain = false;
    this.strings.push(rest);
    this.note('unquoted', this.at, this.at + rest.length);
    this.at += rest.length;
    return true;
  }

  private openQuote(start: number): boolean {
    this.certain = false;
    this.note('open-quote', start, start + 1);
    return false;
  }
}
