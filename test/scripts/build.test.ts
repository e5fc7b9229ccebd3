import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintText } from '../../src';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import { evaluate, repository } from './run-script';

const root = mkdtempSync(join(tmpdir(), 'plimsoll-build-'));
const dist = join(root, 'dist');

beforeAll(() => {
  mkdirSync(dist);
  cpSync(join(repository, 'bin'), join(root, 'bin'), { recursive: true });
  evaluate('build.mjs', 'await script.build(input.repository, input.dist) && null', { repository, dist });
  writeFileSync(join(root, 'Dockerfile'), 'FROM alpine:latest\nRUN cd /tmp && sudo ls | wc -l\n');
  writeFileSync(join(root, 'config.yaml'), 'root: true\nrules:\n  no-latest-tag: off\n');
  // At its end the program says which files it has loaded.
  writeFileSync(join(root, 'loaded.cjs'), `process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')));`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const textOf = (name: string): string => readFileSync(join(dist, name), 'utf8');
const bundles = (): readonly string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));

/** Runs the program; `loaded` are the files of `dist` that it read. */
function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', join(root, 'loaded.cjs'), join(root, 'bin/plimsoll.js'), ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = stderr.split('\n').filter((line) => line.includes(`${dist}/`));
  return { status, stdout, loaded: files.map((file) => file.slice(file.indexOf(dist) + dist.length + 1)) };
}

const withoutHash = (name: string): string => name.replace(/-[A-Z0-9]{8}\.js$/, '.js');

describe('the program', () => {
  test('lints with one file, when nothing special is asked', () => {
    const { status, stdout, loaded } = run('lint', 'Dockerfile');
    expect(stdout).toContain('no-latest-tag');
    expect({ status, loaded }).toEqual({ status: 1, loaded: ['plimsoll.js'] });
  });

  test('is ASCII, of which V8 keeps a byte a character', () => {
    expect(/[^\0-\x7f]/.exec(textOf('plimsoll.js'))).toBeNull();
  });

  test.each(['json', 'sarif', 'github'])('loads the format %s when it is asked for', (format) => {
    const { loaded } = run('lint', '--format', format, 'Dockerfile');
    expect(loaded.map(withoutHash)).toContain(`chunks/${format}.js`);
    expect(loaded).not.toContain('oclif.js');
  });

  test('loads what reads a config when there is one', () => {
    const { stdout, loaded } = run('lint', '--config', 'config.yaml', 'Dockerfile');
    expect(stdout).not.toContain('no-latest-tag');
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded).not.toContain('oclif.js');
  });

  test('loads oclif for help', () => {
    const { status, stdout, loaded } = run('lint', '--help');
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('USAGE') });
    expect(loaded).toContain('oclif.js');
  });

  test('shows the pages of rules whole', () => {
    const { status, stdout } = run('explain', 'no-latest-tag');
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('is whatever was pushed last') });
  });
});

describe('the bundles', () => {
  test('need no package', () => {
    // oclif tries these, and does without.
    const optional = ['typescript', 'ts-node', 'tsx'];
    const packages = bundles().flatMap((name) =>
      [...textOf(name).matchAll(/\b(?:require|import)\("([^"./][^"]*)"\)/g)].map(([, target = '']) => target).filter((target) => !isBuiltin(target)),
    );
    expect(packages.filter((name) => !optional.includes(name))).toEqual([]);
  });

  test('name no file that is not there', () => {
    const files = new Set(bundles());
    const named = bundles().flatMap((name) =>
      [...textOf(name).matchAll(/\brequire\("(\.[^"]+\.js)"\)/g)].map(([, target = '']) => join(name, '..', target)),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !files.has(name))).toEqual([]);
  });

  test.each(['plimsoll.js', 'rule.js'])('%s holds no text that only the pages of rules show', (name) => {
    const text = textOf(name);
    const long = REGISTERED_RULES.flatMap(({ rule }) => [rule.why, ...(rule.exceptions === undefined ? [] : [rule.exceptions])]);
    expect(long.length).toBeGreaterThan(10);
    // Their longest stretches, since the bundler may write quotes and line ends in another way.
    const longestOf = (each: string): string => each.replaceAll(/[`'"\\]/g, '\n').split('\n').reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
    expect(long.map(longestOf).filter((piece) => piece.length < 15 || text.includes(piece))).toEqual([]);
  });

  test('give the same problems as the sources', () => {
    const [{ problems }]: [{ problems: { rule: string; line: number; column: number; message: string }[] }] = JSON.parse(
      run('lint', '--no-config-lookup', '--format', 'json', 'Dockerfile').stdout,
    ).results;
    const expected = lintText(readFileSync(join(root, 'Dockerfile'), 'utf8')).problems;
    expect(problems.map(({ rule, line, column, message }) => ({ rule, line, column, message }))).toEqual(
      expected.map(({ rule, message, span }) => ({ rule, line: span.line + 1, column: span.column + 1, message })),
    );
    expect(problems.length).toBeGreaterThan(2);
  });

  test('the library lints', () => {
    const script = `const { lintText } = require(${JSON.stringify(join(dist, 'index.js'))}); console.log(lintText('FROM alpine:latest').problems.length > 0)`;
    expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ stdout: 'true\n', stderr: '' });
  });
});

describe('a package in CommonJS', () => {
  const delay = (text: string): unknown => evaluate('build/lazy-requires.mjs', 'script.delayRequires(input)', text);

  test('loads at the first use what it does not need at once', () => {
    const text = 'const a_1 = require("./a");\nconst b_1 = require("./b");\nclass C extends b_1.B {\n  f() { return a_1.A.of(a_1.x); }\n}\n';
    expect(delay(text)).toBe(
      'let a_1;\nconst b_1 = require("./b");\nclass C extends b_1.B {\n  f() { return (a_1 ??= require("./a")).A.of((a_1 ??= require("./a")).x); }\n}\n',
    );
  });

  test('exports again without loading', () => {
    const text = 'var a_1 = require("./a");\nObject.defineProperty(exports, "A", { enumerable: true, get: function () { return a_1.A; } });\n';
    expect(delay(text)).toContain('return (a_1 ??= require("./a")).A;');
  });

  test.each(['const a_1 = require("./a");\nexports.x = a_1.x;\n', 'const a_1 = require("./a");\nfunction f() { return g(a_1); }\n', '__exportStar(require("./a"), exports);\n'])(
    'stays as it is: %j',
    (text) => {
      expect(delay(text)).toBe(text);
    },
  );
});

describe('a rule in a bundle', () => {
  test('is what it was without what only its page shows', () => {
    const cases = [
      ["defineRule({ why: 'w', severity: 'info', examples: [{ good: 'x' }] })", "defineRule({ severity: 'info', })"],
      ['defineRule({ exceptions: `a\n${b}`, variants: {}, summary: 1, })', 'defineRule({ summary: 1, })'],
      ["export default defineRule({ summary: 's', examples });", "export default defineRule({ summary: 's', });"],
      ["defineRule({ 'why': 1, options: { why: 2 } })", 'defineRule({ options: { why: 2 } })'],
      ['defineRule({ dockerfile() { return { why: 1 }; }, examples: [] })', 'defineRule({ dockerfile() { return { why: 1 }; }, })'],
      ['const why = { examples: 1 };', 'const why = { examples: 1 };'],
    ];
    const stripped = `input.map(([text]) => script.stripRule('rule.ts', text).replace(/ +/g, ' '))`;
    expect(evaluate('build/rule-plugin.mjs', stripped, cases)).toEqual(cases.map(([, expected]) => expected));
  });

  test('must be written as an object', () => {
    expect(() => evaluate('build/rule-plugin.mjs', "script.stripRule('rule.ts', 'defineRule(rule)')")).toThrow('must be an object literal');
  });
});
