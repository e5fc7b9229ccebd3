import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { runLint } from '../../src/cli/run-lint';
import { scanLintArguments } from '../../src/cli/scan-arguments';
import type { RegisteredRule } from '../../src/engine/rule-definition';
import { inFolder } from '../config/folder';
import { surround } from './surround';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs `lint` in a repository of its own that holds these files. */
async function lint(files: Files, argv: readonly string[], given: Parameters<typeof surround>[1] & { readonly rules?: readonly RegisteredRule[] } = {}): Promise<Run> {
  return inFolder({ '.git/HEAD': '', ...files }, async (folder) => {
    const scanned = scanLintArguments(argv);
    if (scanned === null) throw new Error('not a plain command line');
    const recorded = surround(folder, given);
    const code = await runLint(scanned, recorded.surroundings, given.rules);
    return { code, out: recorded.out().replaceAll(folder, '<cwd>'), error: recorded.error().replaceAll(folder, '<cwd>') };
  });
}

/** Two findings of other rules are turned off, so that these tests do not change with them. */
const CONFIG = 'extends: []\nrules: {no-maintainer: error, no-latest-tag: warning}\n';
const LATEST = 'FROM node:latest\n';
const CLEAN = 'FROM node:20.1.0\n';

describe('lint', () => {
  it('reports problems on stdout and exits with 1', async () => {
    const { code, out, error } = await lint({ '.plimsoll.yaml': CONFIG, Dockerfile: LATEST }, ['Dockerfile']);
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(out).toMatch(/^Dockerfile:1:11: warning: .* \[no-latest-tag\]\n/);
  });

  it('exits with 0 when there is nothing to say', async () => {
    expect(await lint({ '.plimsoll.yaml': CONFIG, Dockerfile: CLEAN }, [])).toEqual({ code: 0, out: 'No problems in 1 file\n', error: '' });
  });

  it('lints what stdin gives, under the settings of the name it is given', async () => {
    const files = { '.plimsoll.yaml': CONFIG, 'a/.plimsoll.yaml': 'extends: []\nrules: {no-latest-tag: error}' };
    expect((await lint(files, ['-'], { stdin: LATEST })).out).toContain('-:1:11: warning:');
    expect((await lint(files, ['-', '--stdin-filename', 'a/x'], { stdin: LATEST })).out).toContain('a/x:1:11: error:');
  });

  it('lints each file under its own config', async () => {
    const files = { '.plimsoll.yaml': `${CONFIG}failLevel: error\n`, Dockerfile: LATEST, 'a/.plimsoll.json': '{"extends": [], "failLevel": "never"}', 'a/Dockerfile': LATEST };
    const { code, out } = await lint(files, []);
    expect(code).toBe(0);
    expect(out).toContain('Dockerfile:1:11: warning');
    expect(out).toContain('1 warning in 1 of 2 files');
  });

  it('sorts files by path and lists every file', async () => {
    const { out } = await lint({ 'b/Dockerfile': CLEAN, 'a/Dockerfile': CLEAN, 'B/Dockerfile': CLEAN }, ['b', 'a', 'B', '-f', 'json']);
    const report: { results: { path: string }[] } = JSON.parse(out);
    expect(report.results.map(({ path }) => path)).toEqual(['B/Dockerfile', 'a/Dockerfile', 'b/Dockerfile']);
  });

  it('lints the rest when a file cannot be read, and exits with 2', async () => {
    const { code, out, error } = await lint({ '.plimsoll.yaml': CONFIG, Dockerfile: LATEST, large: Buffer.alloc(5_000_001) }, ['Dockerfile', 'missing', 'large']);
    expect(code).toBe(2);
    expect(out).toContain('Dockerfile:1:11: warning');
    expect(error).toBe('plimsoll: large: larger than 5 MB\nplimsoll: missing: no such file\n');
  });

  it('does not open a FIFO', async () => {
    await inFolder({ '.git/HEAD': '' }, async (folder) => {
      execFileSync('mkfifo', [join(folder, 'Dockerfile')]);
      const recorded = surround(folder);
      expect(await runLint({ paths: ['Dockerfile'], flags: {} }, recorded.surroundings)).toBe(2);
      expect(recorded.error()).toBe('plimsoll: Dockerfile: this is no regular file but a FIFO, socket or device\n');
    });
  });

  it('says that a folder has no Dockerfile, unless that is no error', async () => {
    const empty = { 'a/x': '' };
    expect(await lint(empty, ['a'])).toEqual({ code: 2, out: '', error: 'plimsoll: a: no Dockerfile found in this folder; name the file if it is called otherwise\n' });
    expect(await lint(empty, ['a', '--no-error-on-unmatched-pattern'])).toEqual({ code: 0, out: '', error: '' });
  });

  it('says which named files the settings leave out', async () => {
    const files = { '.plimsoll.yaml': `${CONFIG}ignore: [vendor/]\n`, 'vendor/Dockerfile': LATEST };
    const { code, error } = await lint(files, ['vendor/Dockerfile']);
    expect({ code, error }).toEqual({ code: 0, error: 'plimsoll: vendor/Dockerfile: left out by the key ignore of the config, or by --ignore-pattern\n' });
    expect((await lint(files, ['vendor/Dockerfile', '--no-ignore'])).code).toBe(1);
  });

  it('names the mistakes of a config once, and lints what other configs are for', async () => {
    const files = { '.plimsoll.yaml': 'rules:\n  no-latest: off\n', 'x.Dockerfile': LATEST, 'y.Dockerfile': LATEST, 'a/.plimsoll.yaml': CONFIG, 'a/Dockerfile': LATEST };
    const { code, out, error } = await lint(files, []);
    expect(code).toBe(2);
    expect(error).toBe('plimsoll: .plimsoll.yaml:2:3: Unknown rule "no-latest"; did you mean no-latest-tag?\n');
    expect(out).toContain('a/Dockerfile:1:11: warning');
    expect(out).not.toContain('x.Dockerfile');
    const json: unknown = JSON.parse((await lint(files, ['-f', 'json'])).out);
    expect(json).toMatchObject({ errors: [{ path: '.plimsoll.yaml', message: 'line 2, column 3: Unknown rule "no-latest"; did you mean no-latest-tag?' }] });
  });

  it('uses the config that it is given, or none', async () => {
    const files = { '.plimsoll.yaml': 'broken: true', 'other.yaml': CONFIG, Dockerfile: LATEST };
    expect((await lint(files, ['-c', 'other.yaml'])).code).toBe(1);
    expect((await lint(files, ['--no-config-lookup', '--rule', 'no-latest-tag:off', '--fail-level', 'error'])).code).toBe(0);
    expect(await lint(files, ['-c', 'none.yaml'])).toEqual({ code: 2, out: '', error: 'plimsoll: none.yaml: no such file\n' });
  });

  it('lets flags win over configs', async () => {
    const files = { '.plimsoll.yaml': CONFIG, Dockerfile: LATEST };
    expect((await lint(files, ['--rule', 'DL3007:off'])).out).toBe('No problems in 1 file\n');
    expect((await lint(files, ['--rule', 'DL3007:error'])).out).toContain('error:');
    expect((await lint(files, ['--fail-level', 'error'])).code).toBe(0);
    expect((await lint(files, ['--max-warnings', '1'])).code).toBe(0);
    expect((await lint(files, ['--max-warnings', '0'])).code).toBe(1);
  });

  it('writes to stderr nothing that the runner of GitHub takes for a command', async () => {
    const hostile = '##[set-output name=x]y';
    const { error } = await lint({}, [hostile, `a\n::error::${hostile}`, '-f', 'github']);
    expect(error).toBe('plimsoll: ## [set-output name=x]y: no such file\nplimsoll: a␊::error::## [set-output name=x]y: no such file\n');
    expect((await lint({}, [hostile])).error).toBe(`plimsoll: ${hostile}: no such file\n`);
  });

  it('says why a quiet run fails', async () => {
    const files = { '.plimsoll.yaml': CONFIG, Dockerfile: LATEST };
    const { code, out, error } = await lint(files, ['--quiet']);
    expect({ code, out }).toEqual({ code: 1, out: 'No problems in 1 file\n' });
    expect(error).toBe('plimsoll: not shown because of --quiet: 1 warning, 0 info\n');
  });

  it('names all that is wrong with its arguments', async () => {
    expect(await lint({}, ['--rule', 'x', '--platform', 'y'])).toEqual({
      code: 2, out: '',
      error: 'plimsoll: --rule x: write ID:SEVERITY, with a severity of off, info, warning, error\nplimsoll: --platform y: write OS/ARCH or OS/ARCH/VARIANT, such as linux/arm64\n',
    });
  });

  it('exits with 2 when a rule fails, and reports what the others found', async () => {
    const broken: RegisteredRule = {
      id: 'broken', category: 'test',
      rule: {
        summary: '', why: '', severity: 'warning', presets: {}, aliases: [], controls: [], examples: [],
        dockerfile: () => ({ end: () => { throw new Error('\u001b[2Jboom'); } }),
      },
    };
    expect(await lint({ Dockerfile: CLEAN }, ['Dockerfile', '--no-config-lookup'], { rules: [broken] })).toEqual({
      code: 2, out: 'No problems in 1 file (1 rule not run)\n', error: 'plimsoll: Dockerfile: broken: internal error: ␛[2Jboom\n',
    });
  });

  it('prints the settings of a file', async () => {
    const files = { '.plimsoll.yaml': `${CONFIG}overrides:\n  - files: [a/]\n    rules: {no-latest-tag: off}\n` };
    const ofFile: unknown = JSON.parse((await lint(files, ['--print-config', 'a/Dockerfile'])).out);
    expect(ofFile).toMatchObject({ extends: [], rules: { 'no-latest-tag': ['off', { variables: 'resolve' }] } });
    const ofFolder: unknown = JSON.parse((await lint(files, ['--print-config'])).out);
    expect(ofFolder).toMatchObject({ rules: { 'no-latest-tag': ['warning', {}] }, failLevel: 'warning' });
    const ofStdin: unknown = JSON.parse((await lint(files, ['--print-config', '-', '--stdin-filename', 'a/x'])).out);
    expect(ofStdin).toMatchObject({ rules: { 'no-latest-tag': ['off', {}] } });
    expect(await lint({ '.plimsoll.yaml': 'x: 1' }, ['--print-config'])).toMatchObject({ code: 2, out: '' });
  });

  it('writes the report to a file', async () => {
    await inFolder({ '.git/HEAD': '', Dockerfile: CLEAN }, async (folder) => {
      const recorded = surround(folder);
      expect(await runLint({ paths: [], flags: { 'output-file': 'out.json', format: 'json', 'fail-level': 'never' } }, recorded.surroundings)).toBe(0);
      expect(recorded.out()).toBe('');
      expect(readFileSync(join(folder, 'out.json'), 'utf8')).toContain('"path": "Dockerfile"');
    });
    expect(await lint({ Dockerfile: CLEAN }, ['-o', 'no/such/folder', '--fail-level', 'never'])).toEqual({
      code: 2, out: '', error: 'plimsoll: no/such/folder: cannot be written (ENOENT)\n',
    });
  });
});
