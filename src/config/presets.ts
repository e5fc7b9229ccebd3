/** Presets, from what each rule says of itself. */
import { PRESET_NAMES, type Level, type PresetName, type RegisteredRule, type RuleDefinition } from '../engine/rule-definition';
import type { Severity } from '../engine/result';
import type { OptionValues } from './config-file';

/** What a preset says of one rule. */
export interface PresetRule {
  readonly severity: Severity;
  /** Only those that differ from the defaults. */
  readonly options: OptionValues;
  /** Levels of single messages; missing when all have that of the rule. */
  readonly messages?: Readonly<Record<string, Severity>>;
}

/** An audit must fail on every member, so these raise what is below a warning. */
const AUDITS: ReadonlySet<PresetName> = new Set(['cis', 'nist', 'gc']);

export function isPresetName(name: string): name is PresetName {
  return PRESET_NAMES.some((preset) => preset === name);
}

/** The rules of a preset by id; a rule that is missing is not in it. */
export function presetRules(name: PresetName, rules: readonly RegisteredRule[]): ReadonlyMap<string, PresetRule> {
  const members = new Map<string, PresetRule>();
  for (const { id, rule } of rules) {
    const member = presetRule(name, rule);
    if (member !== null) members.set(id, member);
  }
  return members;
}

function presetRule(name: PresetName, rule: RuleDefinition): PresetRule | null {
  if (name === 'recommended') return rule.severity === 'off' ? null : { severity: rule.severity, options: {} };
  const entry = rule.presets[name];
  if (entry === undefined) return null;
  const level = onLevel(entry.severity ?? rule.severity);
  const severity = level === 'info' && AUDITS.has(name) ? 'warning' : level;
  const messages = given(entry.messages ?? {});
  return { severity, options: given(entry.options ?? {}), ...(Object.keys(messages).length === 0 ? {} : { messages }) };
}

/** A rule that is off in `recommended` runs as a warning elsewhere. */
function onLevel(level: Level): Severity {
  return level === 'off' ? 'warning' : level;
}

function given<V>(values: Readonly<Record<string, V | undefined>>): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
