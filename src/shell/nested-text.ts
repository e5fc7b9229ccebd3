/** The text that a shell started by a word is given: quotes and escapes resolved, every character with its place. */
import type { DoubleQuotedChild, Word, WordPart } from 'unbash';
import type { LogicalText } from '../dockerfile/logical-text';
import { sourceOffset } from '../dockerfile/logical-text';
import type { MappedTextBuilder } from './mapped-text';
import { createMappedText } from './mapped-text';

const ESCAPED_IN_DOUBLE_QUOTES: ReadonlySet<string> = new Set(['$', '`', '"', '\\']);
const ESCAPED_IN_HEREDOC: ReadonlySet<string> = new Set(['$', '`', '\\']);

/**
 * What `word` passes on, variables kept as text. Each substitution becomes the variable `$_`, since its commands
 * are those of the outer text. Null when nothing but expansions is in it, or when places cannot be kept (`$'…\n…'`).
 */
export function nestedText(text: LogicalText, word: Word): LogicalText | null {
  const builder = createMappedText();
  if (!addWord(builder, text, word)) return null;
  const built = builder.build();
  return built.text.trim() === '' ? null : built;
}

/** Several words joined by blanks, as `eval` does. */
export function joinedText(text: LogicalText, words: readonly Word[]): LogicalText | null {
  const builder = createMappedText();
  let any = false;
  for (const word of words) {
    if (any) builder.add(' ', sourceOffset(text, word.pos - 1));
    any = addWord(builder, text, word) || any;
  }
  return any ? builder.build() : null;
}

/** The body of a heredoc as the program reads it: with an unquoted word, escapes are resolved and variables kept as text. */
export function heredocText(text: LogicalText, start: number, end: number, quoted: boolean, stripTabs: boolean): LogicalText {
  const stripped = stripTabs ? withoutLeadingTabs(text, start, end) : null;
  const builder = createMappedText();
  const from = stripped ?? text;
  const first = stripped === null ? start : 0;
  const last = stripped === null ? end : stripped.text.length;
  if (quoted) builder.addSlice(from, first, last);
  else addUnescaped(builder, from, first, last, ESCAPED_IN_HEREDOC);
  return builder.build();
}

/** A stretch of text without the tabs at the beginning of each line. */
export function withoutLeadingTabs(text: LogicalText, start: number, end: number): LogicalText {
  const builder = createMappedText();
  let at = start;
  while (at < end) {
    const lineEnd = text.text.indexOf('\n', at);
    const next = lineEnd === -1 || lineEnd >= end ? end : lineEnd + 1;
    while (at < next && text.text[at] === '\t') at += 1;
    builder.addSlice(text, at, next);
    at = next;
  }
  return builder.build();
}

/**
 * The script of backquotes that hold escapes, which unbash decodes and indexes by that decoded text.
 * Null when our decoding differs from its own.
 */
export function backquotedText(text: LogicalText, start: number, end: number, decoded: string): LogicalText | null {
  for (const escapes of [ESCAPED_IN_HEREDOC, ESCAPED_IN_DOUBLE_QUOTES]) {
    const builder = createMappedText();
    addUnescaped(builder, text, start + 1, end - 1, escapes);
    const built = builder.build();
    if (built.text === decoded) return built;
  }
  return null;
}

/** False when there is no text of its own in the word. */
function addWord(builder: MappedTextBuilder, text: LogicalText, word: Word): boolean {
  const { parts } = word;
  if (parts === undefined) {
    addUnescaped(builder, text, word.pos, word.end, null);
    return true;
  }
  let any = false;
  for (const part of parts) {
    const added = addPart(builder, text, part);
    if (added === 'lost') return false;
    any = any || added === 'text';
  }
  return any;
}

type Added = 'text' | 'expansion' | 'lost';

function addPart(builder: MappedTextBuilder, text: LogicalText, part: WordPart): Added {
  switch (part.type) {
    case 'Literal':
      addUnescaped(builder, text, part.pos, part.end, null);
      return 'text';
    case 'SingleQuoted':
      builder.addSlice(text, part.pos + 1, part.end - 1);
      return 'text';
    case 'AnsiCQuoted':
      if (part.text.includes('\\')) return 'lost';
      builder.addSlice(text, part.pos + 2, part.end - 1);
      return 'text';
    case 'DoubleQuoted':
    case 'LocaleString':
      return addDoubleQuoted(builder, text, part.parts);
    default:
      return addExpansion(builder, text, part);
  }
}

function addDoubleQuoted(builder: MappedTextBuilder, text: LogicalText, parts: readonly DoubleQuotedChild[]): Added {
  let added: Added = 'expansion';
  for (const part of parts) {
    if (part.type === 'Literal') {
      addUnescaped(builder, text, part.pos, part.end, ESCAPED_IN_DOUBLE_QUOTES);
      added = 'text';
    } else addExpansion(builder, text, part);
  }
  return added;
}

function addExpansion(builder: MappedTextBuilder, text: LogicalText, part: WordPart): Added {
  if (part.type === 'CommandExpansion' || part.type === 'ProcessSubstitution') {
    builder.add('$', sourceOffset(text, part.pos));
    builder.add('_', sourceOffset(text, part.end - 1));
  } else builder.addSlice(text, part.pos, part.end);
  return 'expansion';
}

/** Drops the backslash before each character of `escapes` (null: before any) and each continuation. */
function addUnescaped(
  builder: MappedTextBuilder, text: LogicalText, start: number, end: number, escapes: ReadonlySet<string> | null,
): void {
  let from = start;
  for (let at = text.text.indexOf('\\', start); at !== -1 && at + 1 < end; at = text.text.indexOf('\\', at)) {
    const escaped = text.text[at + 1] ?? '';
    if (escaped === '\n') {
      builder.addSlice(text, from, at);
      from = at + 2;
    } else if (escapes === null || escapes.has(escaped)) {
      builder.addSlice(text, from, at);
      from = at + 1;
    }
    at += 2;
  }
  builder.addSlice(text, from, end);
}
