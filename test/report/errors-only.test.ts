import { errorsOnly } from '../../src/report/errors-only';
import { totalsOf } from '../../src/report/totals';
import { reportOf } from '../support/report';

test('warnings and infos go, with their rules and counts; files and what could not be read stay', () => {
  const report = errorsOnly(
    reportOf({
      files: [
        { path: 'a', problems: [{ rule: 'bad', severity: 'error' }, { rule: 'poor', severity: 'warning' }, { rule: 'meh', severity: 'info' }] },
        { path: 'b', problems: [{ rule: 'hidden', severity: 'error', by: 'comment' }, { rule: 'poor', severity: 'warning', by: 'comment' }] },
      ],
      errors: [{ path: 'c', message: 'missing' }],
    }),
  );
  expect(report.results.map(({ path, problems }) => [path, problems.map(({ rule }) => rule)])).toEqual([
    ['a', ['bad']],
    ['b', []],
  ]);
  expect([...report.rules.keys()]).toEqual(['bad', 'hidden']);
  expect(report.errors).toHaveLength(1);
  expect(totalsOf(report)).toMatchObject({ files: 2, error: 1, warning: 0, info: 0, suppressed: 1 });
});
