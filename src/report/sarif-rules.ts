/** Rules as SARIF describes them, with what code scanning reads. */
import type { MultiformatMessageString, ReportingDescriptor } from 'sarif';

import type { RuleSummary, Severity } from '../engine/result';

export const SARIF_LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What code scanning calls the severities of a rule that is not about security. */
const QUALITY_SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' };

/**
 * Categories whose findings are weaknesses. Having a score is what makes a rule a security rule in code scanning,
 * so that only these have one.
 */
const SECURITY_CATEGORIES: ReadonlySet<string> = new Set(['secrets', 'user']);

/** On the scale of CVSS; code scanning calls 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low. */
const SECURITY_SCORE: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', info: '3.0' };

/** Code scanning takes no more tags on a rule. */
const MOST_TAGS = 20;
/** Code scanning takes no longer descriptions, in UTF-16 units. */
const LONGEST_DESCRIPTION = 1024;

export function sarifRule(rule: RuleSummary): ReportingDescriptor {
  const security = SECURITY_CATEGORIES.has(rule.category);
  const summary = rule.summary.slice(0, LONGEST_DESCRIPTION);
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: help(rule),
    ...(rule.url === '' ? {} : { helpUri: rule.url }),
    defaultConfiguration: { level: SARIF_LEVEL[rule.severity] },
    properties: {
      tags: [rule.category, ...(security ? ['security'] : []), ...rule.controls].slice(0, MOST_TAGS),
      precision: 'high',
      ...(security
        ? { 'security-severity': SECURITY_SCORE[rule.severity] }
        : { 'problem.severity': QUALITY_SEVERITY[rule.severity] }),
      aliases: rule.aliases,
    },
  };
}

function help({ id, summary, url, aliases, controls }: RuleSummary): MultiformatMessageString {
  const explain = `plimsoll explain ${id}`;
  const facts = [
    ...(aliases.length > 0 ? [`Also known as ${aliases.join(', ')}.`] : []),
    ...(controls.length > 0 ? [`Serves ${controls.join(', ')}.`] : []),
  ];
  return {
    text: [`${summary}.`, `Why, and what to do instead: ${explain}${url === '' ? '' : `, or ${url}`}`, ...facts].join('\n'),
    markdown: [
      `${summary}.`,
      `Why, and what to do instead: \`${explain}\`${url === '' ? '' : `, or [the page of this rule](${url})`}.`,
      ...facts,
    ].join('\n\n'),
  };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
