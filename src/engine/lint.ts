import type { Settings } from '../config/settings';
import { createModel } from '../dockerfile/model';
import type { DockerfileModel } from '../dockerfile/model-types';
import { parseDocument } from '../dockerfile/parse';
import type { Source } from '../dockerfile/source';
import { baseImage } from '../knowledge/base-images';
import type { ShellView } from '../shell/commands';
import { createShellView } from '../shell/view';
import { namesOf, type RuleTarget } from './aliases';
import { inReportOrder, isOn, levelOf } from './problems';
import { REGISTERED_RULES } from './registry.generated';
import type { FileResult, Problem, SuppressedProblem } from './result';
import type { Facts, RegisteredRule } from './rule-definition';
import { createRun, type RuleRun } from './rule-run';
import { describeSuppressions, suppress, type WhatRan } from './suppress';
import { placeSuppressions } from './suppression-places';
import type { Suppression } from './suppression';
import { walk, type Visitor } from './walk';

/** How those reasons in `notRun` begin that tell of a bug in a rule. */
export const INTERNAL_ERROR = 'internal error: ';

/**
 * Judges one Dockerfile. Pure and synchronous: everything from outside is in `settings` and `facts`.
 * A rule that fails is listed in `notRun` with a reason that begins with {@link INTERNAL_ERROR}; what it reported
 * before, and all other rules, stand.
 */
export function lint(source: Source, settings: Settings, facts: Facts, registry: readonly RegisteredRule[] = REGISTERED_RULES): FileResult {
  const model = createModel(source, parseDocument(source), settings.build, { baseImage });
  const runs = registry.flatMap((registered) => {
    const setting = settings.rules.get(registered.id);
    return setting !== undefined && isOn(setting) ? [createRun(registered, setting, source)] : [];
  });

  walk(model, visitorsOf(runs, model, facts));
  const { problems, suppressed } = sortOut(runs, model, settings.inlineConfig, registry);
  return {
    path: source.path,
    subject: 'dockerfile',
    problems,
    suppressed,
    notRun: runs.flatMap(failureOf),
    source: problems.length > 0 || suppressed.length > 0 ? source : null,
  };
}

function visitorsOf(runs: readonly RuleRun[], model: DockerfileModel, facts: Facts): readonly Visitor[] {
  let view: ShellView | null = null;
  const visitors: Visitor[] = [];
  for (const { registered, setting, attempt, report } of runs) {
    const context = {
      model,
      get shell(): ShellView {
        return (view ??= createShellView(model));
      },
      options: setting.options,
      facts,
      report,
    };
    attempt(() => {
      const handlers = registered.rule.dockerfile?.(context);
      if (handlers !== undefined) visitors.push({ handlers, attempt });
    });
  }
  return visitors;
}

interface SortedOut {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly SuppressedProblem[];
}

/** Lets comments hide problems, then asks the rules that judge the comments. */
function sortOut(runs: readonly RuleRun[], model: DockerfileModel, inlineConfig: boolean, registry: readonly RegisteredRule[]): SortedOut {
  const found = problemsOf(runs);
  const judges = runs.filter(({ registered }) => registered.rule.afterSuppress !== undefined);
  const placement = inlineConfig ? placeSuppressions(model, () => namesOf(registry)) : null;
  if (placement === null) {
    judge(judges, model, []);
    return { problems: problemsOf(runs), suppressed: [] };
  }
  const first = suppress(found, placement);
  if (judges.length === 0) return first;
  judge(judges, model, describeSuppressions(placement, first.used, namesOf(registry), whatRan(runs, registry)));
  return suppress(problemsOf(runs), placement);
}

function judge(judges: readonly RuleRun[], model: DockerfileModel, suppressions: readonly Suppression[]): void {
  for (const { registered, setting, attempt, report } of judges) {
    attempt(() => registered.rule.afterSuppress?.({ model, options: setting.options, suppressions, report }));
  }
}

function problemsOf(runs: readonly RuleRun[]): readonly Problem[] {
  return inReportOrder(runs.flatMap((run) => run.problems()));
}

/** Rules that judge comments do not count: whether they say something is not known before the comments are judged. */
function whatRan(runs: readonly RuleRun[], registry: readonly RegisteredRule[]): WhatRan {
  const through = runs.filter(({ registered, failure }) => registered.rule.dockerfile !== undefined && failure() === null);
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

function failureOf({ registered, failure }: RuleRun): readonly { readonly rule: string; readonly reason: string }[] {
  const reason = failure();
  return reason === null ? [] : [{ rule: registered.id, reason: `${INTERNAL_ERROR}${reason}` }];
}
