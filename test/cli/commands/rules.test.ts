import '../oclif-in-jest';
import { Config } from '@oclif/core';
import { Rules } from '../../../src/cli/commands/rules';
import { runRules } from '../../../src/cli/run-rules';

jest.mock('../../../src/cli/run-rules', () => ({ runRules: jest.fn(() => 0) }));

test.each([
  [[], 'text'],
  [['-f', 'json'], 'json'],
  [['--aliases'], 'aliases'],
])('the command rules %j writes %s', async (argv, format) => {
  const config = await Config.load({ root: __dirname, pjson: { name: 'plimsoll', version: '0.0.0', oclif: { bin: 'plimsoll' } } });
  const before = process.exitCode;
  await new Rules(argv, config).run();
  process.exitCode = before;
  expect(runRules).toHaveBeenLastCalledWith(format, expect.objectContaining({ cwd: process.cwd() }));
});
