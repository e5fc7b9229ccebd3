import { describeViolations } from '../../src/config/describe-violations';
import { RULES } from './registry';
import { validatorOf } from './validator';

const validate = validatorOf(RULES);

describe('a config against the schema', () => {
  it.each<[unknown, string, string]>([
    [[], '', 'The config must be a mapping, not a list'],
    [null, '', 'The config must be a mapping, not null'],
    [{ rulez: {} }, 'key rulez', 'Unknown key "rulez"; did you mean rules?'],
    [{ zzzzzz: {} }, 'key zzzzzz', 'Unknown key "zzzzzz"; known here: $schema, root, extends, rules, overrides, build, ignore, noInlineConfig, failLevel'],
    [{ root: false }, 'root', 'root must be true, not false'],
    [{ extends: 3 }, 'extends', 'extends must be a text, not 3; put quotes around it'],
    [{ extends: [''] }, 'extends 0', 'extends[0] must not be empty'],
    [{ failLevel: 'warn' }, 'failLevel', 'failLevel must be one of error, warning, info, never, not "warn"'],
    [{ failLevel: 'warnings' }, 'failLevel', 'failLevel must be one of error, warning, info, never, not "warnings"; did you mean warning?'],
    [{ noInlineConfig: 'yes' }, 'noInlineConfig', 'noInlineConfig must be true or false, not "yes"'],
    [{ ignore: 'vendor' }, 'ignore', 'ignore must be a list, not "vendor"'],
    [{ rules: null }, 'rules', 'rules must be a mapping, not null'],
    [{ rules: { 'no-latest-tags': 'off' } }, 'key rules no-latest-tags', 'Unknown rule "no-latest-tags"; did you mean no-latest-tag?'],
    [{ rules: { zzzz: 'off' } }, 'key rules zzzz', 'Unknown rule "zzzz"'],
    [{ rules: { DL3008: 'off' } }, 'key rules DL3008', 'Unknown rule "DL3008": an id of another tool that no rule of Plimsoll stands for'],
    [{ rules: { 'AVD-DS-0001': 'off' } }, 'key rules AVD-DS-0001', 'Unknown rule "AVD-DS-0001"; write no-latest-tag, which it stands for'],
    [JSON.parse('{"rules": {"__proto__": "off"}}'), 'key rules __proto__', 'Unknown rule "__proto__"'],
    [{ rules: { 'no-sudo': 'warn' } }, 'rules no-sudo', 'The severity of no-sudo must be one of off, info, warning, error, not "warn"'],
    [{ rules: { 'no-sudo': 'eror' } }, 'rules no-sudo', 'The severity of no-sudo must be one of off, info, warning, error, not "eror"; did you mean error?'],
    [{ rules: { 'no-latest-tag': 2 } }, 'rules no-latest-tag', 'The severity of no-latest-tag must be one of off, info, warning, error, not 2'],
    [{ rules: { 'no-latest-tag': [2, {}] } }, 'rules no-latest-tag 0', 'The severity of no-latest-tag must be one of off, info, warning, error, not 2'],
    [{ rules: { 'no-sudo': ['error', {}] } }, 'rules no-sudo', 'no-sudo has no options; give a severity alone'],
    [{ rules: { DL3007: ['error', {}] } }, 'rules DL3007', 'DL3007 takes a severity only; give options under no-latest-tag'],
    [{ rules: { 'no-latest-tag': ['error'] } }, 'rules no-latest-tag', 'no-latest-tag takes a severity, or a list of a severity and options'],
    [{ rules: { 'no-latest-tag': ['error', {}, 1] } }, 'rules no-latest-tag', 'no-latest-tag takes a severity, or a list of a severity and options'],
    [{ rules: { 'no-latest-tag': ['error', 'skip'] } }, 'rules no-latest-tag 1', 'The options of no-latest-tag must be a mapping, not "skip"'],
    [{ rules: { 'no-latest-tag': ['error', { variable: 'skip' }] } }, 'key rules no-latest-tag 1 variable', 'no-latest-tag has no option "variable"; did you mean variables?'],
    [{ rules: { 'no-latest-tag': ['error', { zzz: 1 }] } }, 'key rules no-latest-tag 1 zzz', 'no-latest-tag has no option "zzz"; it has variables, depth, allowed, strict'],
    [{ rules: { 'no-latest-tag': ['error', { variables: 'skp' }] } }, 'rules no-latest-tag 1 variables', 'The option variables of no-latest-tag must be one of resolve, skip, not "skp"; did you mean skip?'],
    [{ rules: { 'no-latest-tag': ['error', { depth: 0 }] } }, 'rules no-latest-tag 1 depth', 'The option depth of no-latest-tag must be at least 1, not 0'],
    [{ rules: { 'no-latest-tag': ['error', { depth: 9 }] } }, 'rules no-latest-tag 1 depth', 'The option depth of no-latest-tag must be at most 3, not 9'],
    [{ rules: { 'no-latest-tag': ['error', { depth: '1' }] } }, 'rules no-latest-tag 1 depth', 'The option depth of no-latest-tag must be a whole number, not "1"'],
    [{ rules: { 'no-latest-tag': ['error', { allowed: { a: 1 } }] } }, 'rules no-latest-tag 1 allowed', 'The option allowed of no-latest-tag must be a list, not a mapping'],
    [{ overrides: [{ rules: {} }] }, 'overrides 0', 'overrides[0] needs the key files'],
    [{ overrides: [{ files: [] }] }, 'overrides 0 files', 'overrides[0].files must not be empty'],
    [{ overrides: [{ files: ['a'], rules: { 'no-sudoo': 'off' } }] }, 'key overrides 0 rules no-sudoo', 'Unknown rule "no-sudoo"; did you mean no-sudo?'],
    [{ overrides: [{ files: ['a'], rule: {} }] }, 'key overrides 0 rule', 'Unknown key "rule"; did you mean rules?'],
    [{ build: { target: 'a' } }, 'key build target', 'Unknown key "target"; did you mean targets?'],
    [{ build: { args: { VERSION: 1.1 } } }, 'build args VERSION', 'build.args.VERSION must be a text or null, not 1.1; put quotes around it'],
    [{ build: { args: { 'a/b~c': true } } }, 'build args a/b~c', 'build.args.a/b~c must be a text or null, not true'],
    [{ build: { platform: 'linux' } }, 'build platform', 'build.platform must be os/arch or os/arch/variant, such as linux/arm64, not "linux"'],
    [{ build: { builder: 'x'.repeat(100) } }, 'build builder', `build.builder must be one of buildkit, classic, buildah, not "${'x'.repeat(59)}…`],
  ])('%j is refused at %j: %s', (content, place, message) => {
    expect(validate(content)).toBe(false);
    const mistakes = describeViolations(content, validate.errors ?? [], RULES);
    const described = mistakes.map(({ path, part, message: text }) => ({ place: [...(part === 'key' ? ['key'] : []), ...path].join(' '), text }));
    expect(described).toEqual([{ place, text: message }]);
  });

  it('with very many mistakes is described by some of them', () => {
    const content = { rules: Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`zzzz${index}`, 'off'])) };
    expect(validate(content)).toBe(false);
    const mistakes = describeViolations(content, validate.errors ?? [], RULES);
    expect(mistakes).toHaveLength(21);
    expect(mistakes.at(0)?.message).toBe('Unknown rule "zzzz0"');
    expect(mistakes.at(-1)).toEqual({ path: [], part: 'key', message: 'Only 20 of the mistakes in this config are shown' });
  });

  it('is refused in general words when a validator gives no reason', () => {
    expect(describeViolations({}, [], RULES)).toEqual([{ path: [], part: 'value', message: 'This is not a valid config' }]);
    const odd = { instancePath: '/failLevel', keyword: 'const', params: {} };
    expect(describeViolations({ failLevel: { a: 1 } }, [odd], RULES)).toEqual([
      { path: ['failLevel'], part: 'value', message: 'failLevel is not valid, not a mapping' },
    ]);
  });
});
