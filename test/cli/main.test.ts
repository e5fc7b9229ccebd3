import { main } from '../../src/cli/main';
import { run } from '../../src/cli/oclif';
import { runLint } from '../../src/cli/run-lint';

jest.mock('../../src/cli/oclif', () => ({ run: jest.fn() }));
jest.mock('../../src/cli/run-lint', () => ({ runLint: jest.fn(() => Promise.resolve(1)) }));

async function exitCodeOf(argv: readonly string[]): Promise<typeof process.exitCode> {
  const before = process.exitCode;
  process.exitCode = undefined;
  await main(argv);
  const code = process.exitCode;
  process.exitCode = before;
  return code;
}

describe('the program', () => {
  beforeEach(() => jest.clearAllMocks());

  it.each([
    [[], { paths: [], flags: {} }],
    [['lint'], { paths: [], flags: {} }],
    [['Dockerfile', '--quiet'], { paths: ['Dockerfile'], flags: { quiet: true } }],
    [['lint', 'Dockerfile'], { paths: ['Dockerfile'], flags: {} }],
    [['lint', 'lint'], { paths: ['lint'], flags: {} }],
    [['./rules'], { paths: ['./rules'], flags: {} }],
    [['--', 'rules'], { paths: ['rules'], flags: {} }],
  ])('lints %j at once', async (argv, given) => {
    expect(await exitCodeOf(argv)).toBe(1);
    expect(runLint).toHaveBeenCalledWith(given, expect.objectContaining({ cwd: process.cwd() }));
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    [['rules'], ['rules']],
    [['explain', 'x'], ['explain', 'x']],
    [['--help'], ['--help']],
    [['--version'], ['--version']],
    [['Dockerfile', '--nope'], ['lint', 'Dockerfile', '--nope']],
    [['lint', '--help'], ['lint', '--help']],
    [['-fjson'], ['lint', '-fjson']],
  ])('leaves %j to oclif, as %j', async (argv, passed) => {
    expect(await exitCodeOf(argv)).toBeUndefined();
    expect(run).toHaveBeenCalledWith(passed);
    expect(runLint).not.toHaveBeenCalled();
  });

  it('spares oclif questions that the system may not answer', async () => {
    const { HOME, SHELL } = process.env;
    delete process.env['HOME'];
    process.env['SHELL'] = '';
    await exitCodeOf(['rules']);
    const asked = [process.env['HOME'], process.env['SHELL']];
    Object.assign(process.env, { HOME, SHELL });
    expect(asked).toEqual(['/', 'sh']);
  });
});
