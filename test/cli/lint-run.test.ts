import { createRunConfigs } from '../../src/cli/configs';
import { lintOptions } from '../../src/cli/lint-options';
import { exitCodeOf, lintRun, type LintRun } from '../../src/cli/lint-run';
import type { FlagValue } from '../../src/cli/lint-flags';
import { inFolder } from '../config/folder';
import { registered } from '../support/rules';
import { surround } from './surround';

const RULES = [
  registered('no-stop', { dockerfile: ({ report }) => ({ STOPSIGNAL: (node) => report({ at: node.range, message: 'no stopping' }) }) }),
  registered('broken', {
    dockerfile: () => ({
      USER: () => {
        throw new Error('a bug');
      },
    }),
  }),
];

const GOOD = 'FROM scratch\n';
const BAD = 'FROM scratch\nSTOPSIGNAL 9\n';
const BUG = 'FROM scratch\nUSER a\n';

/** `lint` in the folder `here`. */
async function run(files: Readonly<Record<string, string>>, paths: readonly string[], flags: Readonly<Record<string, FlagValue>> = {}): Promise<LintRun & { written: string }> {
  return inFolder({ '.git/HEAD': '', 'here/a': '', ...files }, async (folder) => {
    const recorded = surround(`${folder}/here`);
    const outcome = lintOptions({ paths, flags }, RULES);
    if (!outcome.ok) throw new Error(outcome.mistakes.join());
    const found = await lintRun(outcome.options, createRunConfigs(outcome.options, recorded.surroundings.cwd, RULES), recorded.surroundings, RULES);
    return { ...found, written: recorded.out() + recorded.error() };
  });
}

test('gives the results of files and the errors by path, and writes nothing', async () => {
  const { report, written, ...rest } = await run({ 'here/b/Dockerfile': BAD, 'here/c/Dockerfile': GOOD }, ['c', 'b', 'z', 'y']);
  expect(report.results.map(({ path, problems }) => [path, problems.length])).toEqual([['b/Dockerfile', 1], ['c/Dockerfile', 0]]);
  expect(report.errors.map(({ path }) => path)).toEqual(['y', 'z']);
  expect([...report.rules.keys()]).toEqual(['no-stop']);
  expect(rest).toEqual({ failures: ['y: no such file', 'z: no such file'], remarks: [], bugs: [], fails: true });
  expect(written).toBe('');
});

test('names the mistakes of a config with their place, for a terminal and for a report', async () => {
  const { report, failures } = await run({ 'here/Dockerfile': GOOD, 'here/.plimsoll.yaml': '\n  rule: {}' }, []);
  expect(failures).toEqual([expect.stringMatching(/^\.plimsoll\.yaml:2:3: /)]);
  expect(report.errors).toEqual([{ path: '.plimsoll.yaml', message: expect.stringMatching(/^line 2, column 3: /) }]);
});

test('minds no config that no linted file is under', async () => {
  const found = await run({ 'Dockerfile': BAD, 'here/.plimsoll.yaml': '\n  rule: {}' }, ['../Dockerfile']);
  expect(found).toMatchObject({ failures: [], fails: true, report: { errors: [] } });
  expect(exitCodeOf(found, true)).toBe(1);
});

test('remarks what is left out, and names its own bugs', async () => {
  const files = { 'here/Dockerfile': GOOD, 'here/b/Dockerfile': BUG };
  const { remarks, bugs } = await run(files, ['.', 'Dockerfile'], { 'ignore-pattern': ['/Dockerfile'] });
  expect(remarks).toEqual([expect.stringMatching(/^Dockerfile: left out /)]);
  expect(bugs).toEqual([expect.stringMatching(/^b\/Dockerfile: broken: internal error: .*a bug/)]);
});

test('judges with the ignore file of the build context, and says when there is no such folder', async () => {
  const files = { 'here/Dockerfile': BAD, 'here/app/.dockerignore': 'a' };
  expect(await run(files, [], { context: 'app' })).toMatchObject({ failures: [], fails: true });
  const { failures, report } = await run(files, [], { context: 'web' });
  expect(failures).toEqual([expect.stringMatching(/^web: no such folder/)]);
  expect(report.results).toHaveLength(1);
});

describe('the exit code', () => {
  const none = { failures: [], bugs: [], fails: false };

  test.each([
    [0, none, true],
    [1, { ...none, fails: true }, true],
    [2, { ...none, fails: true, failures: ['a'] }, true],
    [2, { ...none, bugs: ['a'] }, true],
    [2, none, false],
  ])('is %d for %j, written: %j', (expected, found, isWritten) => {
    const report = { tool: { name: 'plimsoll', version: '0' }, results: [], errors: [], rules: new Map() } as const;
    expect(exitCodeOf({ report, remarks: [], ...found }, isWritten)).toBe(expected);
  });
});
