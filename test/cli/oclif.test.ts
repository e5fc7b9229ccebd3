import './oclif-in-jest';
import { COMMANDS, run } from '../../src/cli/oclif';

interface Run {
  readonly code: typeof process.exitCode;
  readonly out: string;
  readonly error: string;
}

async function oclif(...argv: readonly string[]): Promise<Run> {
  let out = '';
  let error = '';
  jest.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void (out += `${words.join(' ')}\n`));
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => (out += String(text)) !== '');
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => (error += String(text)) !== '');
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await run(argv);
    return { code: process.exitCode, out, error };
  } finally {
    process.exitCode = before;
    jest.restoreAllMocks();
  }
}

describe('oclif', () => {
  it('has the commands that package.json announces', () => {
    expect(Object.keys(COMMANDS)).toEqual(['lint', 'explain', 'rules']);
  });

  it.each([[['--help']], [['-h']], [['help']]])('%j helps with the program', async (argv) => {
    const { code, out, error } = await oclif(...argv);
    expect({ code, error }).toEqual({ code: undefined, error: '' });
    expect(out).toMatch(/COMMANDS\n {2}explain .*\n {2}lint .*\n {2}rules/);
  });

  it.each([[['lint', '--help']], [['lint', 'x', '-h']], [['help', 'lint']]])('%j helps with the command', async (argv) => {
    const { out } = await oclif(...argv);
    expect(out).toMatch(/USAGE\n {2}\$ plimsoll lint/);
    expect(out).toMatch(/OUTPUT FLAGS\n[^]*--format=<option>/);
    expect(out).toMatch(/EXAMPLES\n/);
  });

  it('tells the version', async () => {
    expect((await oclif('--version')).out).toMatch(/^plimsoll\/\d+\.\d+\.\d+ /);
    expect((await oclif('-V')).out).toMatch(/^plimsoll\//);
  });

  it.each([
    [['lint', '--fromat', 'json'], 'unknown flag --fromat; did you mean --format?'],
    [['lint', '--format', 'yaml'], 'expected --format=yaml to be one of: text, json, sarif, github'],
    [['explain'], 'missing RULE'],
    [['explain', 'a', 'b'], 'unexpected argument: b'],
    [['rules', '--format', 'sarif'], 'expected --format=sarif to be one of: text, json'],
  ])('refuses %j', async (argv, message) => {
    expect(await oclif(...argv)).toEqual({ code: 2, out: '', error: `plimsoll: ${message} (plimsoll --help tells more)\n` });
  });

  it('lets through what is no mistake of the user', async () => {
    jest.spyOn(COMMANDS.rules.prototype, 'run').mockRejectedValue(new TypeError('boom'));
    await expect(run(['rules'])).rejects.toThrow('boom');
    jest.restoreAllMocks();
    process.exitCode = undefined;
  });
});
