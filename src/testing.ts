/**
 * Runs the examples of rules, which are their tests. `plimsoll/testing` for authors of rules:
 *
 *     import { testRules } from 'plimsoll/testing';
 *     testRules([{ id: 'my-rule', category: 'mine', rule: myRule }]);
 *
 * Every example runs as it is written and in each automatic variant (see `src/engine/example-variants.ts`).
 */
import { DEFAULT_BUILD, type RuleSetting, type Settings } from './config/settings';
import { createSource, type Range } from './dockerfile/source';
import { exampleContext } from './engine/context-facts';
import { applyEdits } from './engine/edits';
import { drawMarks, readMarks } from './engine/example-marks';
import { makeVariant, VARIANTS, withoutStyle, type VariantText } from './engine/example-variants';
import { lint } from './engine/lint';
import { REGISTERED_RULES } from './engine/registry.generated';
import type { Edit, FileResult, Problem, Severity } from './engine/result';
import type { Example, Facts, Mentions, OptionSchemas, RegisteredRule, RuleDefinition, VariantName } from './engine/rule-definition';
import { isWord } from './text/words';

export type { RegisteredRule, RuleDefinition, VariantName } from './engine/rule-definition';

export const EXAMPLE_VARIANTS: readonly (VariantName | 'as-written')[] = ['as-written', ...VARIANTS];

export type Outcome =
  | { readonly kind: 'passed' }
  /** The variant cannot be made of this example, or the rule declares that it is not to be run. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'failed'; readonly complaints: readonly string[] };

/** A rule whose option types are not looked at. */
type AnyRule = RuleDefinition;
type AnyExample = Example<OptionSchemas>;

/** As often as fixes are applied and the file is judged again. */
const MOST_PASSES = 10;

/**
 * Runs one example of a rule. The rule runs alone, unless it judges suppressions: then the others of the registry run
 * too, each at its own level, so that there is something to suppress.
 */
export function checkExample(
  rule: AnyRule,
  id: string,
  example: AnyExample,
  variant: VariantName | 'as-written' = 'as-written',
  registry: readonly RegisteredRule[] = REGISTERED_RULES,
): Outcome {
  const marked = markedOf(example);
  if (typeof marked === 'string') return variant === 'as-written' ? failed([marked]) : { kind: 'skipped' };
  const expectation = variant === 'as-written' ? undefined : rule.variants?.[variant];
  if (expectation?.expect === 'skip') return { kind: 'skipped' };
  const varied = variant === 'as-written' ? asWritten(marked.text) : makeVariant(marked.text, variant);
  if (varied === null) return { kind: 'skipped' };

  const trial = createTrial(rule, id, example, registry);
  const silent = expectation?.expect === 'silent';
  const wanted = marked.ranges.filter(({ start }) => !silent || !varied.concerns(start)).map(varied.moved);
  const result = trial.run(varied.text);
  const complaints = [
    ...bugs(result, id),
    ...wrongPlaces(varied.text, wanted, trial.own(result)),
    ...wrongTexts(trial.own(result), example, trial.level, variant),
    ...(silent ? [] : wrongFixes(example, varied.text, variant, trial)),
  ];
  return complaints.length === 0 ? { kind: 'passed' } : failed(complaints);
}

/** What the rule says of an example as it is written; nothing when its marks are broken. */
export function exampleProblems(rule: AnyRule, id: string, example: AnyExample, registry: readonly RegisteredRule[] = REGISTERED_RULES): readonly Problem[] {
  const marked = markedOf(example);
  if (typeof marked === 'string') return [];
  const trial = createTrial(rule, id, example, registry);
  return trial.own(trial.run(marked.text));
}

/** What is wrong with the examples as a whole: kinds, options and messages that none of them shows. */
export function checkExamples(rule: AnyRule, id: string, registry: readonly RegisteredRule[] = REGISTERED_RULES): readonly string[] {
  const complaints: string[] = [];
  for (const word of wordsOf(rule.mentions)) if (!isWord(word)) complaints.push(`${JSON.stringify(word)} in \`mentions\` is no run of lower-case letters`);
  if (!rule.examples.some((example) => 'good' in example)) complaints.push('no example is good');
  if (!rule.examples.some((example) => 'bad' in example)) complaints.push('no example is bad');
  for (const option of Object.keys(rule.options ?? {})) {
    if (!rule.examples.some((example) => Object.hasOwn(example.options ?? {}, option))) complaints.push(`no example sets the option ${option}`);
  }
  const problems = rule.examples.flatMap((example) => exampleProblems(rule, id, example, registry));
  for (const messageId of Object.keys(rule.messages ?? {})) {
    if (!problems.some((problem) => problem.messageId === messageId)) complaints.push(`no example reports the message ${messageId}`);
  }
  const fixes = problems.some(({ fix }) => fix !== null);
  const fixed = rule.examples.some((example) => 'bad' in example && example.fixed !== undefined);
  if (fixes && !fixed) complaints.push('the rule offers a fix, but no example shows what is `fixed`');
  if (fixed && !fixes) complaints.push('an example shows what is `fixed`, but the rule offers no fix');
  return complaints;
}

function wordsOf(mentions: Mentions | undefined): readonly string[] {
  return mentions === undefined ? [] : 'RUN' in mentions ? mentions.RUN : mentions;
}

/** `describe` and `it` of jest, vitest, mocha or node:test. */
export interface TestFramework {
  readonly describe: (name: string, define: () => void) => void;
  readonly it: (name: string, run: () => void) => void;
}

/** Defines one test per example (with all its variants) and one for the examples together. */
export function testRules(rules: readonly RegisteredRule[], { describe, it }: TestFramework, registry: readonly RegisteredRule[] = REGISTERED_RULES): void {
  for (const { id, rule } of rules) {
    describe(id, () => {
      it('has examples of everything', () => demand(checkExamples(rule, id, registry)));
      rule.examples.forEach((example, index) => {
        it(`example ${index + 1}: ${titleOf(example)}`, () => {
          demand(complaintsOf(rule, id, example, 'as-written', registry));
          demand(VARIANTS.flatMap((variant) => complaintsOf(rule, id, example, variant, registry)));
        });
      });
    });
  }
}

function complaintsOf(rule: AnyRule, id: string, example: AnyExample, variant: VariantName | 'as-written', registry: readonly RegisteredRule[]): readonly string[] {
  const outcome = checkExample(rule, id, example, variant, registry);
  return outcome.kind === 'failed' ? outcome.complaints.map((complaint) => `${variant}: ${complaint}`) : [];
}

function titleOf(example: AnyExample): string {
  return 'good' in example ? `good ${JSON.stringify(example.good)}` : `bad ${JSON.stringify(example.bad)}`;
}

function demand(complaints: readonly string[]): void {
  if (complaints.length > 0) throw new Error(complaints.join('\n\n'));
}

function failed(complaints: readonly string[]): Outcome {
  return { kind: 'failed', complaints };
}

/** The text to lint and the ranges that must be reported, or a complaint. */
function markedOf(example: AnyExample): { readonly text: string; readonly ranges: readonly Range[] } | string {
  if ('good' in example) return hasMarks(example.good) ? 'a good example has no marks « and »' : { text: example.good, ranges: [] };
  if (example.fixed !== undefined && hasMarks(example.fixed)) return 'a `fixed` text has no marks « and »';
  const marked = readMarks(example.bad);
  if (marked === null) return 'a mark « or » has no partner';
  return marked.ranges.length === 0 ? 'a bad example marks what is reported with « and »' : marked;
}

function hasMarks(text: string): boolean {
  return /[«»]/.test(text);
}

function asWritten(text: string): VariantText {
  return { text, moved: (range) => range, concerns: () => false };
}

interface Trial {
  readonly level: Severity;
  readonly run: (text: string) => FileResult;
  /** What the rule under test found. */
  readonly own: (result: FileResult) => readonly Problem[];
}

function createTrial(rule: AnyRule, id: string, example: AnyExample, registry: readonly RegisteredRule[]): Trial {
  const tested: RegisteredRule = { id, category: '', rule };
  const rules = rule.afterSuppress === undefined ? [tested] : [...registry.filter((other) => other.id !== id), tested];
  const settings: Settings = {
    rules: new Map(rules.map((each) => [each.id, settingOf(each.rule, each === tested ? (example.options ?? {}) : {})])),
    build: { ...DEFAULT_BUILD, ...example.build },
    inlineConfig: true,
  };
  const facts = (text: string): Facts => ({
    asOf: example.asOf ?? null,
    context: example.context === undefined ? null : exampleContext(example.context),
    shellcheck: example.shellcheck?.map(({ text: wrong, ...finding }) => ({ ...finding, at: placeOf(wrong, text) })) ?? null,
  });
  return {
    level: levelOf(rule),
    run: (text) => lint(createSource('Dockerfile', text), settings, facts(text), rules),
    own: ({ problems }) => problems.filter((problem) => problem.rule === id),
  };
}

function placeOf(wanted: string, text: string): Range {
  const start = Math.max(text.indexOf(wanted), 0);
  return { start, end: start + wanted.length };
}

function levelOf({ severity }: AnyRule): Severity {
  return severity === 'off' ? 'warning' : severity;
}

function settingOf(rule: AnyRule, given: NonNullable<AnyExample['options']>): RuleSetting {
  const options = Object.entries(rule.options ?? {}).map(([name, schema]) => [name, given[name] ?? schema.default] as const);
  return { severity: levelOf(rule), explicit: false, options: Object.fromEntries(options), messages: {} };
}

function bugs({ notRun }: FileResult, id: string): readonly string[] {
  return notRun.filter(({ rule }) => rule === id).map(({ reason }) => reason);
}

function wrongPlaces(text: string, wanted: readonly Range[], problems: readonly Problem[]): readonly string[] {
  const expected = drawMarks(text, wanted);
  const reported = drawMarks(text, problems);
  return expected === reported ? [] : [difference('reports other places', expected, reported)];
}

function wrongTexts(problems: readonly Problem[], example: AnyExample, level: Severity, variant: VariantName | 'as-written'): readonly string[] {
  const complaints: string[] = [];
  const severity = ('bad' in example ? example.severity : undefined) ?? level;
  const message = 'bad' in example ? example.message : undefined;
  const first = problems[0];
  for (const problem of problems) {
    if (problem.severity !== severity) complaints.push(`reports ${problem.severity}, not ${severity}: ${problem.message}`);
    if (!/^\S(?:.*[^\s.])?$/.test(problem.message)) complaints.push(`a message is one line without a full stop: ${JSON.stringify(problem.message)}`);
  }
  // Variants may change the words that a message repeats from the file.
  if (variant === 'as-written' && message !== undefined && first !== undefined && !first.message.includes(message)) {
    complaints.push(difference('the first message lacks a text', message, first.message));
  }
  return complaints;
}

function wrongFixes(example: AnyExample, text: string, variant: VariantName | 'as-written', trial: Trial): readonly string[] {
  if (!('bad' in example) || example.fixed === undefined) return [];
  // A rule need not offer inside ONBUILD or a heredoc what it offers elsewhere; a wrong fix would still be found.
  if ((variant === 'onbuild' || variant === 'heredoc') && trial.own(trial.run(text)).every(({ fix }) => fix === null)) return [];
  const fixed = applyFixes(text, trial);
  const left = trial.own(trial.run(fixed));
  const complaints = left.length === 0 ? [] : [`still reports what is fixed: ${JSON.stringify(drawMarks(fixed, left))}`];
  // A heredoc has lines of its own, which a fix may use.
  if (variant === 'heredoc') return complaints;
  const expected = variant === 'as-written' ? example.fixed : expectedFix(example.fixed, variant);
  if (expected === null) return complaints;
  const same = variant === 'as-written' ? fixed === expected : withoutStyle(fixed, variant) === withoutStyle(expected, variant);
  return same ? complaints : [...complaints, difference('fixes it otherwise', expected, fixed)];
}

/** What is `fixed`, in the variant; null where that cannot be told. */
function expectedFix(fixed: string, variant: VariantName): string | null {
  const varied = makeVariant(fixed, variant)?.text;
  if (varied !== undefined) return varied;
  // These leave a text alone only if there is nothing to change in it; the others may not be able to make it.
  return variant === 'lower-case' || variant === 'indented' || variant === 'onbuild' || variant === 'crlf' || variant === 'comments' ? fixed : null;
}

/** Applies the fixes that do not stand in each other's way, judges the text again, and so on until nothing changes. */
function applyFixes(text: string, trial: Trial): string {
  let fixed = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const applied = applyEdits(fixed, compatible(trial.own(trial.run(fixed))));
    if (applied.kind !== 'applied' || applied.text === fixed) break;
    fixed = applied.text;
  }
  return fixed;
}

/** The edits of each fix that does not overlap one before it. */
function compatible(problems: readonly Problem[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { fix } of problems) {
    const edits = fix?.edits ?? [];
    if (edits.every((edit) => taken.every((other) => edit.end <= other.start || other.end <= edit.start))) taken.push(...edits);
  }
  return taken;
}

function difference(what: string, expected: string, received: string): string {
  return `${what}\n  expected: ${JSON.stringify(expected)}\n  received: ${JSON.stringify(received)}`;
}
