/** The settings of one file as a config that says the same: it extends nothing and leaves no rule out. */
import type { ConfigFile, RuleEntry } from '../config/config-file';
import type { ResolvedConfig } from '../config/resolve';
import type { RuleSetting } from '../config/settings';
import type { RegisteredRule } from '../engine/rule-definition';

export function printedConfig({ settings, failLevel }: ResolvedConfig, rules: readonly RegisteredRule[]): ConfigFile {
  return {
    extends: [],
    rules: Object.fromEntries(rules.flatMap((registered) => entriesOf(registered, settings.rules.get(registered.id)))),
    build: settings.build,
    noInlineConfig: !settings.inlineConfig,
    failLevel,
  };
}

function entriesOf({ id, rule }: RegisteredRule, setting: RuleSetting | undefined): readonly (readonly [string, RuleEntry])[] {
  if (setting === undefined) return [[id, 'off']];
  const { severity, options, messages } = setting;
  const own: RuleEntry = Object.keys(options).length === 0 ? severity : [severity, options];
  const ofMessages = Object.entries(messages).flatMap(([messageId, level]): readonly (readonly [string, RuleEntry])[] => {
    const [alias = rule.familyMessages === true ? messageId : undefined] = rule.messages?.[messageId]?.aliases ?? [];
    return alias === undefined ? [] : [[alias, level]];
  });
  return [[id, own], ...ofMessages];
}
