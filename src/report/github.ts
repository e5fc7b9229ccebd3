/**
 * The log of a GitHub workflow step: annotations for the gravest problems, then every problem as folded plain text.
 *
 * The runner shows at most ten annotations per level and step and drops the rest without a word, so what is left out
 * is counted in a notice. The plain text stands between `::stop-commands::` and its token, so that a line of a linted
 * file is never taken for a command.
 */
import type { Problem, Report, Severity } from '../engine/result';
import { textReport } from './text';
import { bySeverity, counted, summaryLine, totalsOf } from './totals';
import { visible } from './visible';
import { type CommandProperties, workflowCommand } from './workflow-command';

export interface GithubOptions {
  /** Ends the plain text. Random for each run and unknown to the authors of the linted files: at least 16 characters of `[A-Za-z0-9-]`. */
  readonly token: string;
}

/** Annotations per level that the runner keeps of one step. */
const MOST_PER_LEVEL = 10;

type CommandName = 'error' | 'warning' | 'notice';

const COMMAND: Readonly<Record<Severity, CommandName>> = { error: 'error', warning: 'warning', info: 'notice' };

interface Annotation {
  readonly name: CommandName;
  readonly line: string;
}

export function githubReport(report: Report, { token }: GithubOptions): string {
  const summary = summaryLine(totalsOf(report));
  const lines = annotations(report);
  if (report.results.some(({ problems }) => problems.length > 0)) {
    lines.push(
      workflowCommand('group', {}, `plimsoll: ${summary}`),
      `::stop-commands::${token}`,
      textReport(report, { color: false }).trimEnd(),
      `::${token}::`,
      '::endgroup::',
    );
  } else if (report.results.length > 0) {
    lines.push(summary);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function annotations(report: Report): string[] {
  const all: Annotation[] = [
    ...report.errors.map(({ path, message }): Annotation => ({
      name: 'error',
      line: workflowCommand('error', { file: path, title: 'plimsoll' }, visible(message)),
    })),
    ...bySeverity(report).map(({ path, problem }): Annotation => {
      const name = COMMAND[problem.severity];
      return { name, line: workflowCommand(name, place(path, problem), message(report, problem)) };
    }),
  ];
  const kept = atMost(all, { error: MOST_PER_LEVEL, warning: MOST_PER_LEVEL, notice: MOST_PER_LEVEL });
  if (kept.length === all.length) return kept.map(({ line }) => line);
  // The notice that counts the rest is one of the ten notices.
  const shown = atMost(all, { error: MOST_PER_LEVEL, warning: MOST_PER_LEVEL, notice: MOST_PER_LEVEL - 1 });
  const rest = counted(all.length - shown.length, 'more problem');
  return [...shown.map(({ line }) => line), workflowCommand('notice', {}, `${rest}: the log of this step lists all`)];
}

function atMost(all: readonly Annotation[], limits: Readonly<Record<CommandName, number>>): readonly Annotation[] {
  const counts = { error: 0, warning: 0, notice: 0 };
  return all.filter(({ name }) => (counts[name] += 1) <= limits[name]);
}

/** The runner drops the columns of a place on several lines, so they are not given. */
function place(path: string, { rule, span }: Problem): CommandProperties {
  const where = { file: path, line: span.line + 1, endLine: span.endLine + 1 };
  if (span.endLine !== span.line) return { ...where, title: rule };
  // The end is inclusive here.
  return { ...where, col: span.column + 1, endColumn: Math.max(span.column + 1, span.endColumn), title: rule };
}

function message(report: Report, problem: Problem): string {
  const url = report.rules.get(problem.rule)?.url ?? '';
  return url === '' ? visible(problem.message) : `${visible(problem.message)}\n${url}`;
}
