import { appendFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '../config/read-regular-file';
import type { Report } from '../engine/result';
import { errorsOnly } from '../report/errors-only';
import { loadFormat, type FormatOptions } from '../report/format';
import { counted, totalsOf } from '../report/totals';
import { wantsColor } from './color';
import { repositoryRoot } from './git-ignore';
import type { LintOptions } from './lint-options';
import type { Surroundings } from './surroundings';

/** GitHub's limit for the summary of a step. */
const MOST_SUMMARY_BYTES = 1_048_576;

/**
 * Writes the report where it belongs.
 *
 * @param fails whether the problems fail the run, so that a silent report can say why
 * @returns what went wrong; null when all is written
 */
export async function writeReport(
  whole: Report,
  { format, quiet, outputFile, color }: Pick<LintOptions, 'format' | 'quiet' | 'outputFile' | 'color'>,
  fails: boolean,
  surroundings: Surroundings,
): Promise<string | null> {
  const { cwd, environment, isTerminal, writeOut, writeError } = surroundings;
  const report = quiet ? errorsOnly(whole) : whole;
  const write = await loadFormat(format);
  const toFile = outputFile !== null && outputFile !== '-';
  const text = write(format === 'sarif' ? absolutePaths(report, cwd) : report, {
    color: toFile ? color === true : wantsColor(color, environment, isTerminal),
    links: false,
    root: format === 'sarif' ? (repositoryRoot(cwd) ?? cwd) : null,
    token: format === 'github' ? (await import('node:crypto')).randomUUID() : '',
  } satisfies FormatOptions);

  if (quiet && fails && totalsOf(report).error === 0) {
    const { warning, info } = totalsOf(whole);
    writeError(`plimsoll: not shown because of --quiet: ${counted(warning, 'warning')}, ${info} info\n`);
  }
  const summary = environment['GITHUB_STEP_SUMMARY'] ?? '';
  const mistake = format === 'github' && summary !== '' ? await writeSummary(report, summary) : null;
  const failure = toFile ? attempt(outputFile, () => writeFileSync(resolve(cwd, outputFile), text)) : attempt('stdout', () => writeOut(text));
  return failure ?? mistake;
}

/** Code scanning wants paths from the root of the repository, wherever the program was started. */
function absolutePaths(report: Report, cwd: string): Report {
  const absolute = (path: string): string => (path === '-' ? path : resolve(cwd, path));
  return {
    ...report,
    results: report.results.map((result) => ({ ...result, path: absolute(result.path) })),
    errors: report.errors.map((error) => ({ ...error, path: absolute(error.path) })),
  };
}

async function writeSummary(report: Report, path: string): Promise<string | null> {
  const { githubSummary } = await import('../report/github-summary');
  return attempt(path, () => {
    const written = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const room = MOST_SUMMARY_BYTES - written;
    // Less than this is no page; other programs of the step have filled it.
    if (room >= 1000) appendFileSync(path, githubSummary(report, room));
  });
}

/** Writes something; gives why that failed, or null. */
export function attempt(path: string, write: () => void): string | null {
  try {
    write();
    return null;
  } catch (error) {
    return `${path}: cannot be written (${errorCode(error)})`;
  }
}
