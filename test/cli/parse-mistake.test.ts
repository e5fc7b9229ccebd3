import { parseMistake } from '../../src/cli/parse-mistake';

const thrown = (message: string, more: object = {}): unknown => Object.assign(new Error(message), { oclif: { exit: 2 }, ...more });
const parse = { input: { flags: { format: {}, quiet: {} } } };

describe('a mistake on the command line', () => {
  it.each([
    [thrown('Nonexistent flag: --fromat', { flags: ['--fromat'], parse }), 'unknown flag --fromat; did you mean --format?'],
    [thrown('', { flags: ['--quite=1', '--zzzzz'], parse }), 'unknown flag --quite; did you mean --quiet?; unknown flag --zzzzz'],
    [thrown('', { flags: ['--x'] }), 'unknown flag --x'],
    [thrown('Parsing --max-warnings \n\tExpected an integer but received: x\nSee more help with --help'), 'parsing --max-warnings Expected an integer but received: x'],
    [thrown('Missing 1 required arg:\nrule  Id', { args: [{ name: 'rule' }] }), 'missing RULE'],
    [thrown('Unexpected argument: b', { args: ['b'] }), 'unexpected argument: b'],
    [thrown('Flag --rule expects a value'), 'flag --rule expects a value'],
  ])('is told in one sentence', (error, sentence) => {
    expect(parseMistake(error)).toBe(`${sentence} (plimsoll --help tells more)`);
  });

  it.each([[new Error('boom')], ['boom'], [null], [{ oclif: {} }]])('is not what %j is', (error) => {
    expect(parseMistake(error)).toBeNull();
  });
});
