/** Adding a rule is one hand-written file: all else follows from it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const repository = join(__dirname, '../..');

const RULE = `import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Plant no turnips',
  why: 'They do not grow in images.',
  severity: 'warning',
  presets: { gc: { severity: 'error' } },
  aliases: ['hadolint:DL9999'],
  controls: ['gc:turnips'],
  options: { most: { type: 'integer', default: 0, description: 'So many are borne with.' } },
  dockerfile: ({ options, report }) => ({
    LABEL(node) {
      for (const { key } of node.pairs.slice(options.most)) {
        if (key.value === 'turnip') report({ at: key.range, message: 'The label turnip does not grow; remove it' });
      }
    },
  }),
  examples: [
    { good: 'FROM scratch\\nLABEL carrot=1' },
    { bad: 'FROM scratch\\nLABEL «turnip»=1' },
    { options: { most: 1 }, good: 'FROM scratch\\nLABEL turnip=1' },
  ],
});
`;

describe('a rule that is added as one file', () => {
  let root = '';

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'plimsoll-add-rule-'));
    for (const path of ['scripts', 'src', 'rules', 'docs', 'bin', 'examples', 'package.json', 'tsconfig.json']) cpSync(join(repository, path), join(root, path), { recursive: true });
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
    writeFileSync(join(root, 'rules/labels/no-turnips.ts'), RULE);
    execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], { cwd: root, stdio: 'ignore' });
    mkdirSync(join(root, 'dist'));
    const build = `import { build } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/build.mjs')).href)}; await build(${JSON.stringify(root)}, ${JSON.stringify(join(root, 'dist'))});`;
    execFileSync(process.execPath, ['--input-type=module', '-e', build], { cwd: root, stdio: 'ignore' });
    mkdirSync(join(root, 'project'));
    writeFileSync(join(root, 'project/Dockerfile'), 'FROM scratch\nLABEL turnip=1\n');
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const run = (...words: readonly string[]): string =>
    spawnSync(process.execPath, [join(root, 'bin/plimsoll.js'), ...words], { cwd: join(root, 'project'), encoding: 'utf8' }).stdout;

  test('has its page, with its levels and its output', () => {
    const page = read('docs/rules/no-turnips.md');
    expect(page).toContain('# no-turnips');
    expect(page).toContain('| `gc` | error |');
    expect(page).toContain('Dockerfile:2:7: warning: The label turnip does not grow; remove it [no-turnips]');
  });

  test('stands in the table and in the schema of the config', () => {
    expect(read('rules/README.md')).toContain('[no-turnips](../docs/rules/no-turnips.md)');
    expect(read('docs/plimsoll.schema.json')).toContain('no-turnips');
    expect(read('docs/plimsoll.schema.json')).toContain('So many are borne with.');
  });

  test('is linted with, in its presets', () => {
    expect(run('lint', 'Dockerfile')).toContain('Dockerfile:2:7: warning: The label turnip does not grow; remove it [no-turnips]');
    expect(run('lint', '--preset', 'gc', 'Dockerfile')).toContain('Dockerfile:2:7: error: The label turnip');
    expect(run('lint', '--preset', 'cis', 'Dockerfile')).not.toContain('no-turnips');
  });

  test('is known by the ids of other tools, to comments as well', () => {
    expect(run('rules', '--aliases')).toMatch(/^hadolint:DL9999 +no-turnips$/m);
    expect(run('explain', 'DL9999')).toContain('Plant no turnips');
    writeFileSync(join(root, 'project/Quiet.Dockerfile'), 'FROM scratch\n# hadolint ignore=DL9999\nLABEL turnip=1\n');
    expect(run('lint', 'Quiet.Dockerfile')).not.toContain('no-turnips');
  });

  test('is described in SARIF and JSON', () => {
    const sarif: unknown = JSON.parse(run('lint', '--format', 'sarif', 'Dockerfile'));
    expect(sarif).toMatchObject({ runs: [{ tool: { driver: { rules: expect.arrayContaining([expect.objectContaining({ id: 'no-turnips' })]) } } }] });
    expect(JSON.parse(run('lint', '--format', 'json', 'Dockerfile'))).toMatchObject({ rules: { 'no-turnips': { controls: ['gc:turnips'] } } });
  });
});
