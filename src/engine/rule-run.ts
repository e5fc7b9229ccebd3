import type { RuleSetting } from '../config/settings';
import type { Source } from '../dockerfile/source';
import { stamp, type AnyFinding } from './problems';
import type { Problem } from './result';
import type { RegisteredRule } from './rule-definition';

/** One rule at work on one file. */
export interface RuleRun {
  readonly registered: RegisteredRule;
  readonly setting: RuleSetting;
  /** Runs a piece of the rule. When it throws, that is its failure, and further pieces are not run. */
  readonly attempt: (piece: () => void) => void;
  readonly report: (finding: AnyFinding) => void;
  /** What it has reported so far, as problems. */
  readonly problems: () => readonly Problem[];
  /** Its first bug: an exception, or a finding that makes no sense. Null when it did its work. */
  readonly failure: () => string | null;
}

export function createRun(registered: RegisteredRule, setting: RuleSetting, source: Source): RuleRun {
  const problems: Problem[] = [];
  let failure: string | null = null;
  let stopped = false;
  return {
    registered,
    setting,
    attempt(piece) {
      if (stopped) return;
      try {
        piece();
      } catch (thrown) {
        stopped = true;
        failure ??= thrown instanceof Error ? thrown.message : String(thrown);
      }
    },
    report(finding) {
      const { problem, fault } = stamp(finding, registered.id, setting, source);
      failure ??= fault;
      if (problem !== null) problems.push(problem);
    },
    problems: () => problems,
    failure: () => failure,
  };
}
