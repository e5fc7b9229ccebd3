import { runRules } from '../../src/cli/run-rules';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import { RULES } from '../config/registry';
import { surround } from './surround';

function list(...args: readonly [format: 'text' | 'json' | 'aliases', rules?: typeof RULES]): string {
  const recorded = surround('/');
  const [format, rules] = args;
  expect(runRules(format, recorded.surroundings, rules)).toBe(0);
  return recorded.out();
}

describe('the list of rules', () => {
  it('has a line for each, under its category', () => {
    const [first, second] = RULES;
    if (first === undefined || second === undefined) throw new Error('no rules');
    expect(list('text', [{ ...first, category: 'b' }, { ...second, category: 'a' }])).toBe(
      'a\n  require-labels  info     Summary of require-labels\n\nb\n  no-latest-tag   warning  Summary of no-latest-tag\n',
    );
    expect(list('text', [])).toBe('\n');
  });

  it('is for programs in JSON', () => {
    const report: unknown = JSON.parse(list('json', RULES));
    expect(report).toMatchObject({
      version: 1,
      tool: { name: 'plimsoll' },
      rules: [
        {
          id: 'no-latest-tag', category: 'test', summary: 'Summary of no-latest-tag', severity: 'warning', messages: {}, controls: [],
          presets: { recommended: { severity: 'warning', options: {} }, hadolint: { severity: 'warning', options: { variables: 'skip' } } },
          aliases: ['hadolint:DL3007', 'trivy:DS-0001', 'kics:f45ea400'], options: { depth: { type: 'integer', default: 3 } },
        },
        { id: 'require-labels' }, { id: 'no-sudo' }, { id: 'prefer-numeric-user' },
        { id: 'no-overridden-instruction', messages: { cmd: { aliases: ['hadolint:DL4003'] } } },
      ],
    });
  });

  it('says what the ids of other tools stand for, by tool and id', () => {
    const lines = list('aliases', RULES).split('\n');
    expect(lines.map((line) => line.trim()).filter((line) => /^(?:hadolint:DL3007|kics:f45ea400|hadolint:DL4003) /.test(line))).toEqual([
      expect.stringMatching(/^hadolint:DL3007 +no-latest-tag$/), expect.stringMatching(/^hadolint:DL4003 +no-overridden-instruction \(cmd\)$/), expect.stringMatching(/^kics:f45ea400 +no-latest-tag$/),
    ]);
    expect(list('aliases', [])).toBe('');
  });

  it('has all rules', () => {
    const report: { rules: { id: string }[] } = JSON.parse(list('json'));
    expect(report.rules.map(({ id }) => id)).toEqual(REGISTERED_RULES.map(({ id }) => id));
  });
});
