/** Runs one rule on one text, for the torture cases that are too many for the rule's own examples. */
import { DEFAULT_BUILD, type RuleSetting } from '../../src/config/settings';
import type { BuildInputs } from '../../src/dockerfile/model-types';
import { createSource } from '../../src/dockerfile/source';
import { exampleContext } from '../../src/engine/context-facts';
import { drawMarks, readMarks } from '../../src/engine/example-marks';
import { lint } from '../../src/engine/lint';
import type { Problem } from '../../src/engine/result';
import type { RuleDefinition } from '../../src/engine/rule-definition';

export interface Given {
  readonly options?: RuleSetting['options'];
  readonly build?: Partial<BuildInputs>;
  /** Default `Dockerfile`. */
  readonly path?: string;
  readonly context?: Parameters<typeof exampleContext>[0];
}

/** What the rule reports with its default options, or those given; a failure of the rule is thrown. */
export function problemsOf(rule: RuleDefinition, text: string, given: Given = {}): readonly Problem[] {
  const defaults = Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, schema]) => [name, schema.default]));
  const severity = rule.severity === 'off' ? 'warning' : rule.severity;
  const setting: RuleSetting = { severity, explicit: false, options: { ...defaults, ...given.options }, messages: {} };
  const settings = { rules: new Map([['rule', setting]]), build: { ...DEFAULT_BUILD, ...given.build }, inlineConfig: true };
  const { problems, notRun } = lint(createSource(given.path ?? 'Dockerfile', text), settings, { asOf: null, context: given.context === undefined ? null : exampleContext(given.context) }, [{ id: 'rule', category: '', rule }]);
  if (notRun.length > 0) throw new Error(notRun.map(({ reason }) => reason).join('\n'));
  return problems;
}

/** Takes the marks `«…»` out of a text, runs the rule, and draws marks where it reports: the same text if all is as expected. */
export function remarked(rule: RuleDefinition, marked: string, given: Given = {}): string {
  const read = readMarks(marked);
  if (read === null) throw new Error(`a mark has no partner: ${marked}`);
  return drawMarks(read.text, problemsOf(rule, read.text, given));
}

/** `severity: message` of each problem, in order. */
export function saidOf(rule: RuleDefinition, text: string, given: Given = {}): readonly string[] {
  return problemsOf(rule, text, given).map(({ severity, message }) => `${severity}: ${message}`);
}
