/** The work of `lint`, with nothing written yet: the command and the GitHub action share it. */
import type { ConfigProblem } from '../config/load';
import { INTERNAL_ERROR } from '../engine/lint';
import type { FileResult, Report, RunError } from '../engine/result';
import type { RegisteredRule } from '../engine/rule-definition';
import { createBuildContext } from './build-context';
import type { RunConfigs } from './configs';
import { problemsFail, type ExitCode } from './exit-code';
import type { LintOptions } from './lint-options';
import { lintTargets } from './lint-targets';
import { ruleSummaries } from './rule-summaries';
import type { Surroundings } from './surroundings';
import { findTargets } from './targets';
import { TOOL } from './tool';

/** Sentences have no full stop, and hold text of the linted files as it is. */
export interface LintRun {
  readonly report: Report;
  /** What could not be done. The report has it too, as its errors. */
  readonly failures: readonly string[];
  /** What the user may not expect and the report does not say. */
  readonly remarks: readonly string[];
  /** Errors of the program itself, which the report mentions only in passing. */
  readonly bugs: readonly string[];
  /** Whether the problems fail the run. */
  readonly fails: boolean;
}

export async function lintRun(
  options: LintOptions,
  configs: RunConfigs,
  { cwd, stdin }: Pick<Surroundings, 'cwd' | 'stdin'>,
  rules: readonly RegisteredRule[],
): Promise<LintRun> {
  const found = await findTargets(options, configs, cwd);
  const context = createBuildContext(options.contextFolder, cwd);
  const linted = await lintTargets(found.targets, { configs, context, asOf: options.asOf, shellcheck: options.shellcheck }, stdin, cwd, rules);
  const errors = [...found.errors, ...linted.errors, ...context.errors()].sort(byPath);
  // Asked now: what is wrong with a config that no linted file is under is no failure.
  const problems = configs.problems();
  const report: Report = {
    tool: TOOL,
    results: [...linted.results].sort(byPath),
    errors: [...problems.map(runErrorOf), ...errors],
    rules: ruleSummaries(linted.results, await configs.forFolder(cwd), rules),
  };
  return {
    report,
    failures: [...problems.map(configProblemText), ...errors.map(({ path, message }) => `${path}: ${message}`)],
    remarks: found.leftOut.map((path) => `${path}: left out by the key ignore of the config, or by --ignore-pattern`),
    bugs: internalErrors(linted.results),
    fails: problemsFail(linted.judged, options.maxWarnings),
  };
}

/** @param isWritten whether the report came where it belongs */
export function exitCodeOf({ failures, bugs, fails }: LintRun, isWritten: boolean): ExitCode {
  if (failures.length > 0 || bugs.length > 0 || !isWritten) return 2;
  return fails ? 1 : 0;
}

export function configProblemText({ path, place, message }: ConfigProblem): string {
  return `${path}:${place === null ? '' : `${place.line}:${place.column}:`} ${message}`;
}

function runErrorOf({ path, place, message }: ConfigProblem): RunError {
  return { path, message: place === null ? message : `line ${place.line}, column ${place.column}: ${message}` };
}

function internalErrors(results: readonly FileResult[]): readonly string[] {
  return results.flatMap(({ path, notRun }) =>
    notRun.filter(({ reason }) => reason.startsWith(INTERNAL_ERROR)).map(({ rule, reason }) => `${path}: ${rule}: ${reason}`),
  );
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
