/** Config in JSON. Only a config that is wrong is read a second time, for the place of the mistake. */
import type { KeyPath, ParseOutcome } from './parsed-config';

export function parseJsonConfig(text: string): ParseOutcome {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  let value: unknown;
  try {
    value = JSON.parse(text.slice(start));
  } catch {
    return { ok: false, ...syntaxError(text, start) };
  }
  return { ok: true, config: { value, locate: (path, part) => locate(text, start, path, part) } };
}

type Token =
  | { readonly kind: 'punctuation'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'string' | 'literal'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'bad'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'end'; readonly text: ''; readonly start: number; readonly end: number };

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function tokenAt(text: string, from: number): Token {
  let start = from;
  while (' \t\n\r'.includes(text[start] ?? 'x')) start += 1;
  const character = text[start];
  if (character === undefined) return { kind: 'end', text: '', start, end: start };
  if ('{}[],:'.includes(character)) return { kind: 'punctuation', text: character, start, end: start + 1 };
  const expression = character === '"' ? STRING : LITERAL;
  expression.lastIndex = start;
  const found = expression.exec(text)?.[0];
  if (found === undefined) return { kind: 'bad', text: character, start, end: start + 1 };
  return { kind: character === '"' ? 'string' : 'literal', text: found, start, end: start + found.length };
}

/** What may come next; `or …` where a bracket may close at once. */
type Expected = 'a value' | 'a value or "]"' | 'a key' | 'a key or "}"' | '":"' | '"," or "]"' | '"," or "}"' | 'the end of the file';

/** The first token that is no JSON. The text must be one that JSON.parse refused. */
function syntaxError(text: string, start: number): { readonly offset: number; readonly message: string } {
  const open: ('{' | '[')[] = [];
  const afterValue = (): Expected => {
    const bracket = open.at(-1);
    if (bracket === undefined) return 'the end of the file';
    return bracket === '{' ? '"," or "}"' : '"," or "]"';
  };
  let expected: Expected = 'a value';
  let at = start;
  for (;;) {
    const token = tokenAt(text, at);
    const next = nextExpected(expected, token, open, afterValue);
    if (next === null) return { offset: token.start, message: `Expected ${expected}${foundText(text, token)}` };
    expected = next;
    at = token.end;
  }
}

function nextExpected(expected: Expected, token: Token, open: ('{' | '[')[], afterValue: () => Expected): Expected | null {
  const { kind, text } = token;
  const closes = (text === '}' && expected.endsWith('"}"')) || (text === ']' && expected.endsWith('"]"'));
  if (closes) {
    open.pop();
    return afterValue();
  }
  if (expected.startsWith('a value')) {
    if (kind === 'string' || kind === 'literal') return afterValue();
    if (text !== '{' && text !== '[') return null;
    open.push(text);
    return text === '{' ? 'a key or "}"' : 'a value or "]"';
  }
  if (expected.startsWith('a key')) return kind === 'string' ? '":"' : null;
  if (expected === '":"') return text === ':' ? 'a value' : null;
  if (text !== ',') return null;
  if (expected === '"," or "}"') return 'a key';
  return expected === '"," or "]"' ? 'a value' : null;
}

function foundText(text: string, token: Token): string {
  if (token.kind === 'end') return ', but the file ends here';
  if (token.text === '/' && '/*'.includes(text[token.end] ?? ' ')) return '; comments are not allowed in JSON (they are in .plimsoll.yaml)';
  if (token.text === "'") return '; strings stand in double quotes';
  if (token.text === '"') return '; this string is not closed, or holds a character that must be escaped';
  return `, not ${token.text}`;
}

/** Finds a path in a text that JSON.parse accepts. Of equal keys the last counts, as there. */
function locate(text: string, start: number, path: KeyPath, part: 'key' | 'value'): number {
  let keyAt = tokenAt(text, start).start;
  let valueAt = keyAt;
  for (const segment of path) {
    const member = findMember(text, valueAt, segment);
    if (member === null) return valueAt;
    keyAt = member.key;
    valueAt = member.value;
  }
  return part === 'key' ? keyAt : valueAt;
}

interface MemberPlace {
  readonly key: number;
  readonly value: number;
}

function findMember(text: string, containerAt: number, segment: string): MemberPlace | null {
  const bracket = text[containerAt];
  if (bracket !== '{' && bracket !== '[') return null;
  let found: MemberPlace | null = null;
  let index = 0;
  let at = containerAt + 1;
  for (;;) {
    const first = tokenAt(text, at);
    if (first.kind === 'end' || first.text === '}' || first.text === ']') return found;
    const value = bracket === '{' ? tokenAt(text, tokenAt(text, first.end).end) : first;
    const name: unknown = bracket === '{' ? JSON.parse(first.text) : String(index);
    if (name === segment) found = { key: first.start, value: value.start };
    const separator = tokenAt(text, endOfValue(text, value));
    if (separator.text !== ',') return found;
    at = separator.end;
    index += 1;
  }
}

function endOfValue(text: string, first: Token): number {
  let depth = 0;
  for (let token = first; ; token = tokenAt(text, token.end)) {
    if (token.text === '{' || token.text === '[') depth += 1;
    if (token.text === '}' || token.text === ']') depth -= 1;
    if (depth <= 0 || token.kind === 'end') return token.end;
  }
}
