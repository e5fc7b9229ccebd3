import { bySeverity, counted, summaryLine, type Totals, totalsOf } from '../../src/report/totals';
import { reportOf } from '../support/report';

const NOTHING: Totals = { files: 1, affected: 0, error: 0, warning: 0, info: 0, suppressed: 0, rulesNotRun: 0 };

test('totals count files, problems by severity, suppressed ones and rules that did not run', () => {
  const report = reportOf({
    files: [
      { path: 'a', problems: [{ severity: 'error' }, { severity: 'warning' }, { severity: 'warning', by: 'comment' }], notRun: [{ rule: 'x', reason: 'r' }] },
      { path: 'b', problems: [{ severity: 'info' }], notRun: [{ rule: 'x', reason: 'r' }] },
      { path: 'c', problems: [{ severity: 'error', by: 'baseline' }] },
    ],
    errors: [{ path: 'd', message: 'missing' }],
  });
  expect(totalsOf(report)).toEqual({ files: 3, affected: 2, error: 1, warning: 1, info: 1, suppressed: 2, rulesNotRun: 1 });
});

describe('the sentence', () => {
  test.each([
    [{}, 'No problems in 1 file'],
    [{ files: 3 }, 'No problems in 3 files'],
    [{ affected: 1, error: 1 }, '1 error in 1 file'],
    [{ affected: 1, files: 2, error: 2, warning: 1 }, '2 errors, 1 warning in 1 of 2 files'],
    [{ affected: 2, files: 2, warning: 2, info: 3 }, '2 warnings, 3 info in 2 files'],
    [{ suppressed: 1 }, 'No problems in 1 file (1 suppressed)'],
    [{ affected: 1, info: 1, suppressed: 2, rulesNotRun: 1 }, '1 info in 1 file (2 suppressed, 1 rule not run)'],
    [{ rulesNotRun: 2 }, 'No problems in 1 file (2 rules not run)'],
  ])('%j', (totals, sentence) => {
    expect(summaryLine({ ...NOTHING, ...totals })).toBe(sentence);
  });
});

test('problems by severity: the worst first, otherwise in the order of the report', () => {
  const report = reportOf({
    files: [
      { path: 'a', problems: [{ severity: 'info', message: '1' }, { severity: 'error', message: '2' }] },
      { path: 'b', problems: [{ severity: 'warning', message: '3' }, { severity: 'error', message: '4' }] },
    ],
  });
  expect(bySeverity(report).map(({ path, problem }) => path + problem.message)).toEqual(['a2', 'b4', 'b3', 'a1']);
});

test('a count has its noun in the right number', () => {
  expect([counted(0, 'file'), counted(1, 'file'), counted(2, 'file')]).toEqual(['0 files', '1 file', '2 files']);
});
