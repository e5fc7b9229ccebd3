import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, repository } from './run-script';

const check = (root: string) => spawnSync(process.execPath, [join(root, 'scripts/generate.mjs'), '--check'], { cwd: root, encoding: 'utf8' });

test('the committed generated files are those of the present rules', () => {
  const { status, stderr } = check(repository);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

describe('in a copy of the project', () => {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-generate-'));
  beforeAll(() => {
    for (const path of ['scripts', 'src', 'rules', 'docs', 'package.json', 'tsconfig.json']) cpSync(join(repository, path), join(root, path), { recursive: true });
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('the check names every stale file, and generating mends them', () => {
    appendFileSync(join(root, 'docs/rules/no-latest-tag.md'), 'edited by hand\n');
    writeFileSync(join(root, 'docs/rules/no-such-rule.md'), '');
    rmSync(join(root, 'docs/plimsoll.schema.json'));
    const stale = check(root);
    expect(stale.status).toBe(1);
    expect(stale.stderr.split('\n').filter((line) => line.startsWith('stale: '))).toEqual([
      'stale: docs/plimsoll.schema.json',
      'stale: docs/rules/no-latest-tag.md',
      'stale: docs/rules/no-such-rule.md',
    ]);
    execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], { stdio: 'ignore' });
    expect(existsSync(join(root, 'docs/rules/no-such-rule.md'))).toBe(false);
    expect(check(root).status).toBe(0);
  });

  test('a new rule makes the table, the schema and its page stale', () => {
    writeFileSync(
      join(root, 'rules/labels/planted.ts'),
      `import { defineRule } from '../../src/rule';
      export default defineRule({ summary: 'Plant', why: 'w', severity: 'off', presets: {}, aliases: [], controls: [], examples: [] });`,
    );
    // The registry is a generated file that git does not hold: the set-up writes it.
    evaluate('generate.mjs', 'await script.generateIgnored(input) && null', root);
    expect(check(root).stderr.split('\n').filter((line) => line.startsWith('stale: '))).toEqual([
      'stale: docs/plimsoll.schema.json',
      'stale: rules/README.md',
      'stale: docs/rules/planted.md',
    ]);
  });
});

describe('the page of a rule', () => {
  const rule = {
    summary: 'Write | well',
    why: 'Because.\n',
    severity: 'off',
    presets: { strict: {} },
    aliases: ['hadolint:DL1'],
    controls: ['nist-800-190:4.1'],
    options: { depth: { type: 'string', enum: ['a', 'b'], default: 'a', description: 'How | deep.' } },
    messages: { first: { aliases: ['trivy:T1'], description: 'The first.' } },
    examples: [
      { good: 'FROM a' },
      { options: { depth: 'b' }, bad: 'FROM a\nRUN «x y»\0', fixed: 'FROM a\nRUN ```' },
    ],
  };
  const input = [
    { id: 'some-rule', category: 'labels', rule },
    [
      ['recommended', []],
      ['strict', [['some-rule', { severity: 'warning', options: { depth: 'b' } }]]],
      ['hadolint', []],
    ],
  ];
  const page = (): unknown =>
    evaluate('generate/rule-pages.mjs', 'script.rulePage(input[0], new Map(input[1].map(([name, rules]) => [name, new Map(rules)])), (rule, id, example) => example.bad === undefined ? [] : [{ rule: id, severity: "warning", message: String.fromCharCode(109, 0), span: { line: 1, column: 4 } }])', input);

  test('shows all that the rule says', () => {
    expect(page()).toBe(`<!-- Generated from rules/labels/some-rule.ts by \`npm run generate\`. -->

# some-rule

Write | well.

## Why

Because.

## Levels

| preset | level | options |
|---|---|---|
| \`recommended\` | off |  |
| \`strict\` | warning | \`{"depth":"b"}\` |

## Options

| option | values | default |  |
|---|---|---|---|
| \`depth\` | \`a\`, \`b\` | \`"a"\` | How \\| deep. |

## Messages

| message |  | elsewhere |
|---|---|---|
| \`first\` | The first. | trivy T1 |

## Examples

This is clean:

\`\`\`dockerfile
FROM a
\`\`\`

With

\`\`\`yaml
rules:
  some-rule: [warning, {"depth":"b"}]
\`\`\`

this is reported:

\`\`\`dockerfile
FROM a
RUN x y\\u{0}
\`\`\`

\`\`\`
Dockerfile:2:5: warning: m\\u{0} [some-rule]
\`\`\`

and becomes, with its fix:

\`\`\`\`dockerfile
FROM a
RUN \`\`\`
\`\`\`\`

## Elsewhere

- hadolint DL1
- trivy T1

## Controls

- nist-800-190 4.1
`);
  });
});
