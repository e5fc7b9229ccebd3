import { array, assert, asyncProperty, constantFrom, oneof } from 'fast-check';
import { LINT_FLAGS } from '../../src/cli/lint-flags';
import { scanLintArguments } from '../../src/cli/scan-arguments';
import { readByOclif } from './arguments';

/** Command lines that the plain scanner reads by itself. */
const PLAIN: readonly (readonly string[])[] = [
  [],
  ['Dockerfile'],
  ['a/Dockerfile', 'b', '-', '.'],
  ['--', '--format', '-x', '--'],
  ['a', '--', 'b'],
  ['--format', 'json'],
  ['--format=sarif', 'a'],
  ['-f', 'github', '-o', 'out.txt', '-c', 'x.yaml'],
  ['-f=json', '--config', 'x.yaml'],
  ['--output-file', 'a=b'],
  ['--output-file=a=b'],
  ['--quiet', 'a', '--no-ignore'],
  ['--quiet', '--quiet'],
  ['--color'],
  ['--no-color'],
  ['--no-color', '--color'],
  ['--max-warnings', '0'],
  ['--max-warnings=12'],
  ['--fail-level', 'never'],
  ['--no-config-lookup', '--no-inline-config', '--print-config', '--no-error-on-unmatched-pattern'],
  ['--rule', 'a:off', '--rule', 'b:error', 'Dockerfile'],
  ['--rule=a:off', 'Dockerfile', '--rule', 'b:error'],
  ['--preset', 'cis', '--preset=nist', 'Dockerfile'],
  ['--target', 'a', 'Dockerfile', '--target', 'b'],
  ['--build-arg', 'A=1', '--build-arg', 'B', '--build-context', 'x=./y', '--platform', 'linux/amd64'],
  ['--as-of', '2026-01-31'],
  ['--context', '.'],
  ['--shellcheck', 'auto'],
  ['--stdin-filename', 'Dockerfile', '-'],
  ['--ignore-pattern', '!a', '--ignore-pattern', '*.x'],
];

/** What it leaves to oclif. */
const OTHERS: readonly (readonly string[])[] = [
  ['--help'], ['-h'], ['--version'], ['--nope'], ['--no-quiet'], ['--no-format'], ['-x'], ['-fjson'], ['-f'], ['--format'],
  ['--format='], ['--format', 'yaml'], ['--format', 'json', '--format', 'json'], ['--output-file', '-'], ['--output-file', '--quiet'],
  ['--max-warnings', '-1'], ['--max-warnings', 'x'], ['--max-warnings', '1.5'], ['--max-warnings', '9999999999'], ['--quiet=true'],
  ['--preset', 'zzz'], ['--rule'], ['--quiet', '--help'], ['--toString'], ['--__proto__', 'x'], ['-'.repeat(3)],
];

describe('the plain scanner', () => {
  it.each(PLAIN.map((argv) => [argv]))('reads %j as oclif does', async (argv) => {
    const scanned = scanLintArguments(argv);
    expect(scanned).not.toBeNull();
    expect(scanned).toEqual(await readByOclif(argv));
  });

  it.each(OTHERS.map((argv) => [argv]))('leaves %j to oclif', (argv) => {
    expect(scanLintArguments(argv)).toBeNull();
  });

  it('has every flag in the command lines it is tested on', () => {
    const words = PLAIN.flat().map((word) => word.split('=', 1)[0] ?? word);
    const untested = Object.keys(LINT_FLAGS).filter((name) => !words.includes(`--${name}`));
    expect(untested).toEqual([]);
  });

  it('never reads a command line otherwise than oclif', async () => {
    const flag = constantFrom(...Object.keys(LINT_FLAGS).flatMap((name) => [`--${name}`, `--no-${name}`]), '-f', '-o', '-c', '-x', '--', '-');
    const value = constantFrom('json', 'text', 'a', 'x:off', 'A=1', '0', '7', '-1', 'cis', 'never', 'Dockerfile', '', 'é');
    const assigned = constantFrom('--format=json', '--max-warnings=3', '--rule=x:off', '--quiet=1', '--color=', '--target=a=b', '-fjson', '-o=x');
    await assert(
      asyncProperty(array(oneof(flag, value, assigned), { maxLength: 6 }), async (argv) => {
        const scanned = scanLintArguments(argv);
        if (scanned !== null) expect(scanned).toEqual(await readByOclif(argv));
      }),
      { numRuns: 400 },
    );
  });
});
