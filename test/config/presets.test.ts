import { isPresetName, presetRules } from '../../src/config/presets';
import type { PresetName } from '../../src/engine/rule-definition';
import { RULES } from './registry';

function severities(name: PresetName): Readonly<Record<string, string>> {
  return Object.fromEntries([...presetRules(name, RULES)].map(([id, { severity }]) => [id, severity]));
}

describe('a preset', () => {
  it('recommended holds every rule that is not off', () => {
    expect(severities('recommended')).toEqual({
      'no-latest-tag': 'warning', 'require-labels': 'info', 'no-sudo': 'error', 'no-overridden-instruction': 'warning',
    });
  });

  it('strict keeps the levels of the rules, but those it names; what is off becomes a warning', () => {
    expect(severities('strict')).toEqual({
      'no-latest-tag': 'warning', 'require-labels': 'info', 'no-sudo': 'warning', 'prefer-numeric-user': 'warning',
    });
  });

  it('of an audit raises its members to warnings at least', () => {
    expect(severities('cis')).toEqual({ 'require-labels': 'warning', 'prefer-numeric-user': 'warning' });
    expect(severities('nist')).toEqual({ 'require-labels': 'error' });
    expect(severities('gc')).toEqual({ 'no-latest-tag': 'warning', 'require-labels': 'warning', 'no-sudo': 'error' });
  });

  it('of a peer takes its levels and its options', () => {
    expect(severities('hadolint')).toEqual({ 'no-latest-tag': 'warning', 'prefer-numeric-user': 'info', 'no-overridden-instruction': 'error' });
    expect(presetRules('hadolint', RULES).get('no-latest-tag')?.options).toEqual({ variables: 'skip' });
    expect(presetRules('buildkit', RULES).size).toBe(0);
  });

  it('leaves out options without a value', () => {
    const [first] = RULES;
    if (first === undefined) throw new Error('no rules');
    const odd = { ...first, rule: { ...first.rule, presets: { strict: { options: { depth: 1, variables: undefined } } } } };
    expect(presetRules('strict', [odd]).get(first.id)?.options).toEqual({ depth: 1 });
  });

  it('may give messages of a rule levels of their own', () => {
    const several = RULES.filter(({ id }) => id === 'no-overridden-instruction').map((each) => (
      { ...each, rule: { ...each.rule, presets: { hadolint: { messages: { entrypoint: 'error' as const, cmd: undefined } } } } }
    ));
    expect(presetRules('hadolint', several).get('no-overridden-instruction')).toEqual({ severity: 'warning', options: {}, messages: { entrypoint: 'error' } });
  });

  it('has a name', () => {
    expect(['recommended', 'gc'].every(isPresetName)).toBe(true);
    expect(isPresetName('nothing')).toBe(false);
  });
});
