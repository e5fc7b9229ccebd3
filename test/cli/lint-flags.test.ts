import { FORMATS, LINT_FLAGS } from '../../src/cli/lint-flags';
import { FORMAT_NAMES } from '../../src/report/format';

describe('the flags of lint', () => {
  it('are those that were asked for', () => {
    expect(Object.keys(LINT_FLAGS).sort()).toEqual([
      'as-of', 'build-arg', 'build-context', 'color', 'config', 'context', 'fail-level', 'format', 'ignore-pattern', 'max-warnings', 'no-config-lookup',
      'no-error-on-unmatched-pattern', 'no-ignore', 'no-inline-config', 'output-file', 'platform', 'preset', 'print-config', 'quiet', 'rule',
      'shellcheck', 'stdin-filename', 'target',
    ]);
  });

  it('know every report format', () => {
    expect(FORMATS).toEqual(FORMAT_NAMES);
  });

  it('have letters of their own', () => {
    const letters = Object.values(LINT_FLAGS).flatMap(({ char }) => char ?? []);
    expect(letters.sort()).toEqual(['c', 'f', 'o']);
  });

  it('say in one sentence what they do', () => {
    for (const { summary } of Object.values(LINT_FLAGS)) expect(summary).toMatch(/^[A-Z][^.]*(?:\.gitignore[^.]*)?\.$/);
  });
});
