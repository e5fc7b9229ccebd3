import '../oclif-in-jest';
import { Lint } from '../../../src/cli/commands/lint';
import { LINT_FLAGS } from '../../../src/cli/lint-flags';
import { readByOclif } from '../arguments';

describe('the command lint', () => {
  it('has the flags of the table, and no others', () => {
    expect(Object.keys(Lint.flags)).toEqual(Object.keys(LINT_FLAGS));
  });

  it.each([
    [['-fjson', '-oout', 'a'], { paths: ['a'], flags: { format: 'json', 'output-file': 'out' } }],
    [['-f=json'], { paths: [], flags: { format: 'json' } }],
    [['--max-warnings', '-1'], { paths: [], flags: { 'max-warnings': -1 } }],
    [['--output-file', '-'], { paths: [], flags: { 'output-file': '-' } }],
  ])('reads %j', async (argv, expected) => {
    expect(await readByOclif(argv)).toEqual(expected);
  });

  it.each([
    [['--nope'], 'Nonexistent flag: --nope'],
    [['--format', 'yaml'], 'Expected --format=yaml to be one of: text, json, sarif, github'],
    [['--format', 'json', '--format', 'text'], 'Flag --format can only be specified once'],
    [['--max-warnings', 'x'], 'Expected an integer but received: x'],
    [['--rule'], 'Flag --rule expects a value'],
    [['a', '--color=never'], 'Flag --color takes no value'],
    [['--no-color=yes'], 'Flag --no-color takes no value'],
    [['--no-ignore='], 'Flag --no-ignore takes no value'],
  ])('refuses %j', async (argv, message) => {
    expect(await readByOclif(argv)).toContain(message);
  });
});
