/** Finds texts that have the shape of a credential. */
import type { Range } from '../dockerfile/source';
import { excusesSecretName, namesSecret } from './secret-names';
import { SECRET_PATTERNS } from './secret-patterns';

export interface FoundSecret extends Range {
  /** What it is, for messages: `a GitHub token`. */
  readonly kind: string;
}

let starts: RegExp | null = null;

/** One pass for all of them: most texts hold none of the beginnings. */
function startsPattern(): RegExp {
  starts ??= new RegExp(`(?<![A-Za-z0-9_])(?:${SECRET_PATTERNS.map(({ start }) => `(${start})`).join('|')})`, 'g');
  starts.lastIndex = 0;
  return starts;
}

/** Those with a form of their own, in order, none in another. Examples and placeholders of documentation are left out. */
export function findSecrets(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  const pattern = startsPattern();
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const index = match.findIndex((group: string | undefined, number) => number > 0 && group !== undefined) - 1;
    const known = SECRET_PATTERNS[index];
    if (known === undefined) continue;
    known.whole.lastIndex = match.index;
    const whole = known.whole.exec(text)?.[0];
    if (whole === undefined || isPlaceholder(whole)) continue;
    const end = trimmedEnd(text, match.index, match.index + whole.length);
    found.push({ kind: known.name, start: match.index, end });
    pattern.lastIndex = end;
  }
  return found;
}

/** Without the quotes, blanks and written line ends that close the lines of a key. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  for (;;) {
    if (/[nr]/.test(text.charAt(at - 1)) && text.charAt(at - 2) === '\\') at -= 2;
    else if (at > start && /[\s"'\\,`;]/.test(text.charAt(at - 1))) at -= 1;
    else return at;
  }
}

const MAY_NAME = /(?:secret|token|passw|passphrase|key|cred)[\w.-]{0,40}["']?[ \t]{0,2}[=:]/i;
const ASSIGNMENT = /(?<![\w$.-])-{0,2}([A-Za-z_][\w.-]{2,60})["']?[ \t]{0,2}[=:][ \t]{0,2}["']?([A-Za-z0-9+/_.~=-]{16,300})(?![\w${(/\\@:])/g;

/** What stands in every line with a find: most lines are settled by this. */
const NAMED = /(?:pass|psw|pwd|pword|secret|token|cred|key)[\w.-]{0,60}["']?[ \t]{0,2}[=:]/gi;

/** Values that look random behind a name that speaks of a credential: `API_TOKEN=…`, `"apiKey": "…"`, `--client-secret=…`. */
export function findRandomSecrets(text: string): readonly FoundSecret[] {
  if (!MAY_NAME.test(text)) return [];
  const found: FoundSecret[] = [];
  let lineEnd = 0;
  for (const { index } of text.matchAll(NAMED)) {
    if (index < lineEnd) continue;
    const lineStart = text.lastIndexOf('\n', index) + 1;
    const feed = text.indexOf('\n', index);
    lineEnd = feed === -1 ? text.length : feed;
    for (const match of text.slice(lineStart, lineEnd).matchAll(ASSIGNMENT)) {
      const [whole, name = '', value = ''] = match;
      if (!namesSecret(name.replace(/^_+/, '')) || !isRandom(value)) continue;
      const end = lineStart + match.index + whole.length;
      found.push({ kind: `the value of ${name}`, start: end - value.length, end });
    }
  }
  return found;
}

/** Whether a text is a credential by its own form. */
export function isSecretValue(text: string): boolean {
  return findSecrets(text).length > 0;
}

/** Least bits for each character. Names and versions have less, and so have rows such as 0123456789abcdef. */
const LEAST_ENTROPY = 3.4;
const LEAST_ENTROPY_OF_HEX = 3;
const SHORTEST = 16;

/** Whether a text can hardly be anything but the output of a random generator: mixed characters, no words, no order. */
export function isRandom(text: string): boolean {
  if (text.length < SHORTEST || excusesSecretName(text) || isPlaceholder(text)) return false;
  const hexadecimal = /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text);
  if (hexadecimal) return text.length >= 32 && entropy(text) >= LEAST_ENTROPY_OF_HEX;
  if (!/\d/.test(text) || !/[A-Za-z]/.test(text)) return false;
  // Versions, names and paths are words between signs; a generator changes its kind of character all the time.
  const changes = text.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return changes >= text.length / 4 && entropy(text) >= LEAST_ENTROPY;
}

/** Bits for each character, after Shannon. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** A text of documentation: it says so, or it is a row that somebody typed. */
function isPlaceholder(text: string): boolean {
  if (/example|sample|dummy|placeholder|change_?-?me|replace|your[_-]?|xxxx|0000|1234567|abcdef(?:g|1)|\*\*\*|\.\.\./i.test(text)) return true;
  return new Set(text.slice(-SHORTEST)).size < 6;
}
