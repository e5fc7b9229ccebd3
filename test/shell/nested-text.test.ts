import type { Command, Word } from 'unbash';
import { parse } from 'unbash';
import { contiguous, sourceOffset } from '../../src/dockerfile/logical-text';
import { backquotedText, heredocText, joinedText, nestedText, withoutLeadingTabs } from '../../src/shell/nested-text';

function commandIn(script: string): Command {
  const command = parse(script).commands[0]?.command;
  if (command?.type !== 'Command') throw new Error('the script of the test must be one command');
  return command;
}

function wordsOf(script: string): readonly Word[] {
  return commandIn(script).suffix.filter((item) => item.type === 'Word');
}

/** What the argument of `x` passes on, and the place of each of its characters. */
function passedOn(argument: string): { text: string; written: string } | null {
  const script = `x ${argument}`;
  const [word] = wordsOf(script);
  const found = word === undefined ? null : nestedText(contiguous(script, 0), word);
  if (found === null) return null;
  const written = Array.from({ length: found.text.length }, (_, at) => script[sourceOffset(found, at)]).join('');
  return { text: found.text, written };
}

test.each([
  ['plain', 'plain'],
  ["'a b'", 'a b'],
  ["'a \"b\" $c'", 'a "b" $c'],
  ['"a \\"b\\" \\$c \\\\ \\d"', 'a "b" $c \\ \\d'],
  ['"a $b ${c:-d} e"', 'a $b ${c:-d} e'],
  ['a\\ b\\;c', 'a b;c'],
  ["a'b'\"c\"", 'abc'],
  ["$'a b'", 'a b'],
  ['"a \\\nb"', 'a b'],
  ['a*.{b,c}', 'a*.{b,c}'],
])('%s is the text %j, each character from where it stands', (argument, text) => {
  expect(passedOn(argument)).toEqual({ text, written: text });
});

test('a substitution becomes a variable of the width of the whole', () => {
  expect(passedOn('"a $(b c) d"')).toEqual({ text: 'a $_ d', written: 'a $) d' });
  expect(passedOn('"a `b` d"')).toEqual({ text: 'a $_ d', written: 'a `` d' });
});

test.each(['"$a"', '$a', '"$(cat x)"', "''", "$'a\\nb'"])('%s is no text of its own', (argument) => {
  expect(passedOn(argument)).toBeNull();
});

test('words are joined by blanks', () => {
  const script = "eval a 'b c' \"$d\"";
  const joined = joinedText(contiguous(script, 0), wordsOf(script));
  expect(joined?.text).toBe('a b c $d');
  expect(joinedText(contiguous('eval "$a"', 0), wordsOf('eval "$a"'))).toBeNull();
});

describe('the body of a heredoc', () => {
  const body = 'a \\$b \\x \\\n\tc\n\t\td `e`\n';
  test.each([
    ['unquoted', false, false, 'a $b \\x \tc\n\t\td `e`\n'],
    ['quoted', true, false, body],
    ['quoted with tabs stripped', true, true, 'a \\$b \\x \\\nc\nd `e`\n'],
    ['unquoted with tabs stripped', false, true, 'a $b \\x c\nd `e`\n'],
  ])('%s', (_, quoted, stripTabs, expected) => {
    const text = contiguous(`<<${body}>>`, 100);
    expect(heredocText(text, 2, 2 + body.length, quoted, stripTabs).text).toBe(expected);
  });
});

test('tabs at the beginning of lines are left out, others stay', () => {
  const stripped = withoutLeadingTabs(contiguous('\ta\tb\n\n\t\tc', 0), 0, 9);
  expect(stripped.text).toBe('a\tb\n\nc');
  expect(sourceOffset(stripped, 5)).toBe(8);
});

test('decoded backquotes are found again in the source, or given up', () => {
  const text = contiguous('`a \\`b\\``', 0);
  expect(backquotedText(text, 0, 9, 'a `b`')?.text).toBe('a `b`');
  expect(backquotedText(contiguous('`a \\"b\\"`', 0), 0, 9, 'a "b"')?.text).toBe('a "b"');
  expect(backquotedText(text, 0, 9, 'something else')).toBeNull();
});
