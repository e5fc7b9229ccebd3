import { planRules } from '../../src/engine/rule-plan';
import type { RegisteredRule } from '../../src/engine/rule-definition';
import { registered, settingsFor } from '../support/rules';

function ids(rules: readonly { readonly registered: RegisteredRule }[]): readonly string[] {
  return rules.map(({ registered: { id } }) => id);
}

describe('the rules that a file concerns', () => {
  const any = registered('any');
  const apt = registered('apt', { mentions: ['apt', 'aptitude'] });
  const pip = registered('pip', { mentions: ['pip', 'apt'] });
  const registry = [any, apt, pip];
  const plan = planRules(settingsFor(registry), registry);
  const concerned = (text: string): readonly string[] => ids(plan.rules.filter(plan.concerns(text)));

  it.each([
    ['', ['any']],
    ['RUN APT-GET', ['any', 'apt', 'pip']],
    ['RUN pip3', ['any', 'pip']],
    ['RUN aptitude', ['any', 'apt']],
    ['RUN apts', ['any']],
    ['RUN xx\\\n  xx', ['any']],
    ['RUN xx \\\nxx', ['any']],
    ['RUN a\\\npt', ['any', 'apt', 'pip']],
    ['RUN a\\ \r\n # b\r\n\r\npt', ['any', 'apt', 'pip']],
    ['RUN a`\npt', ['any', 'apt', 'pip']],
  ])('of %j', (text, expected) => expect(concerned(text)).toEqual(expected));
});

describe('the plan of a run', () => {
  const a = registered('a');
  const b = registered('b', { messages: { one: { aliases: [], description: '' } } });
  const c = registered('c');

  it('holds the rules that are on, with their settings', () => {
    const settings = settingsFor([a, b], { a: { severity: 'off' }, b: { severity: 'off', messages: { one: 'info' } } });
    const { rules } = planRules(settings, [a, b, c]);
    expect(ids(rules)).toEqual(['b']);
    expect(rules[0]?.setting).toBe(settings.rules.get('b'));
  });

  it('is made once for the same settings and registry, and anew for others', () => {
    const settings = settingsFor([a, b]);
    const registry = [a, b];
    expect(planRules(settings, registry)).toBe(planRules(settings, registry));
    expect(ids(planRules(settings, [b]).rules)).toEqual(['b']);
    expect(ids(planRules(settingsFor([a]), registry).rules)).toEqual(['a']);
  });
});
