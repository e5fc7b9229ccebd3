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
    if (SPLIT_WORD.test(text)) return () => true;
    const found = find(text);
    return (rule) => ofRule.get(rule)?.some((index) => found[index] === 1) !== false;
  };
}

/**
 * A letter in front of an escape character at a line's end, which the first letter of a line below may follow: the word is whole
 * for the builder only, so all rules are asked. Comments and blank lines in between are taken for granted, not skipped one by one.
 */
const SPLIT_WORD = /[a-z][\\`][ \t]*\r?\n(?:[a-z]|[ \t]*(?:#|\r?\n))/i;
