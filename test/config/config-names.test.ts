import { CONFIG_NAMES, PACKAGE_FILE, packageConfig } from '../../src/config/config-names';

describe('a config', () => {
  it('is a file of its own', () => {
    expect(CONFIG_NAMES).toEqual(['.plimsoll.yaml', '.plimsoll.yml', '.plimsoll.json']);
  });

  it('or stands in package.json under our name', () => {
    expect(PACKAGE_FILE).toBe('package.json');
    expect(packageConfig({ name: 'x', plimsoll: { root: true } })).toEqual({ root: true });
    expect([{ name: 'plimsoll' }, ['plimsoll'], 'plimsoll', null].map(packageConfig)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
