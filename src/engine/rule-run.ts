import type { RuleSetting } from '../config/settings';
import type { Range, Source } from '../dockerfile/source';
import { stamp, type AnyFinding } from './problems';
import type { Problem } from './result';
import type { RegisteredRule } from './rule-definition';

/**
 * One rule at work on one file. There are as many of these per file as there are rules on, so they hold little and
 * share the list that they report to.
 */
export class RuleRun {
  readonly registered: RegisteredRule;
  readonly setting: RuleSetting;
  private readonly source: Source;
  private readonly problems: Problem[];
  private readonly secrets: Range[];
  private firstFailure: string | null = null;
  private hasThrown = false;

  constructor(registered: RegisteredRule, setting: RuleSetting, source: Source, problems: Problem[], secrets: Range[] = []) {
    this.registered = registered;
    this.setting = setting;
    this.source = source;
    this.problems = problems;
    this.secrets = secrets;
  }

  /** Its first bug: an exception, or a finding that makes no sense. Null when it did its work. */
  get failure(): string | null {
    return this.firstFailure;
  }

  /** It threw, so nothing of it may be called any more. */
  get stopped(): boolean {
    return this.hasThrown;
  }

  stop(thrown: unknown): void {
    this.hasThrown = true;
    this.firstFailure ??= thrown instanceof Error ? thrown.message : String(thrown);
  }

  report(finding: AnyFinding): void {
    const { problem, fault } = stamp(finding, this.registered.id, this.setting, this.source);
    this.firstFailure ??= fault;
    if (problem !== null) this.problems.push(problem);
    if (finding.secret !== undefined) this.secrets.push(finding.secret);
  }
}
