import type { FlagValue } from '../../src/cli/lint-flags';
import { lintOptions, type LintOptions } from '../../src/cli/lint-options';
import { RULES } from '../config/registry';

function options(flags: Readonly<Record<string, FlagValue>>, paths: readonly string[] = []): LintOptions {
  const outcome = lintOptions({ paths, flags }, RULES);
  if (!outcome.ok) throw new Error(outcome.mistakes.join('\n'));
  return outcome.options;
}

const DEFAULTS: LintOptions = {
  paths: [], format: 'text', outputFile: null, quiet: false, color: null, maxWarnings: null, configFile: null, configLookup: true, printConfig: false,
  stdinFilename: null, ignorePatterns: [], ignoreFiles: true, errorOnUnmatched: true, asOf: null, contextFolder: null, shellcheck: null,
  settings: { presets: [], rules: {}, build: { args: {}, contexts: {} }, noInlineConfig: false, failLevel: null },
};

describe('the options of lint', () => {
  it('have defaults', () => {
    expect(options({})).toEqual(DEFAULTS);
  });

  it.each<[Readonly<Record<string, FlagValue>>, Partial<LintOptions>]>([
    [{ format: 'sarif', 'output-file': 'o', quiet: true, color: false }, { format: 'sarif', outputFile: 'o', quiet: true, color: false }],
    [{ shellcheck: 'off' }, { shellcheck: null }],
    [{ shellcheck: 'auto' }, { shellcheck: 'auto', settings: { ...DEFAULTS.settings, facts: ['shellcheck'] } }],
    [{ 'max-warnings': 3 }, { maxWarnings: 3 }],
    [{ context: '.' }, { contextFolder: '.' }],
    [{ 'as-of': '2024-02-29' }, { asOf: '2024-02-29' }],
    [{ config: 'c', 'no-config-lookup': true, 'print-config': true }, { configFile: 'c', configLookup: false, printConfig: true }],
    [{ 'ignore-pattern': ['a'], 'no-ignore': true, 'no-error-on-unmatched-pattern': true }, { ignorePatterns: ['a'], ignoreFiles: false, errorOnUnmatched: false }],
  ])('follow from %j', (flags, expected) => {
    expect(options(flags)).toEqual({ ...DEFAULTS, ...expected });
  });

  it('hold settings that win over configs', () => {
    expect(
      options({
        preset: ['cis', 'gc'], rule: ['no-sudo:off', 'hadolint:DL3007:error', 'no-sudo:info'], target: ['a'], 'build-arg': ['A=1=2', 'B', 'C='],
        'build-context': ['x=./y'], platform: 'linux/arm64/v8', 'no-inline-config': true, 'fail-level': 'info',
      }).settings,
    ).toEqual({
      presets: ['cis', 'gc'],
      rules: { 'no-sudo': 'info', 'hadolint:DL3007': 'error' },
      build: { targets: ['a'], args: { A: '1=2', B: null, C: '' }, contexts: { x: './y' }, platform: 'linux/arm64/v8' },
      noInlineConfig: true,
      failLevel: 'info',
    });
  });

  it('name a path once', () => {
    expect(options({}, ['a', 'b', 'a']).paths).toEqual(['a', 'b']);
    expect(options({ 'stdin-filename': 'x' }, ['-'])).toMatchObject({ paths: ['-'], stdinFilename: 'x' });
  });

  it.each<[Readonly<Record<string, FlagValue>>, readonly string[], readonly string[]]>([
    [{ rule: ['no-sudo', ':off', 'no-sudo:warn'] }, [], [
      '--rule no-sudo: write ID:SEVERITY, with a severity of off, info, warning, error',
      '--rule :off: write ID:SEVERITY, with a severity of off, info, warning, error',
      '--rule no-sudo:warn: write ID:SEVERITY, with a severity of off, info, warning, error',
    ]],
    [{ rule: ['no-sud:off', 'zzzzz:off'] }, [], ['--rule no-sud:off: Unknown rule "no-sud"; did you mean no-sudo?', '--rule zzzzz:off: Unknown rule "zzzzz"']],
    [{ 'build-arg': ['=x'] }, [], ['--build-arg =x: write NAME=VALUE or NAME']],
    [{ 'build-context': ['x', 'x=', '=y'] }, [], [
      '--build-context x: write NAME=LOCATION', '--build-context x=: write NAME=LOCATION', '--build-context =y: write NAME=LOCATION',
    ]],
    [{ platform: 'linux' }, [], ['--platform linux: write OS/ARCH or OS/ARCH/VARIANT, such as linux/arm64']],
    [{ 'stdin-filename': 'x' }, ['x'], ['--stdin-filename is for the path -, which is not given']],
    [{ 'max-warnings': -1 }, [], ['--max-warnings -1: write 0 or more']],
    [{ 'as-of': '2026-02-29' }, [], ['--as-of 2026-02-29: write a day as YYYY-MM-DD']],
    [{ 'as-of': 'today' }, [], ['--as-of today: write a day as YYYY-MM-DD']],
    [{ context: '' }, [], ['--context needs the name of a folder, and it is empty']],
    [{}, ['a', ''], ['one of the paths is empty; write . for this folder']],
    [{ 'output-file': '', config: '' }, [], [
      '--output-file needs the name of a file, and it is empty', '--config needs the name of a file, and it is empty',
    ]],
    [{ 'print-config': true }, ['x', 'y'], ['--print-config takes one path']],
  ])('are refused for %j with %j', (flags, paths, mistakes) => {
    expect(lintOptions({ paths, flags }, RULES)).toEqual({ ok: false, mistakes });
  });
});
