import type { DockerfileModel } from '../dockerfile/model-types';
import type { RunInstruction } from '../dockerfile/nodes';
import type { Range } from '../dockerfile/source';
import type { Problem } from './result';
import { DockerfileRuleContext, LazyShell } from './rule-context';
import type { Facts } from './rule-definition';
import type { IsConcerned, PlannedRule, RulePlan } from './rule-plan';
import { RuleRun } from './rule-run';
import type { Visitor } from './walk';

/** The rules at work on one file. Each is set up when the file, or the first of its RUN instructions, concerns it. */
export class RuleRuns {
  /** Those that were set up, in no order that matters. */
  readonly all: RuleRun[] = [];
  readonly found: Problem[] = [];
  readonly secrets: Range[] = [];
  private readonly shell: LazyShell;
  private readonly concerns: (part: Range) => IsConcerned;
  /** Of rules for RUN instructions; null for one that failed as it was set up. */
  private readonly atRuns = new Map<PlannedRule, Visitor | null>();

  constructor(private readonly plan: RulePlan, private readonly model: DockerfileModel, private readonly facts: Facts) {
    this.shell = new LazyShell(model);
    this.concerns = plan.concerns(model.source.text);
  }

  visitorsOfFile(): readonly Visitor[] {
    const isConcerned = this.concerns({ start: 0, end: this.model.source.text.length });
    const visitors: Visitor[] = [];
    for (const rule of this.plan.ofFiles) {
      const visitor = isAskable(rule, this.facts) && isConcerned(rule) ? this.setUp(rule) : null;
      if (visitor !== null) visitors.push(visitor);
    }
    return visitors;
  }

  visitorsOfRun({ range }: RunInstruction): readonly Visitor[] {
    const isConcerned = this.concerns(range);
    const visitors: Visitor[] = [];
    for (const rule of this.plan.ofRuns) {
      if (!isConcerned(rule)) continue;
      let visitor = this.atRuns.get(rule);
      if (visitor === undefined) {
        visitor = this.setUp(rule);
        this.atRuns.set(rule, visitor);
      }
      if (visitor !== null) visitors.push(visitor);
    }
    return visitors;
  }

  private setUp({ registered, setting }: PlannedRule): Visitor | null {
    const { rule } = registered;
    const run = new RuleRun(registered, setting, this.model.source, this.found, this.secrets);
    this.all.push(run);
    if (rule.dockerfile === undefined) return null;
    try {
      return { handlers: rule.dockerfile(new DockerfileRuleContext(this.model, this.shell, this.facts, run)), rule: run };
    } catch (thrown) {
      run.stop(thrown);
      return null;
    }
  }
}

/** Whether the fact is there without which it is not run. */
export function isAskable({ registered: { rule } }: PlannedRule, facts: Facts): boolean {
  return rule.needs === undefined || facts[rule.needs] != null;
}
