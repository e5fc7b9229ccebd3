import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs';
import { PRESET_NAMES } from '../../src/engine/rule-definition';

const inputsOf = (given: Readonly<Record<string, string>>) => {
  const outcome = readInputs(Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])));
  return outcome.ok ? outcome.inputs : outcome.mistakes;
};

const DEFAULTS = { lint: { paths: [], flags: {} }, sarifFile: null, stepSummary: true, workingDirectory: '.' };

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}
const action: ActionFile = parse(readFileSync(join(__dirname, '../../action.yml'), 'utf8'));

describe('inputs', () => {
  test('may all be missing or empty', () => {
    expect(inputsOf({})).toEqual(DEFAULTS);
    expect(inputsOf(Object.fromEntries(Object.keys(action.inputs).map((name) => [name, ' '])))).toEqual(DEFAULTS);
  });

  test.each([
    ['a Dockerfile', ['a', 'Dockerfile']],
    ['a\n  b/c \n\n', ['a', 'b/c']],
    ['"with blanks/Dockerfile" b', ['with blanks/Dockerfile', 'b']],
    ['a"b', ['a"b']],
    ['--fix $(ls) ::x', ['--fix', '$(ls)', '::x']],
  ])('paths %j', (paths, expected) => {
    expect(inputsOf({ paths })).toEqual({ ...DEFAULTS, lint: { paths: expected, flags: {} } });
  });

  test.each<[Readonly<Record<string, string>>, object]>([
    [{ config: ' ci.yaml ' }, { config: 'ci.yaml' }],
    [{ preset: 'strict' }, { preset: ['strict'] }],
    [{ preset: 'cis, nist\ngc' }, { preset: ['cis', 'nist', 'gc'] }],
    [{ 'fail-level': 'never' }, { 'fail-level': 'never' }],
    [{ 'max-warnings': '10' }, { 'max-warnings': 10 }],
    [{ 'max-warnings': '-1' }, { 'max-warnings': -1 }],
  ])('%j are flags', (given, flags) => {
    expect(inputsOf(given)).toEqual({ ...DEFAULTS, lint: { paths: [], flags } });
  });

  test.each<[Readonly<Record<string, string>>, object]>([
    [{ 'sarif-file': 'out/a.sarif' }, { sarifFile: 'out/a.sarif' }],
    [{ 'step-summary': 'False' }, { stepSummary: false }],
    [{ 'step-summary': 'true' }, { stepSummary: true }],
    [{ 'working-directory': 'services/a' }, { workingDirectory: 'services/a' }],
  ])('%j', (given, expected) => {
    expect(inputsOf(given)).toEqual({ ...DEFAULTS, ...expected });
  });

  test('that mean nothing are named, all of them', () => {
    const given = { paths: 'a -', preset: 'strict,strct', 'fail-level': 'fatal', 'max-warnings': 'few', 'step-summary': 'yes' };
    expect(inputsOf(given)).toEqual([
      'input paths: a step has no standard input; name files or folders',
      `input preset: strct is none of ${PRESET_NAMES.join(', ')}`,
      'input fail-level: fatal is none of error, warning, info, never',
      'input max-warnings: few is no whole number',
      'input step-summary: yes is neither true nor false',
    ]);
  });
});

describe('action.yml', () => {
  test('describes the inputs that are read, and no other', () => {
    const read = new Set<string>();
    const watched = new Proxy<Record<string, string>>({}, {
      get: (_, name) => {
        read.add(String(name));
        return undefined;
      },
    });
    readInputs(watched);
    expect([...read].sort()).toEqual(Object.keys(action.inputs).map((name) => `INPUT_${name.toUpperCase()}`).sort());
  });

  test('names every preset', () => {
    expect(action.inputs['preset']?.description).toContain(`${PRESET_NAMES.join(', ')}.`);
  });

  test('has the defaults that missing inputs have', () => {
    const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']));
    expect(inputsOf(defaults)).toEqual({ ...DEFAULTS, lint: { paths: ['.'], flags: {} } });
  });

  test('runs the bundle, on a Node that runners will keep', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
    expect(Object.keys(action.outputs)).toEqual(['problems', 'errors', 'sarif-file']);
  });
});
