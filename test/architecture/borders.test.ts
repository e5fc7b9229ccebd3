import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Linter } from 'eslint';

const root = join(__dirname, '../..');
const configuration: Linter.Config[] = createRequire(__filename)('../../eslint.config.js');

const BORDER_RULES = new Set(['plimsoll/borders', 'no-restricted-globals', 'no-restricted-properties']);

// The project's own configuration with the border rules alone: the others cost time, and some need a TypeScript
// project, in which planted files are not.
const configs: Linter.Config[] = [
  ...configuration.map((part) => ({
    ...part,
    ...(part.rules ? { rules: Object.fromEntries(Object.entries(part.rules).filter(([name]) => BORDER_RULES.has(name))) } : {}),
  })),
  { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
];
const linter = new Linter({ cwd: root });

interface Violation {
  readonly line: number;
  readonly text: string;
}

/** What eslint says about borders; a text that does not parse is a mistake of the test. */
function borderViolations(path: string, text: string): readonly Violation[] {
  const messages = linter.verify(text, configs, { filename: join(root, path) });
  const broken = messages.find(({ fatal }) => fatal === true);
  if (broken !== undefined) throw new Error(`${path}:${broken.line}: ${broken.message}`);
  return messages.flatMap(({ ruleId, line, message }) =>
    ruleId !== null && BORDER_RULES.has(ruleId) ? [{ line, text: `${path}:${line}: ${message} (${ruleId})` }] : [],
  );
}

/** One line each; `n` makes its names its own. */
const FORMS = {
  'import of a value': (target, n) => `import { a as a${n} } from '${target}'; export const b${n} = a${n};`,
  'import for its effect': (target) => `import '${target}';`,
  'import of a type': (target, n) => `import type { A as A${n} } from '${target}'; export type B${n} = A${n};`,
  'import of a name as type': (target, n) => `import { type A as A${n} } from '${target}'; export type B${n} = A${n};`,
  'export from': (target, n) => `export { a as a${n} } from '${target}';`,
  'export of a type from': (target, n) => `export type { A as A${n} } from '${target}';`,
  'export of all': (target) => `export * from '${target}';`,
  'import()': (target, n) => `export const load${n} = () => import('${target}');`,
  'import() of a template': (target, n) => `export const load${n} = () => import(\`${target}\`);`,
  'type of import()': (target, n) => `export type A${n} = import('${target}').A;`,
  'require()': (target, n) => `export const a${n}: unknown = require('${target}');`,
  'require.resolve()': (target, n) => `export const a${n}: unknown = require.resolve('${target}');`,
  'import = require()': (target, n) => `import a${n} = require('${target}'); export const b${n} = a${n};`,
} as const satisfies Readonly<Record<string, (target: string, n: number) => string>>;

type Form = keyof typeof FORMS;

/** The targets that eslint lets pass. */
function unreported(path: string, form: Form, targets: readonly string[]): readonly string[] {
  const violations = borderViolations(path, targets.map((target, index) => FORMS[form](target, index)).join('\n'));
  const lines = new Set(violations.map(({ line }) => line));
  return targets.filter((_, index) => !lines.has(index + 1));
}

const NODE = ['node:fs', 'fs', 'fs/promises', 'node:process'];
const PACKAGES = ['dockerfile-ast', 'dockerfile-ast/lib/parser', 'unbash', '@oclif/core', '@oclif/core/flags', 'plimsoll', 'plimsoll/rule', 'yaml'];
const UPPER = ['../report/text', '../config/load', '../cli/main', '../image/open', '../lsp/server', '../index', '../rule'];

/** Per room what it must not import, as seen from a file of that room. */
const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  'rules/labels/planted.ts': [
    ...NODE,
    ...PACKAGES,
    'semver/functions/valid',
    '../../src/engine/rule-definition',
    '../../src/dockerfile/nodes',
    '../../src/shell/commands',
    '../../src/knowledge/base-image',
    '../../src/config/settings',
    '../../src/index',
    '../../src/rule/../engine/result',
    '../base-image/no-latest-tag',
    './no-maintainer',
  ],
  'src/text/planted.ts': [...NODE, ...PACKAGES, ...UPPER, '../shell/commands', '../engine/result'],
  'src/knowledge/planted.ts': [...NODE, ...PACKAGES, ...UPPER, '../shell/commands', '../engine/result'],
  'src/dockerfile/planted.ts': [
    ...NODE,
    ...PACKAGES,
    ...UPPER,
    '../shell/commands',
    '../engine/result',
    './../engine/result',
    '../dockerfile/../engine/result',
    '../../src/engine/result',
  ],
  'src/dockerfile/nested/planted.ts': ['../../engine/result', '../../shell/commands', 'dockerfile-ast'],
  'src/dockerfile/parse-planted.ts': [...NODE, ...UPPER, 'unbash', '@oclif/core', '../shell/commands', '../engine/result'],
  'src/shell/planted.ts': [...NODE, ...UPPER, 'dockerfile-ast', '@oclif/core', '../engine/result'],
  'src/engine/planted.ts': [
    ...NODE,
    ...PACKAGES,
    '../report/text',
    '../config/load',
    '../config/presets',
    '../cli/main',
    '../image/open',
    '../lsp/server',
    '../index',
    '../rule',
  ],
  'src/report/planted.ts': [
    ...NODE,
    ...PACKAGES,
    '../config/settings',
    '../cli/main',
    '../image/open',
    '../lsp/server',
    '../shell/commands',
    '../engine/lint',
    '../engine/rule-definition',
    '../index',
    '../rule',
  ],
  'src/config/planted.ts': ['../cli/main', '../report/text', '../lsp/server', '../index', 'dockerfile-ast', 'unbash', '@oclif/core'],
  'src/image/planted.ts': ['../cli/main', '../report/text', '../config/load', '../lsp/server', 'dockerfile-ast', 'unbash', '@oclif/core'],
  'src/cli/planted.ts': ['dockerfile-ast', 'dockerfile-ast/lib/parser', 'unbash', '../index', 'plimsoll/rule'],
  'src/action/planted.ts': [...PACKAGES, '../dockerfile/parse', '../shell/commands', '../knowledge/base-image', '../image/open', '../index', '../rule'],
  'src/rule.ts': [...NODE, ...PACKAGES, './report/text', './config/settings', './cli/main', './image/open', './lsp/server', './index', './testing'],
  'src/index.ts': [...NODE, ...PACKAGES, './cli/main', './image/open', './lsp/server', './testing'],
  'src/testing.ts': [...NODE, ...PACKAGES, './cli/main', './image/open', './lsp/server'],
};

const formNames = Object.keys(FORMS).filter((name): name is Form => name in FORMS);

describe.each(Object.entries(FORBIDDEN))('a file %s may not reach out by', (path, targets) => {
  test.each(formNames)('%s', (form) => {
    expect(unreported(path, form, targets)).toEqual([]);
  });
});

describe('types alone', () => {
  const ofTypes: readonly Form[] = ['import of a type', 'import of a name as type', 'export of a type from', 'type of import()'];

  test.each([
    ['src/rule.ts', './engine/rule-definition'],
    ['src/engine/planted.ts', '../config/settings'],
    ['src/report/planted.ts', '../engine/result'],
    ['src/report/planted.ts', 'sarif'],
  ])('%s may import from %s', (path, target) => {
    expect(formNames.filter((form) => unreported(path, form, [target]).length > 0)).toEqual(ofTypes);
    expect(borderViolations(path, `import { type A, b } from '${target}';\nexport const c: A = b;`)).not.toEqual([]);
  });
});

describe('what a room may import', () => {
  test.each<[string, Form, string]>([
    ['rules/labels/planted.ts', 'import of a value', '../../src/rule'],
    ['src/dockerfile/planted.ts', 'import of a value', '../knowledge/base-image'],
    ['src/dockerfile/planted.ts', 'import of a value', './nodes'],
    ['src/dockerfile/nested/planted.ts', 'import of a value', '../nodes'],
    ['src/dockerfile/parse-ast.ts', 'import of a value', 'dockerfile-ast'],
    ['src/dockerfile/parse-ast.ts', 'import of a value', 'dockerfile-ast/lib/parser'],
    ['src/shell/nested/planted.ts', 'import of a value', 'unbash'],
    ['src/shell/planted.ts', 'import of a value', '../dockerfile/nodes'],
    ['src/engine/planted.ts', 'import of a value', '../shell/commands'],
    ['src/report/planted.ts', 'import()', './json'],
    ['src/config/planted.ts', 'import()', 'yaml'],
    ['src/config/planted.ts', 'import of a value', 'node:fs'],
    ['src/cli/planted.ts', 'import of a value', '@oclif/core'],
    ['src/cli/planted.ts', 'import()', '../report/json'],
    ['src/index.ts', 'export from', './engine/lint'],
  ])('%s: %s of %s', (path, form, target) => {
    expect(borderViolations(path, FORMS[form](target, 0))).toEqual([]);
  });
});

describe('a computed import()', () => {
  test.each(['src/cli/planted.ts', 'src/config/planted.ts', 'src/report/planted.ts', 'src/engine/planted.ts'])('is not allowed in %s', (path) => {
    expect(borderViolations(path, 'export const load = (name: string) => import(`./${name}`);')).not.toEqual([]);
  });
});

describe('the browser has nothing of Node', () => {
  const uses = [
    'export const a = process.env;',
    "export const b = Buffer.from('');",
    'export const c = globalThis.process;',
    "export const d = globalThis['Buffer'];",
    'export const e = __dirname;',
    'export const f = global;',
    'setImmediate(() => undefined);',
    'module.exports = 1;',
  ];

  test.each([
    'rules/labels/planted.ts',
    ...['text', 'knowledge', 'dockerfile', 'shell', 'engine', 'report'].map((room) => `src/${room}/planted.ts`),
    ...['rule', 'index', 'testing'].map((name) => `src/${name}.ts`),
  ])('nor has %s', (path) => {
    const lines = new Set(borderViolations(path, uses.join('\n')).map(({ line }) => line));
    expect(uses.filter((_, index) => !lines.has(index + 1))).toEqual([]);
  });
});

test('a folder without borders is an error', () => {
  expect(borderViolations('src/fresh/planted.ts', 'export const a = 1;')).not.toEqual([]);
});

test('a comment does not switch the borders off', () => {
  const text = "/* eslint-disable */\nimport 'node:fs'; // eslint-disable-line";
  expect(borderViolations('src/dockerfile/planted.ts', text)).not.toEqual([]);
});

test('the sources hold the borders', () => {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !/\.(generated|d)\./.test(path)),
  );
  expect(files).toContain('src/rule.ts');
  expect(files.flatMap((path) => borderViolations(path, readFileSync(join(root, path), 'utf8')).map(({ text }) => text))).toEqual([]);
});
