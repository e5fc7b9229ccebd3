import '../oclif-in-jest';
import { Config } from '@oclif/core';
import { Explain } from '../../../src/cli/commands/explain';
import { runExplain } from '../../../src/cli/run-explain';

jest.mock('../../../src/cli/run-explain', () => ({ runExplain: jest.fn(() => 2) }));

test('the command explain passes its rule on and takes the exit code', async () => {
  const config = await Config.load({ root: __dirname, pjson: { name: 'plimsoll', version: '0.0.0', oclif: { bin: 'plimsoll' } } });
  const before = process.exitCode;
  await new Explain(['DL3007'], config).run();
  const code = process.exitCode;
  process.exitCode = before;
  expect(code).toBe(2);
  expect(runExplain).toHaveBeenCalledWith('DL3007', expect.objectContaining({ cwd: process.cwd() }));
});
