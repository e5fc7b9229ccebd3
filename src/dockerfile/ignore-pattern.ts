/**
 * One pattern of a `.dockerignore` file, with the meaning that the builder gives it: `*` and `?` stop at a slash, `**`
 * does not, a class stands for one character, a backslash takes the next one as it is.
 *
 * A pattern comes from the project that is linted, so no pattern may take long: all ways through it are followed at once
 * (time: length of the pattern times length of the path). Expressions made from patterns do not promise that.
 */

type Token =
  | { readonly kind: 'text'; readonly code: number }
  /** `?` */
  | { readonly kind: 'any' }
  /** `*` */
  | { readonly kind: 'star' }
  /** `**`: slashes, too. */
  | { readonly kind: 'anything' }
  /** The so many tokens behind it may be left out. */
  | { readonly kind: 'optional'; readonly length: number }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [from: number, to: number])[] };

export interface IgnorePattern {
  /** It takes back what an earlier pattern left out (`!`). */
  readonly negated: boolean;
  readonly tokens: readonly Token[];
}

/**
 * One character of a path by its code, or, in a source with wildcards, what may be any character but a slash (`one`), or
 * any number of those (`many`).
 */
export type PathSymbol = number | 'one' | 'many';

export const SLASH = 0x2f;
const BACKSLASH = 0x5c;

/**
 * Null for a pattern that the builder refuses (`[`, a backslash at the end), and for one that no path of a context fits
 * (`.`, `../x`).
 *
 * @param text without `!`; relative and tidy: see `src/dockerfile/dockerignore.ts`
 */
export function compileIgnorePattern(text: string, negated: boolean): IgnorePattern | null {
  if (/^(?:\.{0,2}|\/|\.\.\/.*)$/s.test(text)) return null;
  const codes = codesOf(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < codes.length) {
    const token = readToken(codes, at);
    if (token === null) return null;
    tokens.push(...token.tokens);
    at = token.end;
  }
  return { negated, tokens };
}

/** A path as it is. */
export function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** A source of COPY or ADD, which may hold the wildcards `*`, `?` and `[…]`. */
export function symbolsOf(source: string): readonly PathSymbol[] {
  const codes = codesOf(source);
  const symbols: PathSymbol[] = [];
  let at = 0;
  while (at < codes.length) {
    const code = codes[at] ?? 0;
    const read = code === BACKSLASH || '*?['.includes(String.fromCodePoint(code)) ? readToken(codes, at) : null;
    const [token] = read?.tokens ?? [];
    if (token?.kind === 'text') symbols.push(token.code);
    else if (token === undefined) symbols.push(code);
    else symbols.push(token.kind === 'any' || token.kind === 'class' ? 'one' : 'many');
    at = read?.end ?? at + 1;
  }
  return symbols;
}

/** For each folder that a path lies in, and at the end for the path itself: whether the pattern fits it. */
export function matchesAlong({ tokens }: IgnorePattern, path: readonly PathSymbol[]): readonly boolean[] {
  const matches: boolean[] = [];
  let states = initialStates(tokens);
  let isAlive = true;
  for (const symbol of path) {
    if (symbol === SLASH) matches.push(states[tokens.length] === 1);
    if (!isAlive) continue;
    states = step(tokens, states, symbol);
    // Most patterns are out of it with the first character.
    isAlive = states.includes(1);
  }
  matches.push(states[tokens.length] === 1);
  return matches;
}

/** Whether the pattern may fit a path that begins with this text. */
export function mayMatchBehind({ tokens }: IgnorePattern, start: readonly PathSymbol[]): boolean {
  let states = initialStates(tokens);
  for (const symbol of start) states = step(tokens, states, symbol);
  return states.includes(1);
}

/** Whether the pattern fits every name, so that nothing is left in a context. */
export function matchesEverything({ tokens }: IgnorePattern): boolean {
  // The parts of `**/` are optional, their slash included.
  return tokens.every((token, index) => token.kind === 'star' || token.kind === 'anything' || token.kind === 'optional' || tokens[index - 2]?.kind === 'optional');
}

interface ReadTokens {
  readonly tokens: readonly Token[];
  readonly end: number;
}

function readToken(codes: readonly number[], at: number): ReadTokens | null {
  const code = codes[at] ?? 0;
  switch (String.fromCodePoint(code)) {
    case '*':
      return codes[at + 1] === code ? readDoubleStar(codes, at) : { tokens: [{ kind: 'star' }], end: at + 1 };
    case '?':
      return { tokens: [{ kind: 'any' }], end: at + 1 };
    case '[':
      return readClass(codes, at + 1);
    case '\\': {
      const next = codes[at + 1];
      return next === undefined ? null : { tokens: [{ kind: 'text', code: next }], end: at + 2 };
    }
    default:
      return { tokens: [{ kind: 'text', code }], end: at + 1 };
  }
}

/** `**` is any number of folders, also none; at the end it is all that follows, and so it is in front of plain text (`**.log`). */
function readDoubleStar(codes: readonly number[], at: number): ReadTokens {
  const end = codes[at + 2] === SLASH ? at + 3 : at + 2;
  const rest = String.fromCodePoint(...codes.slice(end, end + LONGEST_LOOK));
  const isSuffix = at === 0 && end === at + 2 && codes.length - end <= LONGEST_LOOK && !/[*?[\]\\]/.test(rest);
  if (end === codes.length || isSuffix) return { tokens: [{ kind: 'anything' }], end };
  return { tokens: [{ kind: 'optional', length: 2 }, { kind: 'anything' }, { kind: 'text', code: SLASH }], end };
}

/** No longer name fits into a file system. */
const LONGEST_LOOK = 4096;

/** Reads `[…]` from behind its bracket, after the grammar of Go's `filepath.Match`: `]` and `-` must be escaped. */
function readClass(codes: readonly number[], start: number): ReadTokens | null {
  const negated = codes[start] === 0x5e;
  const ranges: [number, number][] = [];
  let at = negated ? start + 1 : start;
  while (codes[at] !== 0x5d || ranges.length === 0) {
    const from = readClassMember(codes, at);
    if (from === null) return null;
    const to = codes[from.end] === 0x2d ? readClassMember(codes, from.end + 1) : from;
    if (to === null) return null;
    ranges.push([from.code, to.code]);
    at = to.end;
  }
  return { tokens: [{ kind: 'class', negated, ranges }], end: at + 1 };
}

function readClassMember(codes: readonly number[], at: number): { readonly code: number; readonly end: number } | null {
  const isEscaped = codes[at] === BACKSLASH;
  const code = codes[isEscaped ? at + 1 : at];
  if (code === undefined || (!isEscaped && (code === 0x2d || code === 0x5d))) return null;
  return { code, end: isEscaped ? at + 2 : at + 1 };
}

/** 1 at each token that may come next, and behind the last one when the pattern is met. */
type States = Uint8Array;

function initialStates(tokens: readonly Token[]): States {
  const states = new Uint8Array(tokens.length + 1);
  states[0] = 1;
  return withSkipped(tokens, states);
}

function step(tokens: readonly Token[], states: States, symbol: PathSymbol): States {
  const next = new Uint8Array(states.length);
  tokens.forEach((token, index) => {
    if (states[index] !== 1 || !takes(token, symbol)) return;
    next[token.kind === 'star' || token.kind === 'anything' ? index : index + 1] = 1;
  });
  return withSkipped(tokens, next);
}

/** Adds what is reached without a character. All of it lies further on, so one pass is enough. */
function withSkipped(tokens: readonly Token[], states: States): States {
  tokens.forEach((token, index) => {
    if (states[index] !== 1) return;
    if (token.kind === 'star' || token.kind === 'anything' || token.kind === 'optional') states[index + 1] = 1;
    if (token.kind === 'optional') states[index + 1 + token.length] = 1;
  });
  return states;
}

/** What a wildcard of the source may stand for must all be taken: only a wildcard of the pattern does that. */
function takes(token: Token, symbol: PathSymbol): boolean {
  switch (token.kind) {
    case 'text':
      return token.code === symbol;
    case 'any':
      return symbol !== SLASH && symbol !== 'many';
    case 'star':
      return symbol !== SLASH;
    case 'anything':
      return true;
    case 'optional':
      return false;
    case 'class':
      return typeof symbol === 'number' && token.ranges.some(([from, to]) => from <= symbol && symbol <= to) !== token.negated;
  }
}
