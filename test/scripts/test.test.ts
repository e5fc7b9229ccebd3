import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const repository = join(__dirname, '../..');

/** The real `npm test` on a few files, in a folder of its own. */
function runTests(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-tests-'));
  try {
    for (const path of ['jest.config.cjs', 'scripts/test.mjs', 'scripts/test-results.mjs', 'scripts/check-skips.mjs', 'scripts/print-counts.mjs']) {
      cpSync(join(repository, path), join(root, path));
    }
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
    const setUp = `export const ROOT = ${JSON.stringify(root)}; export const setUpOrExit = async () => undefined;`;
    for (const [path, text] of Object.entries({ ...files, 'scripts/setup.mjs': setUp, 'src/.keep': '', 'rules/.keep': '' })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const run = (words: readonly string[]) => spawnSync(process.execPath, [...words], { cwd: root, encoding: 'utf8' });
    const { status, stderr } = run(['scripts/test.mjs']);
    const skips = run(['scripts/check-skips.mjs', 'may-be-skipped']);
    const counts = run(['scripts/print-counts.mjs', '0']);
    return { status, stderr, skips: { status: skips.status, text: skips.stdout }, counts: counts.stdout };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const HALF = "export const used = (a: number): string => {\n  if (a > 0) return 'more';\n  if (a < 0) return 'less';\n  return 'none';\n};\n";
const HALF_TEST = "import { used } from '../src/half';\ntest('half', () => expect(used(1)).toBe('more'));\n";

describe('a whole run', () => {
  test('passes when every file has its tests, and files of types need none', () => {
    const files = {
      'src/whole.ts': 'export const twice = (a: number): number => a * 2;\n',
      'src/types.ts': 'export interface Shape { readonly size: number }\n',
      'test/whole.test.ts': "import { twice } from '../src/whole';\ntest('twice', () => expect(twice(2)).toBe(4));\n",
      'may-be-skipped': '# none\n',
    };
    const { status, stderr, skips, counts } = runTests(files);
    expect(stderr).not.toContain('without enough tests');
    expect({ status, skips, counts }).toEqual({ status: 0, skips: { status: 0, text: 'skipped: 0\n' }, counts: '1 passed, 0 failed, 0 skipped\n' });
  });

  test('fails for a file that no test loads, one that is half covered, and one whose test is elsewhere', () => {
    const files = {
      'src/half.ts': HALF,
      'src/deep/alone.ts': 'export const alone = (): number => 1;\n',
      'src/deep/elsewhere.ts': 'export const elsewhere = (): number => 1;\n',
      'rules/labels/bare.ts': 'export const bare = (): number => 1;\n',
      'test/half.test.ts': `${HALF_TEST}import { elsewhere } from '../src/deep/elsewhere';\ntest('elsewhere', () => expect(elsewhere()).toBe(1));\n`,
    };
    const { status, stderr } = runTests(files);
    expect(status).toBe(1);
    expect(stderr.slice(stderr.indexOf('Source files')).trim().split('\n').slice(1)).toEqual([
      expect.stringMatching(/^ {2}rules\/labels\/bare\.ts: 0 of \d+ lines are covered/),
      '  rules/labels/bare.ts: has no test/rules.test.ts',
      expect.stringMatching(/^ {2}src\/deep\/alone\.ts: 0 of \d+ lines are covered/),
      '  src/deep/alone.ts: has no test/deep/alone.test.ts',
      '  src/deep/elsewhere.ts: has no test/deep/elsewhere.test.ts',
      expect.stringMatching(/^ {2}src\/half\.ts: \d+ of \d+ lines are covered/),
    ]);
  });

  test('names skipped tests, and only those on the list may be', () => {
    const files = {
      'test/some.test.ts': "describe.skip('outer', () => { test('inner', () => undefined); });\ntest.skip('lone', () => undefined);\ntest('real', () => undefined);\n",
      'may-be-skipped': '# why\nouter inner\nno such test\n',
    };
    const { status, stderr, skips, counts } = runTests(files);
    // Nothing at all was covered.
    expect(status).toBe(1);
    expect(stderr).toContain('no line of any file was measured');
    expect(stderr).toContain('Skipped tests:\n  lone\n  outer inner\n');
    expect(skips.status).toBe(1);
    expect(skips.text).toContain('skipped, but not in may-be-skipped: 1\n  lone\n');
    expect(skips.text).toContain('in may-be-skipped, but no test: 1\n  no such test\n');
    expect(counts).toBe('1 passed, 0 failed, 2 skipped\n');
  });

  test('fails when a test fails', () => {
    const { status, counts } = runTests({ 'src/half.ts': HALF, 'test/half.test.ts': HALF_TEST.replace("'more'", "'less'") });
    expect({ status, counts }).toEqual({ status: 1, counts: '0 passed, 1 failed, 0 skipped\n' });
  });
});
