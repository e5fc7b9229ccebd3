import { isSpdxExpression } from '../../src/knowledge/spdx-expression';

describe('isSpdxExpression', () => {
  it.each([
    'MIT', 'apache-2.0', 'GPL-2.0', 'GPL-2.0+', 'GPL-2.0-or-later WITH Classpath-exception-2.0', '(MIT OR Apache-2.0) AND BSD-3-Clause', 'MIT and ISC',
    '((MIT))', ' MIT ', 'LicenseRef-own', 'DocumentRef-x:LicenseRef-y', 'MIT WITH AdditionRef-z', 'NONE', 'NOASSERTION', 'x'.repeat(3_000),
  ])('accepts %s', (text) => {
    expect(isSpdxExpression(text)).toBe(true);
  });

  it.each([
    'Apache License 2.0', 'Apache 2', 'Proprietary', 'MIT, ISC', 'MIT OR', 'OR MIT', 'MIT ISC', '(MIT', 'MIT)', ')MIT(', '()', 'MIT WITH', 'MIT WITH MIT',
    '(MIT) WITH Classpath-exception-2.0', 'MIT++', '',
  ])('refuses %j', (text) => {
    expect(isSpdxExpression(text)).toBe(false);
  });
});
