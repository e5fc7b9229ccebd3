import { contiguous } from '../../src/dockerfile/logical-text';
import { literalWord } from '../../src/shell/shell-word';
import type { Context, Link } from '../../src/shell/walk-context';
import { listedCommand, within } from '../../src/shell/walk-context';

const TOP: Context = {
  text: contiguous('x', 0), collected: { commands: [], pipelines: [], loops: [], embedded: [] },
  nesting: ['if'], failureHandled: false, decidesStatus: true, nestedShell: null, depth: 2, walk: () => null,
};
const LINK: Link = { connector: '&&', connectorRange: { start: 1, end: 3 }, followedBy: '||', failureHandled: false, decidesStatus: true };

test('a construct adds to the nesting and keeps all else', () => {
  expect(within(TOP, 'loop', true, false)).toEqual({ ...TOP, nesting: ['if', 'loop'], failureHandled: true, decidesStatus: false });
});

test('a command takes its ties from the list and its failure from the pipeline too', () => {
  const range = { start: 4, end: 5 };
  const parts = { words: [literalWord('x', 'x', range, false)], assignments: [], redirects: [] };
  const pipeline = { range, commands: [], operators: [], negated: true };
  expect(listedCommand(parts, range, TOP, LINK, pipeline)).toMatchObject({
    name: 'x', nameRange: range, connector: '&&', connectorRange: { start: 1, end: 3 }, followedBy: '||', failureHandled: true, decidesStatus: true, nesting: ['if'],
    wrapper: null, wrapped: null, nestedShell: null,
  });
  expect(listedCommand({ ...parts, words: [] }, range, TOP, LINK, null)).toMatchObject({ name: null, nameRange: null, failureHandled: false });
});

test('a command without a pipeline is alone in one of its own', () => {
  const range = { start: 4, end: 5 };
  const command = listedCommand({ words: [], assignments: [], redirects: [] }, range, TOP, LINK, null);
  expect(command.pipeline).toMatchObject({ range, operators: [], negated: false });
  expect(command.pipeline.commands).toEqual([command]);
  expect(command.pipeline).toBe(command.pipeline);
});
