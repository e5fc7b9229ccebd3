import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { applyEdits, createSettings, createSource, INTERNAL_ERROR, lint, lintText } from '../src';

const TEXT = 'FROM node:latest\nMAINTAINER Ann\n';
const rulesOf = (result: ReturnType<typeof lintText>): readonly string[] => result.problems.map(({ rule }) => rule);

describe('lintText', () => {
  it('runs the recommended rules', () => {
    const { path, problems } = lintText(TEXT);
    expect(path).toBe('Dockerfile');
    expect(problems.find(({ rule }) => rule === 'no-latest-tag')).toMatchObject({
      severity: 'warning', start: 10, end: 16, span: { line: 0, column: 10, endLine: 0, endColumn: 16 },
    });
  });

  it('takes severities by rule id or alias, and options', () => {
    expect(rulesOf(lintText(TEXT, { rules: { 'no-latest-tag': 'off', MaintainerDeprecated: 'off' } }))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^no-(latest-tag|maintainer)$/)]),
    );
    const { problems } = lintText(TEXT, { rules: { 'no-maintainer': ['error', { label: 'author' }] } });
    expect(problems.find(({ rule }) => rule === 'no-maintainer')).toMatchObject({ severity: 'error', message: expect.stringContaining('label author') });
  });

  it('takes presets in place of recommended', () => {
    expect(rulesOf(lintText(TEXT, { presets: ['buildkit'] }))).toContain('no-maintainer');
    expect(rulesOf(lintText(TEXT, { presets: ['buildkit'] }))).not.toContain('no-latest-tag');
  });

  it('takes build inputs, a path and whether comments count', () => {
    expect(lintText('ARG TAG\nFROM node:${TAG}', { path: 'a/b', build: { args: { TAG: 'latest' } } })).toMatchObject({
      path: 'a/b', problems: expect.arrayContaining([expect.objectContaining({ rule: 'no-latest-tag' })]),
    });
    const commented = '# plimsoll-disable-file no-latest-tag\nFROM node:latest';
    expect(rulesOf(lintText(commented))).not.toContain('no-latest-tag');
    expect(rulesOf(lintText(commented, { inlineConfig: false }))).toContain('no-latest-tag');
  });

  it('says which rule does not exist', () => {
    expect(() => lintText(TEXT, { rules: { 'no-latst-tag': 'off' } })).toThrow('there is no rule no-latst-tag; did you mean no-latest-tag?');
    expect(() => lintText(TEXT, { rules: { whatever: 'off' } })).toThrow(/^there is no rule whatever$/);
  });

  it('lets an id of another tool pass that no rule here stands for', () => {
    expect(() => lintText(TEXT, { rules: { DL9999: 'off' } })).not.toThrow();
  });
});

it('lint with settings gives what lintText gives', () => {
  expect(lint(createSource('Dockerfile', TEXT), createSettings(), { asOf: null })).toEqual(lintText(TEXT));
});

it('offers edits and tells bugs of rules apart', () => {
  expect(applyEdits('FROM a', [{ start: 5, end: 6, text: 'b' }])).toEqual({ kind: 'applied', text: 'FROM b' });
  expect(INTERNAL_ERROR).toBe('internal error: ');
});

describe('the library in a browser', () => {
  it('is bundled without shims, and lints where there is no process, Buffer or require', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plimsoll-browser-'));
    try {
      const bundle = join(folder, 'plimsoll.js');
      const options = {
        entryPoints: [join(__dirname, '..', 'src', 'index.ts')], outfile: bundle,
        bundle: true, platform: 'browser', format: 'iife', globalName: 'plimsoll', target: 'es2022', logLevel: 'error',
      };
      // In a process of its own, because esbuild does not accept the typed arrays of jest's context.
      execFileSync(process.execPath, ['-e', `require(${JSON.stringify(require.resolve('esbuild'))}).buildSync(${JSON.stringify(options)})`]);
      // Every browser has TextDecoder (the shell parser makes one as it loads); the language itself has not.
      const context = createContext({ text: TEXT, TextDecoder });
      const absent = ['process', 'Buffer', 'require', 'module', 'global', 'setImmediate'];
      expect(runInContext(`[${absent.map((name) => `typeof ${name}`).join(', ')}].join()`, context)).toBe(absent.map(() => 'undefined').join());
      runInContext(readFileSync(bundle, 'utf8'), context);
      const found: unknown = runInContext('JSON.stringify(plimsoll.lintText(text, { presets: ["recommended", "strict"] }))', context);
      expect(JSON.parse(String(found))).toEqual(JSON.parse(JSON.stringify(lintText(TEXT, { presets: ['recommended', 'strict'] }))));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
