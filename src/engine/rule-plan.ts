/** Which rules a run asks, worked out once for all of its files. */
import type { RuleSetting, Settings } from '../config/settings';
import { createWordFinder, type WordFinder } from '../text/words';
import { isOn } from './problems';
import type { RegisteredRule } from './rule-definition';

export interface PlannedRule {
  readonly registered: RegisteredRule;
  readonly setting: RuleSetting;
  /** Indices of the words of which a file must hold one; null when the rule is asked about every file. See `mentions` of `RuleDefinition`. */
  readonly mentions: readonly number[] | null;
}

export interface RulePlan {
  /** The rules that are on, in the order of the registry. */
  readonly rules: readonly PlannedRule[];
  /** Whether a rule of the plan can have anything to say of a text. */
  concerns(text: string): (rule: PlannedRule) => boolean;
}

/** A run judges all files by the same settings and registry, or by few. */
const plans = new WeakMap<Settings, WeakMap<readonly RegisteredRule[], RulePlan>>();

export function planRules(settings: Settings, registry: readonly RegisteredRule[]): RulePlan {
  const ofSettings = plans.get(settings) ?? new WeakMap<readonly RegisteredRule[], RulePlan>();
  plans.set(settings, ofSettings);
  const known = ofSettings.get(registry);
  if (known !== undefined) return known;
  const plan = createPlan(settings, registry);
  ofSettings.set(registry, plan);
  return plan;
}

function createPlan(settings: Settings, registry: readonly RegisteredRule[]): RulePlan {
  const indices = new Map<string, number>();
  const rules: PlannedRule[] = [];
  for (const registered of registry) {
    const setting = settings.rules.get(registered.id);
    if (setting === undefined || !isOn(setting)) continue;
    const mentions = registered.rule.mentions?.map((word) => {
      const index = indices.get(word) ?? indices.size;
      indices.set(word, index);
      return index;
    });
    rules.push({ registered, setting, mentions: mentions ?? null });
  }
  const find = createWordFinder([...indices.keys()]);
  return { rules, concerns: (text) => (SPLIT_WORD.test(text) ? everyRule : thoseMentioned(find, text)) };
}

/**
 * A letter in front of an escape character at a line's end, which the first letter of a line below may follow: the word is whole
 * for the builder only, so all rules are asked. Comments and blank lines in between are taken for granted, not skipped one by one.
 */
const SPLIT_WORD = /[a-z][\\`][ \t]*\r?\n(?:[a-z]|[ \t]*(?:#|\r?\n))/i;

const everyRule = (): boolean => true;

function thoseMentioned(find: WordFinder, text: string): (rule: PlannedRule) => boolean {
  const found = find(text);
  return ({ mentions }) => {
    if (mentions === null) return true;
    for (const index of mentions) if (found[index] === 1) return true;
    return false;
  };
}
