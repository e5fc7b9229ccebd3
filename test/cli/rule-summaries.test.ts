import { aliasesOf, ruleSummaries, ruleUrl } from '../../src/cli/rule-summaries';
import { createResolver } from '../../src/config/resolve';
import { RULES } from '../config/registry';
import { reportOf } from '../support/report';

const FLAGS = { presets: [], build: {}, noInlineConfig: false, failLevel: null };
const { results } = reportOf({
  files: [{ text: 'FROM a', problems: [{ rule: 'no-latest-tag' }, { rule: 'prefer-numeric-user' }, { rule: 'require-labels', by: 'comment' }, { rule: 'no-latest-tag' }] }],
});

describe('summaries of rules', () => {
  it('are there for the rules that a report names', () => {
    expect([...ruleSummaries(results, null, RULES).keys()]).toEqual(['no-latest-tag', 'require-labels', 'prefer-numeric-user']);
    expect(ruleSummaries([], null, RULES).size).toBe(0);
  });

  it('tell the level in the settings at the root, the rule\'s own when it is off there, and a warning at last', () => {
    const resolver = createResolver([], { ...FLAGS, rules: { 'no-latest-tag': 'error', 'require-labels': 'off' } }, RULES);
    const levels = [...ruleSummaries(results, resolver, RULES).values()].map(({ id, severity }) => [id, severity]);
    expect(levels).toEqual([['no-latest-tag', 'error'], ['require-labels', 'info'], ['prefer-numeric-user', 'warning']]);
  });

  it('tell what reports show of a rule', () => {
    expect(ruleSummaries(results, null, RULES).get('no-latest-tag')).toEqual({
      id: 'no-latest-tag', category: 'test', summary: 'Summary of no-latest-tag', severity: 'warning',
      aliases: ['hadolint:DL3007', 'trivy:DS-0001', 'kics:f45ea400'], controls: [], url: ruleUrl('no-latest-tag'),
    });
    expect(new URL(ruleUrl('x')).pathname).toMatch(/\/docs\/rules\/x\.md$/);
  });

  it('count an alias of a message once', () => {
    const rule = RULES.find(({ id }) => id === 'no-overridden-instruction')?.rule;
    expect(rule === undefined ? [] : aliasesOf(rule)).toEqual(['buildkit:MultipleInstructionsDisallowed', 'hadolint:DL4003', 'hadolint:DL4004']);
  });
});
