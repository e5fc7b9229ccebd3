/** One step of a workflow: from its inputs to annotations, a summary, a SARIF file, outputs and an exit code. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createRunConfigs } from '../cli/configs';
import type { ExitCode } from '../cli/exit-code';
import { lintOptions, type LintOptions } from '../cli/lint-options';
import { exitCodeOf, lintRun, type LintRun } from '../cli/lint-run';
import type { Surroundings } from '../cli/surroundings';
import { attempt, writeReport } from '../cli/write-report';
import { REGISTERED_RULES } from '../engine/registry.generated';
import type { RegisteredRule } from '../engine/rule-definition';
import { totalsOf } from '../report/totals';
import { visible } from '../report/visible';
import { workflowCommand } from '../report/workflow-command';
import { outputBlocks } from './file-commands';
import { readInputs, type Inputs } from './inputs';
import { fromWorkspace } from './workspace-paths';

/** Never throws: an error of the program itself is reported like any other. */
export async function runAction(surroundings: Surroundings, rules: readonly RegisteredRule[] = REGISTERED_RULES): Promise<ExitCode> {
  try {
    return await actOn(surroundings, rules);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(surroundings, 'error', 'internal error', ...text.split('\n'));
    return 2;
  }
}

async function actOn(surroundings: Surroundings, rules: readonly RegisteredRule[]): Promise<ExitCode> {
  const { environment } = surroundings;
  const read = readInputs(environment);
  const outcome = read.ok ? lintOptions(read.inputs.lint, rules) : read;
  if (!read.ok || !outcome.ok) {
    if (!outcome.ok) for (const mistake of outcome.mistakes) say(surroundings, 'error', mistake);
    return 2;
  }
  const { inputs } = read;
  const workspace = resolve(surroundings.cwd, environment['GITHUB_WORKSPACE'] ?? '');
  const cwd = resolve(workspace, inputs.workingDirectory);
  if (!isFolder(cwd)) {
    say(surroundings, 'error', `input working-directory: ${inputs.workingDirectory} is no folder`);
    return 2;
  }
  const here = { ...surroundings, cwd };
  const run = await lintRun(outcome.options, createRunConfigs(outcome.options, cwd, rules), here, rules);
  // The report has the failures as annotations.
  for (const text of run.remarks) say(here, 'warning', text);
  for (const text of run.bugs) say(here, 'error', text);
  const mistakes = [...(await writeReports(run, { inputs, options: outcome.options, workspace }, here)), ...writeOutputs(run, inputs, here)];
  for (const mistake of mistakes) say(here, 'error', mistake);
  return exitCodeOf(run, mistakes.length === 0);
}

interface Step {
  readonly inputs: Inputs;
  readonly options: LintOptions;
  readonly workspace: string;
}

/** Gives the reasons for what could not be written. */
async function writeReports(run: LintRun, { inputs, options, workspace }: Step, here: Surroundings): Promise<readonly string[]> {
  const { sarifFile, stepSummary } = inputs;
  const environment = stepSummary ? here.environment : { ...here.environment, GITHUB_STEP_SUMMARY: undefined };
  const log = { ...options, format: 'github', outputFile: null } as const;
  const mistakes = [await writeReport(fromWorkspace(run.report, here.cwd, workspace), log, run.fails, { ...here, environment })];
  if (sarifFile !== null) {
    const outputFile = resolve(here.cwd, sarifFile);
    const noFolder = attempt(sarifFile, () => mkdirSync(dirname(outputFile), { recursive: true }));
    mistakes.push(noFolder ?? (await writeReport(run.report, { ...options, format: 'sarif', outputFile }, run.fails, here)));
  }
  return mistakes.filter((mistake) => mistake !== null);
}

function writeOutputs({ report }: LintRun, { sarifFile }: Inputs, { cwd, environment }: Surroundings): readonly string[] {
  const path = environment['GITHUB_OUTPUT'] ?? '';
  if (path === '') return [];
  const { error, warning, info } = totalsOf(report);
  const outputs = {
    problems: String(error + warning + info),
    errors: String(error),
    'sarif-file': sarifFile === null ? '' : resolve(cwd, sarifFile),
  };
  const mistake = attempt(path, () => appendFileSync(path, outputBlocks(outputs, `plimsoll-${randomUUID()}`)));
  return mistake === null ? [] : [mistake];
}

function say({ writeOut }: Surroundings, level: 'error' | 'warning', ...lines: readonly string[]): void {
  writeOut(`${workflowCommand(level, { title: 'plimsoll' }, lines.map(visible).join('\n'))}\n`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
