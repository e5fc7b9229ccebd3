import type { Report } from '../engine/result';

/** The report without warnings and infos (`--quiet`), for every format alike: counts and rules follow. */
export function errorsOnly(report: Report): Report {
  const results = report.results.map((result) => ({
    ...result,
    problems: result.problems.filter(({ severity }) => severity === 'error'),
    suppressed: result.suppressed.filter(({ severity }) => severity === 'error'),
  }));
  const named = new Set(results.flatMap(({ problems, suppressed }) => [...problems, ...suppressed].map(({ rule }) => rule)));
  return { ...report, results, rules: new Map([...report.rules].filter(([id]) => named.has(id))) };
}
