import { SARIF_LEVEL, sarifRule } from '../../src/report/sarif-rules';
import { ruleSummary } from '../support/report';

describe('a rule in SARIF', () => {
  test('has what code scanning asks for', () => {
    expect(sarifRule(ruleSummary({ id: 'no-latest-tag', summary: 'Name a version', aliases: ['hadolint:DL3007'], controls: ['gc:no-latest'] }))).toEqual({
      id: 'no-latest-tag',
      name: 'NoLatestTag',
      shortDescription: { text: 'Name a version' },
      fullDescription: { text: 'Name a version' },
      help: {
        text: [
          'Name a version.',
          'Why, and what to do instead: plimsoll explain no-latest-tag, or https://plimsoll.example/rules/no-latest-tag',
          'Also known as hadolint:DL3007.',
          'Serves gc:no-latest.',
        ].join('\n'),
        markdown: [
          'Name a version.',
          'Why, and what to do instead: `plimsoll explain no-latest-tag`, or [the page of this rule](https://plimsoll.example/rules/no-latest-tag).',
          'Also known as hadolint:DL3007.',
          'Serves gc:no-latest.',
        ].join('\n\n'),
      },
      helpUri: 'https://plimsoll.example/rules/no-latest-tag',
      defaultConfiguration: { level: 'warning' },
      properties: {
        tags: ['base-image', 'gc:no-latest'],
        precision: 'high',
        'problem.severity': 'warning',
        aliases: ['hadolint:DL3007'],
      },
    });
  });

  test('without a page names none: empty strings are refused', () => {
    const rule = sarifRule(ruleSummary({ id: 'x', url: '' }));
    expect(rule).not.toHaveProperty('helpUri');
    expect(rule.help?.text).toBe('What x demands.\nWhy, and what to do instead: plimsoll explain x');
    expect(rule.help?.markdown).toBe('What x demands.\n\nWhy, and what to do instead: `plimsoll explain x`.');
  });

  test.each([
    ['secrets', 'error', '8.0'],
    ['secrets', 'warning', '5.5'],
    ['user', 'info', '3.0'],
  ] as const)('about security (%s, %s) has a score, and no quality severity', (category, severity, score) => {
    const { properties } = sarifRule(ruleSummary({ category, severity }));
    expect(properties).toMatchObject({ tags: [category, 'security'], 'security-severity': score });
    expect(properties).not.toHaveProperty(['problem.severity']);
  });

  test.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'recommendation'],
  ] as const)('about quality (%s) has no score', (severity, quality) => {
    const { properties } = sarifRule(ruleSummary({ severity }));
    expect(properties).toMatchObject({ 'problem.severity': quality });
    expect(properties).not.toHaveProperty('security-severity');
  });

  test('keeps to the limits of code scanning', () => {
    const rule = sarifRule(ruleSummary({ summary: 'x'.repeat(2000), controls: Array.from({ length: 30 }, (_, index) => `c:${index}`) }));
    expect(rule.shortDescription?.text).toHaveLength(1024);
    expect(rule.fullDescription?.text).toHaveLength(1024);
    expect(rule.properties?.tags).toHaveLength(20);
  });
});

test('levels are those of SARIF', () => {
  expect(SARIF_LEVEL).toEqual({ error: 'error', warning: 'warning', info: 'note' });
});
