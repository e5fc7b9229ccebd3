import type { LogicalText } from '../../src/dockerfile/logical-text';
import { sourceOffset } from '../../src/dockerfile/logical-text';
import type { RunInstruction } from '../../src/dockerfile/nodes';
import type { Source } from '../../src/dockerfile/source';
import { jsonText, soleHeredoc, sourceLines, withHeredocs } from '../../src/shell/script-text';
import { read } from './support';

function run(dockerfile: string): { source: Source; instruction: RunInstruction } {
  const { source, instruction } = read(dockerfile);
  if (instruction.keyword !== 'RUN') throw new Error('the test needs a RUN');
  return { source, instruction };
}

/** The characters at the places of a text. */
function written(source: Source, text: LogicalText): string {
  return Array.from({ length: text.text.length }, (_, at) => source.text[sourceOffset(text, at)]).join('');
}

test('lines of the source lose their carriage returns, and tabs when asked', () => {
  const { source } = run('RUN <<-EOF\r\n\ta\tb\r\n\t\tc\r\n\tEOF\r\n');
  const range = { start: 12, end: 24 };
  expect(sourceLines(source, range, false).text).toBe('\ta\tb\n\t\tc\n\t');
  const stripped = sourceLines(source, range, true);
  expect(stripped.text).toBe('a\tb\nc\n');
  expect(written(source, stripped)).toBe('a\tb\nc\n');
});

test.each([
  ['RUN <<EOF\na\nEOF', true],
  ['RUN   3<<-"EOF"   \na\nEOF', true],
  ['RUN \\\n  <<EOF\na\nEOF', true],
  ['RUN --network=none <<EOF\na\nEOF', true],
  ['RUN <<EOF bash\na\nEOF', false],
  ['RUN cat <<EOF\na\nEOF', false],
  ['RUN <<A <<B\na\nA\nb\nB', false],
  ['RUN a', false],
])('%j: the heredoc is the whole command: %s', (dockerfile, expected) => {
  const { instruction } = run(dockerfile);
  const { command, heredocs } = instruction;
  expect(command?.form).toBe('shell');
  if (command?.form === 'shell') expect(soleHeredoc(command, heredocs) !== null).toBe(expected);
});

test('the shell is given line, bodies and end lines', () => {
  const { source, instruction } = run('RUN a <<A \\\n && b <<-"B"\r\nx\r\nA\n\ty\n\tB\nRUN z'.replace('\nRUN z', ''));
  const { command, heredocs } = instruction;
  if (command?.form !== 'shell') throw new Error('shell form expected');
  const text = withHeredocs(source, command, heredocs);
  expect(text.text.replace(/ +/g, ' ')).toBe('a <<A && b <<-"B"\nx\nA\n\ty\nB');
  expect(written(source, text).replace(/ +/g, ' ').replaceAll('\r', '\n')).toBe('a <<A && b <<-"B"\nx\nA\n\ty\nB');
});

test('without heredocs the line itself is given', () => {
  const { source, instruction } = run('RUN a');
  if (instruction.command?.form === 'shell') expect(withHeredocs(source, instruction.command, [])).toBe(instruction.command.logical);
  expect(instruction.command?.form).toBe('shell');
});

test('escapes of JSON stand at their last character', () => {
  const { source, instruction } = run('RUN ["a\\n\\"b\\" \\\\ \\/ \\t\\u00e9", "c"]');
  const { command } = instruction;
  if (command?.form !== 'json') throw new Error('exec form expected');
  const [first, second] = command.elements;
  if (first === undefined || second === undefined) throw new Error('two elements expected');
  const text = jsonText(instruction, first);
  expect(text.text).toBe(first.value);
  expect(text.text).toBe('a\n"b" \\ / \té');
  expect(written(source, text)).toBe('an"b" \\ / t9');
  expect(jsonText(instruction, second).text).toBe('c');
});
