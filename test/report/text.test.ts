import fc from 'fast-check';

import { textReport } from '../../src/report/text';
import { type ReportSpec, reportOf, reportOn } from '../support/report';

const PLAIN = { color: false };

function lines(spec: ReportSpec): string[] {
  return textReport(reportOf(spec), PLAIN).split('\n');
}

describe('the text report', () => {
  test('shows place, severity, sentence, rule and the source line with a mark; then the sum and where to learn more', () => {
    expect(
      lines({
        files: [
          {
            path: 'app/Dockerfile',
            text: 'FROM node:latest\nRUN\tcd /tmp\n',
            problems: [
              { at: 'node:latest', message: 'node:latest names a moving tag; name a version' },
              { at: 'cd', rule: 'prefer-workdir', severity: 'info', message: 'cd changes the directory of this RUN only; use WORKDIR' },
            ],
          },
          { path: 'clean/Dockerfile' },
        ],
      }),
    ).toEqual([
      'app/Dockerfile:1:6: warning: node:latest names a moving tag; name a version [no-latest-tag]',
      '  1 | FROM node:latest',
      '    |      ^~~~~~~~~~~',
      'app/Dockerfile:2:5: info: cd changes the directory of this RUN only; use WORKDIR [prefer-workdir]',
      '  2 | RUN cd /tmp',
      '    |     ^~',
      '',
      '1 warning, 1 info in 1 of 2 files',
      'Learn why: plimsoll explain no-latest-tag',
      '',
    ]);
  });

  test('names the worst rule as the one to read about', () => {
    const text = 'FROM a\nFROM b\n';
    const problems = [{ at: 'a', rule: 'an-info', severity: 'info' as const }, { at: 'b', rule: 'an-error', severity: 'error' as const }];
    expect(lines({ files: [{ text, problems }] })).toContain('Learn why: plimsoll explain an-error');
  });

  test('says in one line that nothing was found', () => {
    expect(textReport(reportOf({ files: [{ path: 'a' }, { path: 'b' }] }), PLAIN)).toBe('No problems in 2 files\n');
  });

  test('says what was suppressed, and that rules did not run', () => {
    const report = reportOf({ files: [{ problems: [{ by: 'comment' }], notRun: [{ rule: 'x', reason: 'y' }] }] });
    expect(textReport(report, PLAIN)).toBe('No problems in 1 file (1 suppressed, 1 rule not run)\n');
  });

  test('is empty when no file could be linted: the errors are not its business', () => {
    expect(textReport(reportOf({ errors: [{ path: 'a', message: 'missing' }] }), PLAIN)).toBe('');
  });

  test('aligns the line numbers of a file', () => {
    const text = `FROM a\n${'\n'.repeat(1200)}RUN b\n`;
    expect(lines({ files: [{ text, problems: [{ at: 'a' }, { at: 'b' }] }] })).toEqual(
      expect.arrayContaining(['     1 | FROM a', '       |      ^', '  1202 | RUN b', '       |     ^']),
    );
  });

  test('marks the first line of a problem on several lines', () => {
    expect(lines({ files: [{ text: 'RUN a \\\n  b\n', problems: [{ at: 'a \\\n  b' }] }] }).slice(1, 3)).toEqual([
      '  1 | RUN a \\', //
      '    |     ^~~',
    ]);
  });

  test('shows no excerpt of an empty line, nor without the source', () => {
    expect(lines({ files: [{ text: '\n', problems: [{ message: 'm' }] }] })[1]).toBe('');
    expect(lines({ files: [{ text: 'FROM a', keepSource: false, problems: [{ message: 'm' }] }] })[1]).toBe('');
  });

  test('counts columns after a byte-order mark as an editor does', () => {
    expect(lines({ files: [{ text: '\ufeffFROM a\r\n', problems: [{ at: 'a' }] }] }).slice(0, 3)).toEqual([
      'Dockerfile:1:6: warning: something is wrong [no-latest-tag]',
      '  1 | FROM a',
      '    |      ^',
    ]);
  });

  test('keeps a message that quotes half the file short', () => {
    expect(lines({ files: [{ problems: [{ message: 'x'.repeat(5000) }] }] })[0]).toHaveLength(
      'Dockerfile:1:1: warning:  [no-latest-tag]'.length + 1000,
    );
  });
});

describe('colour', () => {
  const report = reportOn('FROM node:latest', { at: 'latest', severity: 'error' });

  test('changes nothing but colours', () => {
    const colored = textReport(report, { color: true });
    expect(colored).toContain('\u001b[1;31merror:\u001b[0m');
    expect(colored.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(textReport(report, PLAIN));
  });

  test('is absent when it is not asked for', () => {
    expect(textReport(report, PLAIN)).not.toContain('\u001b');
  });

  test('links make the rule id a link to its page', () => {
    expect(textReport(report, { color: false, links: true })).toContain(
      '[\u001b]8;;https://plimsoll.example/rules/no-latest-tag\u001b\\no-latest-tag\u001b]8;;\u001b\\]',
    );
  });
});

test('nothing of a hostile file acts on the terminal', () => {
  const text = fc.string({ unit: fc.constantFrom('\u001b', '[2J', '\n', '\r', '\u009b', '\u202e', 'a', '\t', '\u0000', ']8;;x', '日', '\ud800') });
  fc.assert(
    fc.property(text, text, text, (path, message, content) => {
      const report = reportOf({ files: [{ path, text: content, problems: [{ message, at: { start: 0, end: content.length } }] }] });
      const output = textReport(report, PLAIN);
      expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202e]/u);
      expect(output.split('\n').length).toBeLessThanOrEqual(7);
    }),
  );
});
