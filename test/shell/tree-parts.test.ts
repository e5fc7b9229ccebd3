import type { Command } from 'unbash';
import { parse } from 'unbash';
import { contiguous } from '../../src/dockerfile/logical-text';
import { argumentNodes, TreeParts } from '../../src/shell/tree-parts';

const SCRIPT = 'A=b > c export D="e f" $g 2>&1 h';

function commandIn(script: string): Command {
  const command = parse(script).commands[0]?.command;
  if (command?.type !== 'Command') throw new Error('the script of the test must be one command');
  return command;
}

test('words, assignments and redirections are told apart', () => {
  const parts = new TreeParts(contiguous(SCRIPT, 0), commandIn(SCRIPT));
  expect(parts.words.map(({ value }) => value)).toEqual(['export', 'D=e f', '$g', 'h']);
  expect(parts.assignments.map(({ name, value }) => [name, value?.value])).toEqual([['A', 'b']]);
  expect(parts.redirects.map(({ operator, target }) => [operator, target?.value])).toEqual([['>', 'c'], ['>&', '1']]);
});

test('each is made once', () => {
  const parts = new TreeParts(contiguous(SCRIPT, 0), commandIn(SCRIPT));
  expect(parts.words).toBe(parts.words);
  expect(parts.assignments).toBe(parts.assignments);
  expect(parts.redirects).toBe(parts.redirects);
});

test('nodes are in step with words', () => {
  const command = commandIn(SCRIPT);
  const { words } = new TreeParts(contiguous(SCRIPT, 0), command);
  expect(argumentNodes(command).map(({ pos, end }) => ({ start: pos, end }))).toEqual(words.map(({ range }) => range));
  expect(argumentNodes(commandIn('A=b'))).toEqual([]);
});
