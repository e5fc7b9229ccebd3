/** The head of a file: parser directives, read as the builder reads them before anything else. */
import { CARRIAGE_RETURN, EQUALS, HASH, isSeparator, LINE_FEED, skipSpace } from './characters';
import type { Directive, DockerfileDocument } from './nodes';
import type { Source } from './source';

export interface Head {
  readonly directives: readonly Directive[];
  readonly refused: DockerfileDocument['refusedDirectives'];
  readonly escape: '\\' | '`';
  /** Ascending numbers of the lines that are directives, accepted or refused. */
  readonly lines: readonly number[];
}

const KNOWN = ['syntax', 'escape', 'check'];

/** Start of a line's text, behind a byte-order mark. */
export function lineStart(source: Source, line: number): number {
  return (source.lineStarts[line] ?? source.text.length) + (line === 0 ? source.bomLength : 0);
}

/** End of a line's text: all carriage returns before the line feed belong to the line end. */
export function lineEnd(source: Source, line: number): number {
  const { text, lineStarts } = source;
  const start = lineStart(source, line);
  let end = lineStarts[line + 1] ?? text.length;
  if (end > start && text.charCodeAt(end - 1) === LINE_FEED) end -= 1;
  while (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end -= 1;
  return end;
}

export function readHead(source: Source): Head {
  const directives: Directive[] = [];
  const refused: { directive: Directive; reason: 'repeated' | 'invalid-escape' }[] = [];
  const lines: number[] = [];
  const seen = new Set<string>();
  let escape: '\\' | '`' = '\\';
  // Behind a `#!` line the builder still finds syntax and check, but no escape.
  const first = source.text.startsWith('#!', source.bomLength) ? 1 : 0;
  for (let line = first; line < source.lineStarts.length; line += 1) {
    const directive = readDirective(source.text, lineStart(source, line), lineEnd(source, line));
    if (directive === null) break;
    const { name, value } = directive;
    if (name === 'escape' && first === 1) continue;
    lines.push(line);
    if (seen.has(name)) {
      refused.push({ directive, reason: 'repeated' });
    } else if (name === 'escape' && value !== '\\' && value !== '`') {
      refused.push({ directive, reason: 'invalid-escape' });
    } else {
      directives.push(directive);
      if (name === 'escape') escape = value === '`' ? '`' : '\\';
    }
    seen.add(name);
  }
  return { directives, refused, escape, lines };
}

function readDirective(text: string, start: number, end: number): Directive | null {
  const hash = skipSpace(text, start, end);
  if (text.charCodeAt(hash) !== HASH || hash >= end) return null;
  const nameStart = skipSpace(text, hash + 1, end);
  let nameEnd = nameStart;
  while (nameEnd < end && isNameCharacter(text.charCodeAt(nameEnd), nameEnd === nameStart)) nameEnd += 1;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const equals = skipSeparators(text, nameEnd, end);
  if (!KNOWN.includes(name) || equals >= end || text.charCodeAt(equals) !== EQUALS) return null;
  const valueStart = skipSeparators(text, equals + 1, end);
  let valueEnd = end;
  while (valueEnd > valueStart && isSeparator(text.charCodeAt(valueEnd - 1))) valueEnd -= 1;
  if (valueStart === valueEnd) return null;
  return {
    kind: 'directive',
    range: { start: hash, end },
    name,
    nameRange: { start: nameStart, end: nameEnd },
    value: text.slice(valueStart, valueEnd),
    valueRange: { start: valueStart, end: valueEnd },
  };
}

function isNameCharacter(code: number, first: boolean): boolean {
  const letter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return letter || (!first && code >= 0x30 && code <= 0x39);
}

function skipSeparators(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSeparator(text.charCodeAt(at))) at += 1;
  return at;
}
