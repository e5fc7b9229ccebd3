/** The texts that the builder hands to a shell, with the place of every character. */
import type { LogicalText } from '../dockerfile/logical-text';
import { sourceOffset } from '../dockerfile/logical-text';
import type { Heredoc, Instruction, JsonString, ShellText } from '../dockerfile/nodes';
import type { Range, Source } from '../dockerfile/source';
import { createMappedText, logicalOffset } from './mapped-text';

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const BLANK = /\s/;

/**
 * Source text line by line: the carriage return before a line feed is dropped, and with `stripTabs` the tabs
 * that begin a line, as `<<-` does.
 */
export function sourceLines(source: Source, range: Range, stripTabs: boolean): LogicalText {
  const { text } = source;
  const builder = createMappedText();
  let at = range.start;
  while (at < range.end) {
    const lineFeed = text.indexOf('\n', at);
    const end = lineFeed === -1 || lineFeed >= range.end ? range.end : lineFeed;
    if (stripTabs) while (at < end && text[at] === '\t') at += 1;
    const last = text[end - 1] === '\r' && end > at ? end - 1 : end;
    builder.add(text.slice(at, last), at);
    if (end < range.end) builder.add('\n', end);
    at = end + 1;
  }
  return builder.build();
}

/**
 * The one heredoc that is the whole command of a RUN (`RUN <<EOF`), so that the builder runs its body;
 * null when anything else stands on the line.
 */
export function soleHeredoc(command: ShellText, heredocs: readonly Heredoc[]): Heredoc | null {
  const [only] = heredocs;
  if (only === undefined || heredocs.length > 1) return null;
  const { logical } = command;
  let start = 0;
  let end = logical.text.length;
  while (start < end && BLANK.test(logical.text[start] ?? '')) start += 1;
  while (end > start && BLANK.test(logical.text[end - 1] ?? '')) end -= 1;
  const exact = sourceOffset(logical, start) === only.range.start && end > start && sourceOffset(logical, end - 1) === only.range.end - 1;
  return exact ? only : null;
}

/** The command line, and behind it body and end line of each heredoc: what the builder puts together for the shell. */
export function withHeredocs(source: Source, command: ShellText, heredocs: readonly Heredoc[]): LogicalText {
  if (heredocs.length === 0) return command.logical;
  const builder = createMappedText();
  builder.addSlice(command.logical, 0, command.logical.text.length);
  for (const heredoc of heredocs) {
    const { bodyRange, endRange, name } = heredoc;
    const body = sourceLines(source, bodyRange, false);
    builder.add('\n', Math.max(bodyRange.start - 1, 0));
    builder.addSlice(body, 0, body.text.length);
    if (body.text !== '' && !body.text.endsWith('\n')) builder.add('\n', Math.max(bodyRange.end - 1, 0));
    const end = endRange === null ? bodyRange.end : endRange.start + source.text.slice(endRange.start, endRange.end).indexOf(name);
    builder.add(name, end);
  }
  return builder.build();
}

/** The value of an element of a JSON array; escapes are resolved, each standing for its whole text. */
export function jsonText(instruction: Instruction, element: JsonString): LogicalText {
  const { logical } = instruction;
  const { text } = logical;
  const builder = createMappedText();
  const start = logicalOffset(logical, element.range.start) + 1;
  const end = logicalOffset(logical, element.range.end - 1);
  let from = start;
  for (let at = text.indexOf('\\', start); at !== -1 && at < end; at = text.indexOf('\\', at)) {
    builder.addSlice(logical, from, at);
    const letter = text[at + 1] ?? '';
    const length = letter === 'u' ? 6 : 2;
    const character = letter === 'u' ? String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16)) : ESCAPES[letter] ?? letter;
    // The last character of the escape is its place, so that a range which ends here takes in the whole escape.
    builder.add(character, sourceOffset(logical, at + length - 1));
    at += length;
    from = at;
  }
  builder.addSlice(logical, from, end);
  return builder.build();
}
