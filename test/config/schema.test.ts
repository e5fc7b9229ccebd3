import Ajv from 'ajv';
import { configSchema } from '../../src/config/schema';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import { RULES } from './registry';
import { validatorOf } from './validator';

describe('the schema of config files', () => {
  it('is a valid draft-07 schema', () => {
    expect(new Ajv().validateSchema(configSchema(REGISTERED_RULES))).toBe(true);
  });

  it('has no keyword that means nothing', () => {
    expect(() => validatorOf(REGISTERED_RULES)).not.toThrow();
  });

  it('is held to the rules', () => {
    const validate = validatorOf(REGISTERED_RULES);
    expect(validate({ rules: { 'no-maintainer': ['error', { label: 'maintainer' }], DL4000: 'off', 'hadolint:DL4000': 'off' } })).toBe(true);
    expect(validate({ rules: { 'no-maintainer': ['error', { lable: 'maintainer' }] } })).toBe(false);
  });

  it('knows families of aliases, and no names beyond them', () => {
    const validate = validatorOf(RULES);
    expect(validate({ rules: { SC2086: 'off', 'shellcheck:SC2086': 'off' } })).toBe(true);
    for (const name of ['SC3001', 'trivy:SC2086', 'xSC2086', 'DL3007x', 'hadolint:f45ea400']) {
      expect(validate({ rules: { [name]: 'off' } })).toBe(false);
    }
  });

  it('names no alias when no rule has one', () => {
    const validate = validatorOf([]);
    expect(validate({ rules: {} })).toBe(true);
    expect(validate({ rules: { '': 'off' } })).toBe(false);
  });
});
