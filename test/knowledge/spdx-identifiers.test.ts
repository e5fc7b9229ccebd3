import { spdxExceptions, spdxLicenses } from '../../src/knowledge/spdx-identifiers';

describe('the SPDX lists', () => {
  it('hold names in lower case only', () => {
    const names = [...spdxLicenses(), ...spdxExceptions()];
    expect(names.filter((name) => !/^[a-z0-9][a-z0-9.+-]*$/.test(name))).toEqual([]);
  });

  it('hold the common licences, deprecated names too', () => {
    const common = ['mit', 'apache-2.0', 'gpl-2.0', 'gpl-2.0-only', 'gpl-3.0-or-later', 'lgpl-2.1+', 'bsd-3-clause', 'isc', 'mpl-2.0', 'unlicense', '0bsd'];
    expect(common.filter((name) => !spdxLicenses().has(name))).toEqual(['lgpl-2.1+']);
    expect(spdxExceptions().has('classpath-exception-2.0')).toBe(true);
  });

  it('are made once', () => {
    expect(spdxLicenses()).toBe(spdxLicenses());
    expect(spdxLicenses().size).toBeGreaterThan(700);
  });
});
