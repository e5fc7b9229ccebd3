/** What the user of the action asks for (`with:` in a workflow); action.yml describes each input. */
import { LINT_FLAGS, type FlagValue, type LintArguments } from '../cli/lint-flags';

export interface Inputs {
  /** As if given to the command `lint`. */
  readonly lint: LintArguments;
  /** Where the report is written as SARIF too; null for nowhere. */
  readonly sarifFile: string | null;
  readonly stepSummary: boolean;
  /** The paths of the other inputs are relative to it, and it is relative to the workspace. */
  readonly workingDirectory: string;
}

export type InputsOutcome =
  | { readonly ok: true; readonly inputs: Inputs }
  /** Each a sentence without a full stop. */
  | { readonly ok: false; readonly mistakes: readonly string[] };

export function readInputs(environment: Readonly<Record<string, string | undefined>>): InputsOutcome {
  const mistakes: string[] = [];
  const note = (name: string, mistake: string): void => void mistakes.push(`input ${name}: ${mistake}`);
  // The runner upper-cases names and leaves dashes; an input that is not given is empty.
  const input = (name: string): string => (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();
  const given = (name: string): string | null => input(name) || null;

  const paths = wordsOf(input('paths'));
  if (paths.includes('-')) note('paths', 'a step has no standard input; name files or folders');
  const flags: Record<string, FlagValue> = {};
  const config = given('config');
  if (config !== null) flags['config'] = config;
  const presets = input('preset').split(/[\s,]+/).filter((name) => name !== '');
  if (presets.length > 0) flags['preset'] = presets;
  const failLevel = given('fail-level');
  if (failLevel !== null) flags['fail-level'] = failLevel;
  const maxWarnings = given('max-warnings');
  if (maxWarnings !== null) flags['max-warnings'] = Number(maxWarnings);
  const stepSummary = (given('step-summary') ?? 'true').toLowerCase();

  for (const preset of presets) checkChoice('preset', preset, note);
  if (failLevel !== null) checkChoice('fail-level', failLevel, note);
  if (maxWarnings !== null && !WHOLE_NUMBER.test(maxWarnings)) note('max-warnings', `${maxWarnings} is no whole number`);
  if (stepSummary !== 'true' && stepSummary !== 'false') note('step-summary', `${stepSummary} is neither true nor false`);
  if (mistakes.length > 0) return { ok: false, mistakes };
  return {
    ok: true,
    inputs: {
      lint: { paths, flags },
      sarifFile: given('sarif-file'),
      stepSummary: stepSummary === 'true',
      workingDirectory: given('working-directory') ?? '.',
    },
  };
}

/** Up to nine digits: no number of these is inexact. */
const WHOLE_NUMBER = /^-?\d{1,9}$/;

/** Words between blanks and line ends; one that holds blanks stands in double quotes. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"\n]+)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** An input takes the same words as the flag of its name. */
function checkChoice(name: string, value: string, note: (name: string, mistake: string) => void): void {
  const definition = LINT_FLAGS[name];
  const options = definition?.kind === 'choice' ? definition.options : [];
  if (!options.includes(value)) note(name, `${value} is none of ${options.join(', ')}`);
}
