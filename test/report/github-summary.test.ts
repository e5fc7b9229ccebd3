import { githubSummary } from '../../src/report/github-summary';
import { type ReportSpec, reportOf } from '../support/report';

function page(spec: ReportSpec, bytes?: number): string {
  return githubSummary(reportOf(spec), bytes);
}

describe('the page of a step', () => {
  test('has the sum, what could not be read and a table with the gravest first', () => {
    expect(
      page({
        files: [{ text: 'FROM a', problems: [{ severity: 'info', message: 'b | c' }, { severity: 'error', rule: 'x', at: 'a' }] }, { path: 'clean' }],
        errors: [{ path: 'gone', message: 'no such file' }, { path: 'locked', message: '*denied*' }],
        rules: [{ id: 'x', url: '' }],
      }),
    ).toBe(
      [
        '## Plimsoll',
        '',
        '1 error, 1 info in 1 of 2 files',
        '',
        '- **error** <code>gone</code>: no such file',
        '- **error** <code>locked</code>: &#42;denied&#42;',
        '',
        '| | Place | Problem | Rule |',
        '|---|---|---|---|',
        '| error | <code>Dockerfile:<!-- -->1:<!-- -->6</code> | something is wrong | x |',
        '| info | <code>Dockerfile:<!-- -->1:<!-- -->1</code> | b &#124; c | [no-latest-tag](https://plimsoll.example/rules/no-latest-tag) |',
        '',
      ].join('\n'),
    );
  });

  test('of a clean run is one sentence', () => {
    expect(page({ files: [{ path: 'a' }] })).toBe('## Plimsoll\n\nNo problems in 1 file\n');
  });

  test('of a run that linted nothing says only what could not be read', () => {
    expect(page({ errors: [{ path: 'a', message: 'b' }] })).toBe('## Plimsoll\n\n- **error** <code>a</code>: b\n');
  });

  test('stops between two problems at its limit and counts the rest', () => {
    const problems = Array.from({ length: 100 }, (_, index) => ({ message: `${'é'.repeat(20)} ${index + 1}` }));
    const whole = page({ files: [{ problems }] });
    const cut = page({ files: [{ problems }] }, 4096);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(4096);
    const rows = cut.split('\n').filter((line) => line.startsWith('| warning'));
    expect(whole.startsWith(`${rows.join('\n')}\n`, whole.indexOf('| warning'))).toBe(true);
    expect(cut.endsWith(`\n\n${100 - rows.length} more problems: this page has no room for more.\n`)).toBe(true);
    expect(rows.length).toBeGreaterThan(10);
  });

  test('keeps within 1 MiB by itself', () => {
    const problems = Array.from({ length: 3000 }, () => ({ message: '|'.repeat(2000) }));
    const text = page({ files: [{ problems }] });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576);
    expect(text).toMatch(/\d+ more problems: this page has no room for more\.\n$/);
  });

  test('is not filled by one enormous message', () => {
    const text = page({ files: [{ problems: [{ message: 'x'.repeat(3_000_000), severity: 'error' }, { message: 'small' }] }] });
    expect(text).toContain('| small |');
  });
});
