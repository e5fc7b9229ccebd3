/**
 * Why nothing of ours calls the getters of dockerfile-ast. Counted, not timed: how often one line is looked at while all
 * variables of a file are asked for. `npm run bench` times our own growth, which must stay below 12 for ten times the lines.
 */
import { DockerfileParser } from 'dockerfile-ast';
import { Instruction } from 'dockerfile-ast/lib/instruction';
import { PropertyInstruction } from 'dockerfile-ast/lib/propertyInstruction';
import { lintText } from '../../src/index';

const MOST_GROWTH = 12;

function manyVariables(lines: number): string {
  return `FROM debian:12\n${Array.from({ length: lines }, (_, index) => `ENV V${index}=$V0/x\n`).join('')}`;
}

/** How often the properties of an instruction are read anew while `work` runs. */
function readings(work: () => void): number {
  const properties = jest.spyOn(PropertyInstruction.prototype, 'getProperties');
  const args = jest.spyOn(Instruction.prototype, 'getArguments');
  work();
  const count = properties.mock.calls.length + args.mock.calls.length;
  properties.mockRestore();
  args.mockRestore();
  return count;
}

function askStock(text: string): void {
  for (const instruction of DockerfileParser.parse(text).getInstructions()) instruction.getVariables();
}

test('the stock getters look at ten times the lines a hundred times as often, beyond what we allow', () => {
  const small = readings(() => askStock(manyVariables(20)));
  const large = readings(() => askStock(manyVariables(200)));
  expect(small).toBeGreaterThan(20);
  expect(large / small).toBeGreaterThan(MOST_GROWTH);
});

test('a lint of the same file calls none of them', () => {
  expect(readings(() => lintText(manyVariables(200)))).toBe(0);
});
