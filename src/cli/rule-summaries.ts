import type { Resolver } from '../config/resolve';
import type { FileResult, RuleSummary, Severity } from '../engine/result';
import type { Level, RegisteredRule } from '../engine/rule-definition';
import { HOME_PAGE } from '../report/home-page';

/** The page of a rule. */
export function ruleUrl(id: string): string {
  return `${HOME_PAGE}/blob/main/docs/rules/${id}.md`;
}

/**
 * What reports say of the rules that appear in them.
 *
 * @param root the settings of the working folder; null when its config is broken
 */
export function ruleSummaries(results: readonly FileResult[], root: Resolver | null, rules: readonly RegisteredRule[]): ReadonlyMap<string, RuleSummary> {
  const named = new Set(results.flatMap(({ problems, suppressed }) => [...problems, ...suppressed].map(({ rule }) => rule)));
  if (named.size === 0) return new Map();
  const settings = root?.resolve(null).settings.rules;
  return new Map(
    rules.flatMap(({ id, category, rule }): [string, RuleSummary][] => {
      if (!named.has(id)) return [];
      const severity = severityOf([settings?.get(id)?.severity, rule.severity]);
      return [[id, { id, category, summary: rule.summary, severity, aliases: aliasesOf(rule), controls: rule.controls, url: ruleUrl(id) }]];
    }),
  );
}

/** The first level that is none of `off`; a rule that is off here may be on for some files. */
function severityOf(levels: readonly (Level | undefined)[]): Severity {
  return levels.find((level) => level !== undefined && level !== 'off') ?? 'warning';
}

/** The ids that other tools have for a rule or for one of its messages. */
export function aliasesOf({ aliases, messages = {} }: RegisteredRule['rule']): readonly string[] {
  return [...new Set([...aliases, ...Object.values(messages).flatMap((message) => message.aliases)])];
}
