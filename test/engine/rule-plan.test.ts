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
  const concerned = (text: string): readonly string[] => ids(plan.ofFiles.filter(plan.concerns(`sudo${text}`)({ start: 4, end: text.length + 4 })));

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
    const { ofFiles, ofRuns } = planRules(settings, [a, b, c]);
    expect([ids(ofFiles), ids(ofRuns)]).toEqual([['b'], []]);
    expect(ofFiles[0]?.setting).toBe(settings.rules.get('b'));
  });

  it('tells rules about single RUN instructions from the others', () => {
    const ofRun = registered('run', { mentions: { RUN: ['apt'] } });
    const registry = [ofRun, registered('file', { mentions: ['apt'] })];
    const { ofFiles, ofRuns, concerns } = planRules(settingsFor(registry), registry);
    expect([ids(ofFiles), ids(ofRuns)]).toEqual([['file'], ['run']]);
    const text = 'RUN apt\nRUN x';
    expect([{ start: 0, end: 7 }, { start: 8, end: 13 }].map((range) => ofRuns.filter(concerns(text)(range)).length)).toEqual([1, 0]);
  });

  it('is made once for the same settings and registry, and anew for others', () => {
    const settings = settingsFor([a, b]);
    const registry = [a, b];
    expect(planRules(settings, registry)).toBe(planRules(settings, registry));
    expect(ids(planRules(settings, [b]).ofFiles)).toEqual(['b']);
    expect(ids(planRules(settingsFor([a]), registry).ofFiles)).toEqual(['a']);
  });
});
