/** The command `lint`: from its arguments to a report and an exit code. */
import { dirname, resolve } from 'node:path';
import { withSlashes } from '../config/shown-path';
import type { ConfigProblem } from '../config/load';
import { INTERNAL_ERROR } from '../engine/lint';
import { REGISTERED_RULES } from '../engine/registry.generated';
import type { FileResult, Report, RunError } from '../engine/result';
import type { RegisteredRule } from '../engine/rule-definition';
import { visible } from '../report/visible';
import { createRunConfigs, type RunConfigs } from './configs';
import { problemsFail, type ExitCode } from './exit-code';
import type { LintArguments } from './lint-flags';
import { lintOptions, type LintOptions } from './lint-options';
import { lintTargets } from './lint-targets';
import { ruleSummaries } from './rule-summaries';
import type { Surroundings } from './surroundings';
import { findTargets } from './targets';
import { TOOL } from './tool';
import { writeReport } from './write-report';

export async function runLint(
  given: LintArguments,
  surroundings: Surroundings,
  rules: readonly RegisteredRule[] = REGISTERED_RULES,
): Promise<ExitCode> {
  const complain = (text: string): void => surroundings.writeError(`plimsoll: ${visible(text)}\n`);
  const outcome = lintOptions(given, rules);
  if (!outcome.ok) {
    outcome.mistakes.forEach(complain);
    return 2;
  }
  const { options } = outcome;
  const { cwd } = surroundings;
  const configs = createRunConfigs(options, cwd, rules);
  if (options.printConfig) return printConfig(options, configs, surroundings, rules, complain);

  const found = await findTargets(options, configs, cwd);
  const linted = await lintTargets(found.targets, configs, surroundings.stdin, cwd, rules);
  const errors = [...found.errors, ...linted.errors].sort(byPath);
  for (const path of found.leftOut) complain(`${path}: left out by the settings, as --no-ignore would not`);
  for (const problem of configs.problems()) complain(configProblemText(problem));
  for (const { path, message } of errors) complain(`${path}: ${message}`);
  const bugs = internalErrors(linted.results);
  bugs.forEach(complain);

  const report: Report = {
    tool: TOOL,
    results: [...linted.results].sort(byPath),
    errors: [...configs.problems().map(runErrorOf), ...errors],
    rules: ruleSummaries(linted.results, await configs.forFolder(cwd), rules),
  };
  const fails = problemsFail(linted.judged, options.maxWarnings);
  const mistake = await writeReport(report, options, fails, surroundings);
  if (mistake !== null) complain(mistake);
  if (report.errors.length > 0 || bugs.length > 0 || mistake !== null) return 2;
  return fails ? 1 : 0;
}

async function printConfig(
  { paths, stdinFilename }: LintOptions,
  configs: RunConfigs,
  { cwd, writeOut }: Surroundings,
  rules: readonly RegisteredRule[],
  complain: (text: string) => void,
): Promise<ExitCode> {
  const [path] = paths;
  const name = path === '-' ? stdinFilename : (path ?? null);
  const absolute = name === null ? null : resolve(cwd, name);
  const resolver = await configs.forFolder(absolute === null ? cwd : dirname(absolute));
  if (resolver === null) {
    configs.problems().map(configProblemText).forEach(complain);
    return 2;
  }
  const { printedConfig } = await import('./print-config');
  const config = printedConfig(resolver.resolve(absolute === null ? null : withSlashes(absolute)), rules);
  writeOut(`${JSON.stringify(config, null, 2)}\n`);
  return 0;
}

function internalErrors(results: readonly FileResult[]): readonly string[] {
  return results.flatMap(({ path, notRun }) =>
    notRun.filter(({ reason }) => reason.startsWith(INTERNAL_ERROR)).map(({ rule, reason }) => `${path}: ${rule}: ${reason}`),
  );
}

function configProblemText({ path, place, message }: ConfigProblem): string {
  return `${path}:${place === null ? '' : `${place.line}:${place.column}:`} ${message}`;
}

function runErrorOf({ path, place, message }: ConfigProblem): RunError {
  return { path, message: place === null ? message : `line ${place.line}, column ${place.column}: ${message}` };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
