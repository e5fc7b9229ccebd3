/** Which rules a run asks, worked out once for all of its files. */
import type { RuleSetting, Settings } from '../config/settings';
import type { Range } from '../dockerfile/source';
import { createWordFinder } from '../text/words';
import { isOn } from './problems';
import type { RegisteredRule } from './rule-definition';

export interface PlannedRule {
  readonly registered: RegisteredRule;
  readonly setting: RuleSetting;
  /** Indices of the words one of which must be there; null when the rule is asked without them. See `mentions` of `RuleDefinition`. */
  readonly words: readonly number[] | null;
}

/** Whether a rule can have anything to say. */
export type IsConcerned = (rule: PlannedRule) => boolean;

export interface RulePlan {
  /** The rules that are on, in the order of the registry: those asked about a file, and those asked about single RUN instructions. */
  readonly ofFiles: readonly PlannedRule[];
  readonly ofRuns: readonly PlannedRule[];
  /** For the text of one file: answers for the file as a whole, or for a part of it. */
  concerns(text: string): (part: Range) => IsConcerned;
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
  const indexOf = (word: string): number => {
    const index = indices.get(word) ?? indices.size;
    indices.set(word, index);
    return index;
  };
  const ofFiles: PlannedRule[] = [];
  const ofRuns: PlannedRule[] = [];
  for (const registered of registry) {
    const setting = settings.rules.get(registered.id);
    if (setting === undefined || !isOn(setting)) continue;
    const { mentions } = registered.rule;
    if (mentions === undefined) ofFiles.push({ registered, setting, words: null });
    else if ('RUN' in mentions) ofRuns.push({ registered, setting, words: mentions.RUN.map(indexOf) });
    else ofFiles.push({ registered, setting, words: mentions.map(indexOf) });
  }
  const find = createWordFinder([...indices.keys()]);
  return {
    ofFiles,
    ofRuns,
    concerns: (text) => (SPLIT_WORD.test(text) ? () => everyRule : ({ start, end }) => thoseMentioned(find(text, start, end))),
  };
}

/**
 * A letter in front of an escape character at a line's end, which the first letter of a line below may follow: the word is whole
 * for the builder only, so all rules are asked. Comments and blank lines in between are taken for granted, not skipped one by one.
 */
const SPLIT_WORD = /[a-z][\\`][ \t]*\r?\n(?:[a-z]|[ \t]*(?:#|\r?\n))/i;

const everyRule = (): boolean => true;

function thoseMentioned(found: Uint8Array): IsConcerned {
  return ({ words }) => {
    if (words === null) return true;
    for (const index of words) if (found[index] === 1) return true;
    return false;
  };
}
