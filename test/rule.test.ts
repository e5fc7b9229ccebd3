import * as contract from '../src/rule';
import { defineRule } from '../src/rule';

const base = {
  summary: 'Do something',
  why: 'Because',
  severity: 'warning',
  presets: {},
  aliases: [],
  controls: [],
  examples: [],
} as const;

describe('defineRule', () => {
  test('gives the rule back as it is', () => {
    expect(defineRule(base)).toBe(base);
  });

  // These are read by the type checker (`npm run types`): each line that is expected to be wrong must be wrong.
  test('types the options by their schema', () => {
    const seen: unknown[] = [];
    const rule = defineRule({
      ...base,
      presets: { strict: { options: { depth: 'patch' } } },
      options: {
        depth: { type: 'string', enum: ['minor', 'patch'], default: 'minor', description: '' },
        most: { type: 'integer', default: 3, description: '' },
        names: { type: 'array', items: { type: 'string' }, default: [], description: '' },
      },
      dockerfile: ({ options, report }) => {
        const depth: 'minor' | 'patch' = options.depth;
        const most: number = options.most;
        const names: readonly string[] = options.names;
        // @ts-expect-error There is no such option.
        seen.push(depth, most, names, options.dept);
        // @ts-expect-error A rule without message kinds names none.
        report({ at: { start: 0, end: 1 }, message: 'm', messageId: 'x' });
        return {};
      },
    });
    const report = (finding: unknown): number => seen.push(finding);
    expect(rule.dockerfile).toBeDefined();
    Reflect.apply(rule.dockerfile ?? String, rule, [{ options: { depth: 'patch', most: 1, names: ['a'] }, report }]);
    expect(seen).toEqual(['patch', 1, ['a'], undefined, expect.objectContaining({ message: 'm' })]);
  });

  test('types the message kinds', () => {
    const rule = defineRule({
      ...base,
      messages: { first: { aliases: [], description: '' } },
      dockerfile: ({ report }) => ({
        end() {
          report({ at: { start: 0, end: 1 }, message: 'm', messageId: 'first' });
          // @ts-expect-error There is no such kind.
          report({ at: { start: 0, end: 1 }, message: 'm', messageId: 'frist' });
        },
      }),
    });
    expect(Object.keys(rule.messages ?? {})).toEqual(['first']);
  });

  test('refuses what is no rule', () => {
    // @ts-expect-error A severity that does not exist.
    const wrongSeverity = defineRule({ ...base, severity: 'fatal' });
    // @ts-expect-error A preset that does not exist.
    const wrongPreset = defineRule({ ...base, presets: { stirct: {} } });
    expect([wrongSeverity.severity, wrongPreset.presets]).toEqual(['fatal', { stirct: {} }]);
  });
});

test('all that the contract offers is there', () => {
  const missing = Object.entries(contract).filter(([, value]) => value === undefined);
  expect(missing).toEqual([]);
  expect(contract.KEYWORDS).toContain('FROM');
});
