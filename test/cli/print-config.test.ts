import { printedConfig } from '../../src/cli/print-config';
import { createResolver, type CommandLineSettings } from '../../src/config/resolve';
import { RULES } from '../config/registry';
import { validatorOf } from '../config/validator';

const FLAGS: CommandLineSettings = { presets: ['hadolint'], rules: { DL4003: 'off', 'no-sudo': 'error' }, build: { args: { A: null } }, noInlineConfig: true, failLevel: 'info' };

describe('printed settings', () => {
  const resolved = createResolver([], FLAGS, RULES).resolve(null);
  const printed = printedConfig(resolved, RULES);

  it('are a config', () => {
    expect(validatorOf(RULES)(printed)).toBe(true);
    expect(printed).toMatchObject({
      extends: [],
      rules: {
        'no-latest-tag': ['warning', { variables: 'skip', depth: 3, allowed: [], strict: false }], 'require-labels': 'off', 'no-sudo': 'error',
        'no-overridden-instruction': 'error', 'hadolint:DL4003': 'off',
      },
    });
  });

  it('mean the same again', () => {
    const again = createResolver([{ kind: 'file', path: 'x', folder: '/', content: printed }], { ...FLAGS, presets: [], rules: {} }, RULES).resolve(null);
    const isOn = ([, { severity, messages }]: (typeof entries)[number]): boolean => severity !== 'off' || Object.keys(messages).length > 0;
    const entries = [...again.settings.rules];
    expect(entries.filter(isOn).map(([id, setting]) => [id, { ...setting, explicit: true }])).toEqual(
      [...resolved.settings.rules].map(([id, setting]) => [id, { ...setting, explicit: true }]),
    );
    expect({ ...again.settings, rules: null }).toEqual({ ...resolved.settings, rules: null });
    expect(again.failLevel).toBe('info');
  });
});
