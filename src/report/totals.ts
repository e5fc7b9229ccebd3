/** The figures of a run, and the sentence that says them. */
import type { Problem, Report, Severity } from '../engine/result';

export interface Totals {
  /** Files that were linted; those that could not be read are not among them. */
  readonly files: number;
  /** Files with at least one problem. */
  readonly affected: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly suppressed: number;
  /** Different rules that could not be run on some file. */
  readonly rulesNotRun: number;
}

/** From the worst; also the order in which a format that must leave something out keeps things. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export interface PlacedProblem {
  readonly path: string;
  readonly problem: Problem;
}

export function totalsOf(report: Report): Totals {
  const counts = { error: 0, warning: 0, info: 0, affected: 0, suppressed: 0 };
  const notRun = new Set<string>();
  for (const result of report.results) {
    for (const problem of result.problems) counts[problem.severity] += 1;
    for (const { rule } of result.notRun) notRun.add(rule);
    counts.suppressed += result.suppressed.length;
    if (result.problems.length > 0) counts.affected += 1;
  }
  return { files: report.results.length, ...counts, rulesNotRun: notRun.size };
}

/** `2 errors, 1 warning in 1 of 3 files (4 suppressed)`, or `No problems in 3 files`. */
export function summaryLine(totals: Totals): string {
  const found = [
    ...(totals.error > 0 ? [counted(totals.error, 'error')] : []),
    ...(totals.warning > 0 ? [counted(totals.warning, 'warning')] : []),
    ...(totals.info > 0 ? [`${totals.info} info`] : []),
  ];
  const asides = [
    ...(totals.suppressed > 0 ? [`${totals.suppressed} suppressed`] : []),
    ...(totals.rulesNotRun > 0 ? [`${counted(totals.rulesNotRun, 'rule')} not run`] : []),
  ];
  const files = counted(totals.files, 'file');
  const where = totals.affected === totals.files || found.length === 0 ? files : `${totals.affected} of ${files}`;
  const what = found.length === 0 ? 'No problems' : found.join(', ');
  return `${what} in ${where}${asides.length > 0 ? ` (${asides.join(', ')})` : ''}`;
}

/** Every problem of the report, the worst first; within a severity in the order of the report. */
export function bySeverity(report: Report): readonly PlacedProblem[] {
  const buckets: Record<Severity, PlacedProblem[]> = { error: [], warning: [], info: [] };
  for (const { path, problems } of report.results) {
    for (const problem of problems) buckets[problem.severity].push({ path, problem });
  }
  return SEVERITIES.flatMap((severity) => buckets[severity]);
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
