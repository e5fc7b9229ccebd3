/** Small rules and settings for tests of the engine. */
import { DEFAULT_BUILD, type RuleSetting, type Settings } from '../../src/config/settings';
import type { RegisteredRule, RuleDefinition } from '../../src/engine/rule-definition';

/** A registered rule that does nothing but what is given. */
export function registered(id: string, rule: Partial<RuleDefinition> = {}): RegisteredRule {
  return { id, category: 'test', rule: { summary: id, why: '', severity: 'warning', presets: {}, aliases: [], controls: [], examples: [], ...rule } };
}

/** Settings that run every rule of a registry at its own level (`off`: as a warning), with some of them changed. */
export function settingsFor(
  registry: readonly RegisteredRule[],
  changes: Readonly<Record<string, Partial<RuleSetting>>> = {},
  settings: Partial<Settings> = {},
): Settings {
  const rules = new Map<string, RuleSetting>();
  for (const { id, rule } of registry) {
    const severity = rule.severity === 'off' ? 'warning' : rule.severity;
    const options = Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, schema]) => [name, schema.default]));
    rules.set(id, { severity, explicit: false, options, messages: {}, ...changes[id] });
  }
  return { rules, build: DEFAULT_BUILD, inlineConfig: true, ...settings };
}
