import { namesOf } from '../engine/aliases';
import type { RegisteredRule } from '../engine/rule-definition';

/** Why a name that stands where a rule should is refused. */
export function unknownRule(name: string, rules: readonly RegisteredRule[]): string {
  const quoted = JSON.stringify(name);
  const names = namesOf(rules);
  const { rules: targets, foreign } = names.resolve(name);
  const [target] = targets;
  if (target !== undefined) return `Unknown rule ${quoted}; write ${target.rule}, which it stands for`;
  if (foreign) return `Unknown rule ${quoted}: an id of another tool that no rule of Plimsoll stands for`;
  return `Unknown rule ${quoted}${didYouMean(names.nearest(name) ?? longerId(name, rules))}`;
}

/** A rule whose id holds the name, for one who knows a part of it; too short a part fits anything. */
function longerId(name: string, rules: readonly RegisteredRule[]): string | null {
  return name.length < 4 ? null : (rules.find(({ id }) => id.includes(name.toLowerCase()))?.id ?? null);
}

export function didYouMean(name: string | null): string {
  return name === null ? '' : `; did you mean ${name}?`;
}
