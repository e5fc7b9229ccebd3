/** Which rules a file concerns at all, by the words it holds: see `mentions` of `RuleDefinition`. */
import { createWordFinder } from '../text/words';
import type { RegisteredRule } from './rule-definition';

/** Whether a rule of the registry can have anything to say of one file. */
export type IsConcerned = (rule: RegisteredRule) => boolean;

type FindConcerned = (text: string) => IsConcerned;

/** A run judges all files by one registry. */
const finders = new WeakMap<readonly RegisteredRule[], FindConcerned>();

export function concernedBy(text: string, registry: readonly RegisteredRule[]): IsConcerned {
  let finder = finders.get(registry);
  if (finder === undefined) {
    finder = createFinder(registry);
    finders.set(registry, finder);
  }
  return finder(text);
}

function createFinder(registry: readonly RegisteredRule[]): FindConcerned {
  const indices = new Map<string, number>();
  const ofRule = new Map<RegisteredRule, readonly number[]>();
  for (const registered of registry) {
    const { mentions } = registered.rule;
    if (mentions === undefined) continue;
    ofRule.set(registered, mentions.map((word) => {
      const index = indices.get(word) ?? indices.size;
      indices.set(word, index);
      return index;
    }));
  }
  const find = createWordFinder([...indices.keys()]);
  return (text) => {
    const found = find(text);
    return (rule) => ofRule.get(rule)?.some((index) => found[index] === 1) !== false;
  };
}
