/** The command `explain`. Load it by `import()`: it brings the texts and examples of all rules. */
import { namesOf } from '../engine/aliases';
import type { RegisteredRule } from '../engine/rule-definition';
import { RULE_TEXTS } from '../engine/rule-texts.generated';
import { visible } from '../report/visible';
import { unknownRule } from '../config/unknown-rule';
import { wantsColor } from './color';
import type { ExitCode } from './exit-code';
import { rulePage } from './rule-page';
import type { Surroundings } from './surroundings';

/** @param name id of a rule, or an alias; all rules that it stands for are explained */
export function runExplain(name: string, surroundings: Surroundings, rules: readonly RegisteredRule[] = RULE_TEXTS): ExitCode {
  const { environment, isTerminal, writeOut, writeError } = surroundings;
  const targets = namesOf(rules).resolve(name).rules;
  if (targets.length === 0) {
    writeError(`plimsoll: ${visible(unknownRule(name, rules))}\n`);
    return 2;
  }
  const color = wantsColor(null, environment, isTerminal);
  const pages = rules.flatMap((registered) => {
    const own = targets.filter(({ rule }) => rule === registered.id);
    return own.length === 0 ? [] : [rulePage(registered, own.flatMap(({ messageId }) => messageId ?? []), color)];
  });
  writeOut(pages.join('\n'));
  return 0;
}
