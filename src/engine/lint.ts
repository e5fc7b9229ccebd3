import type { Settings } from '../config/settings';
import { createModel } from '../dockerfile/model';
import type { DockerfileModel } from '../dockerfile/model-types';
import { parseDocument } from '../dockerfile/parse';
import type { Source } from '../dockerfile/source';
import { baseImage } from '../knowledge/base-images';
import { namesOf, type RuleTarget } from './aliases';
import { hideSecrets } from './hide-secrets';
import { inReportOrder, levelOf } from './problems';
import { REGISTERED_RULES } from './registry.generated';
import type { FileResult, Problem, SuppressedProblem } from './result';
import type { Facts, RegisteredRule } from './rule-definition';
import { planRules, type RulePlan } from './rule-plan';
import type { RuleRun } from './rule-run';
import { isAskable, RuleRuns } from './rule-runs';
import { describeSuppressions, suppress, type WhatRan } from './suppress';
import { placeSuppressions } from './suppression-places';
import type { Suppression } from './suppression';
import { walk } from './walk';

/** How those reasons in `notRun` begin that tell of a bug in a rule. */
export const INTERNAL_ERROR = 'internal error: ';

/**
 * Judges one Dockerfile. Pure and synchronous: everything from outside is in `settings` and `facts`.
 * A rule that fails is listed in `notRun` with a reason that begins with {@link INTERNAL_ERROR}; what it reported
 * before, and all other rules, stand.
 */
export function lint(source: Source, settings: Settings, facts: Facts, registry: readonly RegisteredRule[] = REGISTERED_RULES): FileResult {
  const model = createModel(source, parseDocument(source), settings.build, { baseImage });
  const plan = planRules(settings, registry);
  const runs = new RuleRuns(plan, model, facts);
  walk(model, runs.visitorsOfFile(), (node) => runs.visitorsOfRun(node));
  const { problems, suppressed } = sortOut(plan, runs, model, settings.inlineConfig, facts, registry);
  const result = { path: source.path, subject: 'dockerfile' as const, problems, suppressed, notRun: failuresOf(runs.all) };
  if (runs.secrets.length > 0) {
    const hidden = hideSecrets(source, runs.secrets);
    return { ...result, problems: problems.map(hidden.problem), suppressed: suppressed.map(hidden.problem), source: hidden.source };
  }
  return { ...result, source: problems.length > 0 || suppressed.length > 0 ? source : null };
}

interface SortedOut {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly SuppressedProblem[];
}

/** Lets comments hide problems, then asks the rules that judge the comments: they add to what was found. */
function sortOut(
  plan: RulePlan, { all: runs, found }: RuleRuns, model: DockerfileModel, inlineConfig: boolean, facts: Facts, registry: readonly RegisteredRule[],
): SortedOut {
  const judges = runs.filter(({ registered }) => registered.rule.afterSuppress !== undefined);
  const placement = inlineConfig ? placeSuppressions(model, () => namesOf(registry)) : null;
  if (placement === null) {
    judge(judges, model, facts, []);
    return { problems: inReportOrder(found), suppressed: [] };
  }
  const first = suppress(inReportOrder(found), placement);
  if (judges.length === 0) return first;
  judge(judges, model, facts, describeSuppressions(placement, first.used, namesOf(registry), whatRan(plan, runs, facts, registry)));
  const above = new Set(judges.filter(({ registered }) => registered.rule.aboveComments === true).map(({ registered }) => registered.id));
  const second = suppress(inReportOrder(found.filter(({ rule }) => !above.has(rule))), placement);
  return { ...second, problems: inReportOrder([...second.problems, ...found.filter(({ rule }) => above.has(rule))]) };
}

function judge(judges: readonly RuleRun[], model: DockerfileModel, facts: Facts, suppressions: readonly Suppression[]): void {
  for (const run of judges) {
    if (run.stopped) continue;
    try {
      run.registered.rule.afterSuppress?.({ model, options: run.setting.options, facts, suppressions, report: (finding) => run.report(finding) });
    } catch (thrown) {
      run.stop(thrown);
    }
  }
}

/**
 * A rule that the file does not concern ran, in effect. Rules that judge comments do not count: whether they say something is
 * not known before the comments are judged.
 */
function whatRan({ ofFiles, ofRuns }: RulePlan, runs: readonly RuleRun[], facts: Facts, registry: readonly RegisteredRule[]): WhatRan {
  const failed = new Set(runs.filter(({ failure }) => failure !== null).map(({ registered }) => registered));
  const through = [...ofFiles, ...ofRuns].filter((rule) => isAskable(rule, facts) && rule.registered.rule.dockerfile !== undefined && !failed.has(rule.registered));
  const ran = new Map(through.map(({ registered, setting }) => [registered.id, setting]));
  function includes({ rule, messageId }: RuleTarget): boolean {
    const setting = ran.get(rule);
    if (setting === undefined) return false;
    if (messageId !== null) return levelOf(setting, messageId) !== 'off';
    return setting.severity !== 'off' && !Object.values(setting.messages).includes('off');
  }
  const all = registry.every(({ id, rule }) => rule.dockerfile === undefined || includes({ rule: id, messageId: null }));
  return { all, includes };
}

function failuresOf(runs: readonly RuleRun[]): FileResult['notRun'] {
  return runs
    .filter(({ failure }) => failure !== null)
    .map(({ registered, failure }) => ({ rule: registered.id, reason: `${INTERNAL_ERROR}${failure ?? ''}` }));
}
