/** The command `lint`: from its arguments to a report and an exit code. */
import { dirname, resolve } from 'node:path';
import { withSlashes } from '../config/shown-path';
import { REGISTERED_RULES } from '../engine/registry.generated';
import type { RegisteredRule } from '../engine/rule-definition';
import { visible } from '../report/visible';
import { createRunConfigs, type RunConfigs } from './configs';
import type { ExitCode } from './exit-code';
import type { LintArguments } from './lint-flags';
import { lintOptions, type LintOptions } from './lint-options';
import { configProblemText, exitCodeOf, lintRun } from './lint-run';
import type { Surroundings } from './surroundings';
import { writeReport } from './write-report';

export async function runLint(
  given: LintArguments,
  surroundings: Surroundings,
  rules: readonly RegisteredRule[] = REGISTERED_RULES,
): Promise<ExitCode> {
  const complain = (text: string, show = visible): void => surroundings.writeError(`plimsoll: ${show(text)}\n`);
  const outcome = lintOptions(given, rules);
  if (!outcome.ok) {
    outcome.mistakes.forEach((mistake) => complain(mistake));
    return 2;
  }
  const { options } = outcome;
  const { cwd } = surroundings;
  const configs = createRunConfigs(options, cwd, rules);
  if (options.printConfig) return printConfig(options, configs, surroundings, rules, complain);

  const run = await lintRun(options, configs, surroundings, rules);
  const show = options.format === 'github' ? inert : visible;
  for (const text of [...run.remarks, ...run.failures, ...run.bugs]) complain(text, show);
  const mistake = await writeReport(run.report, options, run.fails, surroundings);
  if (mistake !== null) complain(mistake, show);
  return exitCodeOf(run, mistake === null);
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
    for (const problem of configs.problems()) complain(configProblemText(problem));
    return 2;
  }
  const { printedConfig } = await import('./print-config');
  const config = printedConfig(resolver.resolve(absolute === null ? null : withSlashes(absolute)), rules);
  writeOut(`${JSON.stringify(config, null, 2)}\n`);
  return 0;
}

/** GitHub's runner reads stderr, too, and takes the older form of its commands, `##[name]`, anywhere in a line. */
function inert(text: string): string {
  return visible(text).replaceAll('##[', '## [');
}
