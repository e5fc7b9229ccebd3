import fc from 'fast-check';

import type { Severity } from '../../src/engine/result';
import { githubReport } from '../../src/report/github';
import { type ProblemSpec, type ReportSpec, reportOf } from '../support/report';

const OPTIONS = { token: 'token-0123456789abcdef' };
const NO_URL = { rules: [{ id: 'no-latest-tag', url: '' }] };

function lines(spec: ReportSpec): string[] {
  return githubReport(reportOf(spec), OPTIONS).split('\n');
}

function many(count: number, severity: Severity): ProblemSpec[] {
  return Array.from({ length: count }, (_, index) => ({ severity, message: `${severity} ${index + 1}` }));
}

function annotations(spec: ReportSpec): string[] {
  return lines(spec).filter((line) => /^::(error|warning|notice)\b/.test(line));
}

describe('annotations', () => {
  test('name file, place, rule, sentence and page', () => {
    expect(annotations({ files: [{ path: 'a:b,c/Dockerfile', text: 'FROM node:latest', problems: [{ at: 'node:latest', message: '100% moving' }] }] })).toEqual([
      '::warning file=a%3Ab%2Cc/Dockerfile,line=1,endLine=1,col=6,endColumn=16,title=no-latest-tag::100%25 moving%0Ahttps://plimsoll.example/rules/no-latest-tag',
    ]);
  });

  test('have no columns over several lines, since the runner drops them', () => {
    expect(annotations({ files: [{ text: 'RUN a \\\n b', problems: [{ at: 'a \\\n b' }] }], ...NO_URL })).toEqual([
      '::warning file=Dockerfile,line=1,endLine=2,title=no-latest-tag::something is wrong',
    ]);
  });

  test('of a place without text stand on one column', () => {
    expect(annotations({ files: [{ text: 'FROM a', problems: [{ at: { start: 5, end: 5 } }] }], ...NO_URL })).toEqual([
      '::warning file=Dockerfile,line=1,endLine=1,col=6,endColumn=6,title=no-latest-tag::something is wrong',
    ]);
  });

  test('come with the gravest first; what could not be read is an error', () => {
    expect(
      annotations({
        files: [{ problems: [{ severity: 'info' }, { severity: 'warning' }, { severity: 'error' }] }],
        errors: [{ path: 'gone', message: 'missing' }],
      }).map((line) => line.slice(0, line.indexOf(' '))),
    ).toEqual(['::error', '::error', '::warning', '::notice']);
  });

  test('are at most ten per level, and the rest is counted', () => {
    const all = annotations({ files: [{ problems: [...many(12, 'error'), ...many(11, 'warning'), ...many(10, 'info')] }] });
    expect(all.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(all.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(all.filter((line) => line.startsWith('::notice'))).toHaveLength(10);
    expect(all.at(-1)).toBe('::notice::4 more problems: the log of this step lists all');
  });

  test('exactly ten of each need no count', () => {
    const all = annotations({ files: [{ problems: [...many(10, 'error'), ...many(10, 'warning'), ...many(10, 'info')] }] });
    expect(all).toHaveLength(30);
    expect(all.some((line) => line.includes('more problem'))).toBe(false);
  });

  test('one too many of one level', () => {
    expect(annotations({ files: [{ problems: many(11, 'warning') }] }).at(-1)).toBe('::notice::1 more problem: the log of this step lists all');
  });
});

describe('the log', () => {
  test('lists everything in a group in which no command counts', () => {
    const output = lines({ files: [{ text: 'RUN echo ::set-output name=a::b', problems: [{ at: '::set-output' }] }], ...NO_URL });
    expect(output.slice(1)).toEqual([
      '::group::plimsoll: 1 warning in 1 file',
      '::stop-commands::token-0123456789abcdef',
      'Dockerfile:1:10: warning: something is wrong [no-latest-tag]',
      '  1 | RUN echo ::set-output name=a::b',
      '    |          ^~~~~~~~~~~~',
      '',
      '1 warning in 1 file',
      'Learn why: plimsoll explain no-latest-tag',
      '::token-0123456789abcdef::',
      '::endgroup::',
      '',
    ]);
  });

  test('says in one line that nothing was found', () => {
    expect(githubReport(reportOf({ files: [{ path: 'a' }] }), OPTIONS)).toBe('No problems in 1 file\n');
  });

  test('is empty when nothing was linted', () => {
    expect(githubReport(reportOf({}), OPTIONS)).toBe('');
  });

  test('of a hostile file holds no command but ours', () => {
    const text = fc.string({ unit: fc.constantFrom('\n', '\r\n', '::set-output name=a::b', '::', '%0A', '##[error]', '\u001b[0m', 'a', '\u2028', '::endgroup::') });
    fc.assert(
      fc.property(text, text, text, (path, message, content) => {
        const output = githubReport(
          reportOf({ files: [{ path, text: content, problems: [{ message, at: { start: 0, end: content.length } }] }], errors: [{ path, message }] }),
          OPTIONS,
        );
        // The runner also ends lines at CR.
        const outside = output.replace(/^::stop-commands::(.*)\n[^]*\n::\1::$/m, '').split(/[\r\n]/);
        expect(outside.map((line) => /^(::[\w-]+)[ :]|^$/.exec(line)?.[1] ?? line)).toEqual(['::error', '::warning', '::group', '', '::endgroup', '']);
      }),
    );
  });
});
