/** The command `rules`. */
import { presetRules } from '../config/presets';
import { PRESET_NAMES, type RegisteredRule } from '../engine/rule-definition';
import { RULE_TEXTS } from '../engine/rule-texts.generated';
import { jsonText } from '../report/json-text';
import type { ExitCode } from './exit-code';
import { aliasesOf, ruleUrl } from './rule-summaries';
import type { Surroundings } from './surroundings';
import { TOOL } from './tool';

export function runRules(format: 'text' | 'json' | 'aliases', { writeOut }: Surroundings, rules: readonly RegisteredRule[] = RULE_TEXTS): ExitCode {
  writeOut(format === 'json' ? jsonText({ version: 1, tool: TOOL, rules: rules.map(ruleJson) }) : format === 'aliases' ? aliasList(rules) : ruleList(rules));
  return 0;
}

/** `peer:id` and what it stands for, a line each; an id of one message of a rule names that too. */
function aliasList(rules: readonly RegisteredRule[]): string {
  const rows = rules.flatMap(({ id, rule }) => {
    const ofMessages = Object.entries(rule.messages ?? {}).flatMap(([message, { aliases }]) => aliases.map((alias) => [alias, `${id} (${message})`] as const));
    const narrowed = new Set(ofMessages.map(([alias]) => alias));
    return [...ofMessages, ...rule.aliases.filter((alias) => !narrowed.has(alias)).map((alias) => [alias, id] as const)];
  });
  const width = Math.max(0, ...rows.map(([alias]) => alias.length));
  return rows.map(([alias, target]) => `${alias.padEnd(width)}  ${target}\n`).sort().join('');
}

/** Fields are only ever added; a changed meaning is a new `version`. */
function ruleJson(registered: RegisteredRule): object {
  const { id, category, rule } = registered;
  return {
    id,
    category,
    summary: rule.summary,
    severity: rule.severity,
    presets: Object.fromEntries(PRESET_NAMES.flatMap((name) => [...presetRules(name, [registered]).values()].map((member) => [name, member]))),
    aliases: aliasesOf(rule),
    messages: rule.messages ?? {},
    controls: rule.controls,
    options: rule.options ?? {},
    url: ruleUrl(id),
  };
}

function ruleList(rules: readonly RegisteredRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const categories = [...new Set(rules.map(({ category }) => category))].sort();
  const blocks = categories.map((category) => {
    const own = rules.filter((rule) => rule.category === category);
    return [category, ...own.map(({ id, rule }) => `  ${id.padEnd(width)}  ${rule.severity.padEnd('warning'.length)}  ${rule.summary}`)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
