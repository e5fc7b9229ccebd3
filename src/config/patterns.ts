/**
 * Patterns in the manner of `.gitignore`: for `ignore` and `overrides` of a config, `--ignore-pattern`, and
 * `.gitignore` files themselves.
 *
 * They come from the projects that are linted, so no pattern may take long: matching goes back to the last
 * wildcard only, never further (time: length of the pattern times length of the path). Expressions made from
 * patterns do not promise that.
 */

type SegmentToken =
  | { readonly kind: 'text'; readonly character: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly members: readonly ClassMember[] };

type ClassMember = { readonly from: number; readonly to: number } | { readonly expression: RegExp };

/** One name of a path; `folders` stands for any number of them (`**`). */
type PatternPart = { readonly kind: 'name'; readonly tokens: readonly SegmentToken[] } | { readonly kind: 'folders' };

export interface Pattern {
  /** It takes back what an earlier pattern said (`!`). */
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  readonly parts: readonly PatternPart[];
}

/** Lines without a pattern (empty ones, comments) give none. */
export function compilePatterns(lines: readonly string[]): readonly Pattern[] {
  return lines.flatMap((line) => compilePattern(line) ?? []);
}

/**
 * What the patterns say of one path, relative to their folder and with `/` between names; the last that matches
 * counts. Null when none does. Its parent folders are not asked: see {@link coversPath}.
 */
export function matchPatterns(patterns: readonly Pattern[], path: string, isFolder: boolean): 'match' | 'negated' | null {
  const names = path.split('/');
  for (let index = patterns.length - 1; index >= 0; index -= 1) {
    const pattern = patterns[index];
    if (pattern === undefined || (pattern.foldersOnly && !isFolder)) continue;
    if (matchParts(pattern.parts, names)) return pattern.negated ? 'negated' : 'match';
  }
  return null;
}

/** Whether the patterns cover a path: itself, or (as in git, for good) one of the folders it is in. */
export function coversPath(patterns: readonly Pattern[], path: string, isFolder = false): boolean {
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    if (matchPatterns(patterns, path.slice(0, slash), true) === 'match') return true;
  }
  return matchPatterns(patterns, path, isFolder) === 'match';
}

function compilePattern(line: string): Pattern | null {
  let text = withoutTrailingBlanks(line);
  if (text === '' || text.startsWith('#')) return null;
  const negated = text.startsWith('!');
  if (negated) text = text.slice(1);
  const foldersOnly = text.endsWith('/');
  if (foldersOnly) text = text.slice(0, -1);
  const anchored = text.includes('/');
  if (text.startsWith('/')) text = text.slice(1);
  if (text === '') return null;
  const parts = text.split('/').map(compilePart);
  // A pattern of one name matches at any depth.
  return { negated, foldersOnly, parts: anchored ? parts : [{ kind: 'folders' }, ...parts] };
}

/** Blanks at the end do not count, unless a backslash stands before them. */
function withoutTrailingBlanks(line: string): string {
  const text = line.replace(/\r$/, '');
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ' && !isEscaped(text, end - 1)) end -= 1;
  return text.slice(0, end);
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function compilePart(text: string): PatternPart {
  return text === '**' ? { kind: 'folders' } : { kind: 'name', tokens: compileName(text) };
}

function compileName(text: string): readonly SegmentToken[] {
  const characters = [...text];
  const tokens: SegmentToken[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] ?? '';
    at += 1;
    if (character === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (character === '?') {
      tokens.push({ kind: 'any' });
    } else if (character === '\\') {
      // A backslash at the end matches nothing, as in git.
      tokens.push(at < characters.length ? { kind: 'text', character: characters[at] ?? '' } : NOTHING);
      at += 1;
    } else if (character === '[') {
      const parsed = compileClass(characters, at);
      tokens.push(parsed.token);
      at = parsed.end;
    } else {
      tokens.push({ kind: 'text', character });
    }
  }
  return tokens;
}

const NOTHING: SegmentToken = { kind: 'class', negated: false, members: [] };

const NAMED_CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /^[A-Za-z0-9]$/], ['alpha', /^[A-Za-z]$/], ['blank', /^[ \t]$/], ['cntrl', /^[\x00-\x1f\x7f]$/],
  ['digit', /^[0-9]$/], ['graph', /^[!-~]$/], ['lower', /^[a-z]$/], ['print', /^[ -~]$/],
  ['punct', /^[!-/:-@[-`{-~]$/], ['space', /^[ \t\n\v\f\r]$/], ['upper', /^[A-Z]$/], ['xdigit', /^[A-Fa-f0-9]$/],
]);

/** Reads `[…]` from behind its bracket. One that is not closed, or names an unknown class, matches nothing. */
function compileClass(characters: readonly string[], start: number): { readonly token: SegmentToken; readonly end: number } {
  const unusable = { token: NOTHING, end: characters.length };
  const negated = characters[start] === '!' || characters[start] === '^';
  const first = negated ? start + 1 : start;
  const members: ClassMember[] = [];
  let at = first;
  while (characters[at] !== ']' || at === first) {
    if (at >= characters.length) return unusable;
    if (characters[at] === '[' && characters[at + 1] === ':') {
      const named = readNamedClass(characters, at + 2);
      if (named === null) return unusable;
      members.push({ expression: named.expression });
      at = named.end;
      continue;
    }
    const from = readClassCharacter(characters, at);
    if (from === null) return unusable;
    at = from.end;
    const isRange = characters[at] === '-' && characters[at + 1] !== ']' && at + 1 < characters.length;
    const to = isRange ? readClassCharacter(characters, at + 1) : from;
    if (to === null) return unusable;
    at = to.end;
    members.push({ from: from.code, to: to.code });
  }
  return { token: { kind: 'class', negated, members }, end: at + 1 };
}

function readNamedClass(characters: readonly string[], start: number): { readonly expression: RegExp; readonly end: number } | null {
  const close = characters.indexOf(']', start);
  if (close === -1 || characters[close - 1] !== ':') return null;
  const expression = NAMED_CLASSES.get(characters.slice(start, close - 1).join(''));
  return expression === undefined ? null : { expression, end: close + 1 };
}

function readClassCharacter(characters: readonly string[], at: number): { readonly code: number; readonly end: number } | null {
  const end = characters[at] === '\\' ? at + 2 : at + 1;
  const code = characters[end - 1]?.codePointAt(0);
  return code === undefined ? null : { code, end };
}

function matchParts(parts: readonly PatternPart[], names: readonly string[]): boolean {
  // `a/**` means what is inside `a`, not `a` itself: its last part stands for at least one name.
  const inside = parts.length > 1 && parts.at(-1)?.kind === 'folders';
  return matchSequence(
    inside ? [...parts, ANY_NAME] : parts,
    names,
    (part) => part.kind === 'folders',
    (part, name) => part.kind === 'name' && matchName(part.tokens, name),
  );
}

const ANY_NAME: PatternPart = { kind: 'name', tokens: [{ kind: 'star' }] };

function matchName(tokens: readonly SegmentToken[], name: string): boolean {
  return matchSequence(tokens, [...name], (token) => token.kind === 'star', matchCharacter);
}

function matchCharacter(token: SegmentToken, character: string): boolean {
  if (token.kind === 'any') return true;
  if (token.kind === 'text') return token.character === character;
  if (token.kind === 'star') return false;
  const code = character.codePointAt(0) ?? 0;
  const isMember = token.members.some((member) =>
    'expression' in member ? member.expression.test(character) : member.from <= code && code <= member.to,
  );
  // Nothing is a member of a class that could not be read, negated or not.
  return token.members.length > 0 && isMember !== token.negated;
}

/** Matches a whole sequence against tokens, some of which stand for any number of items. */
function matchSequence<T, I>(
  tokens: readonly T[],
  items: readonly I[],
  isWild: (token: T) => boolean,
  matches: (token: T, item: I) => boolean,
): boolean {
  let token = 0;
  let item = 0;
  let lastWild = -1;
  let resumeAt = 0;
  while (item < items.length) {
    const current = tokens[token];
    const value = items[item];
    if (current !== undefined && isWild(current)) {
      lastWild = token;
      resumeAt = item;
      token += 1;
    } else if (current !== undefined && value !== undefined && matches(current, value)) {
      token += 1;
      item += 1;
    } else if (lastWild !== -1) {
      resumeAt += 1;
      item = resumeAt;
      token = lastWild + 1;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every(isWild);
}
