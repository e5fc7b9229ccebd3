import { isSemanticVersion } from '../../src/text/semantic-version';

test.each([
  ['1.2.3', true],
  ['1.2.3-rc.1+build.5', true],
  ['v1.0.0', true],
  ['1.2', false],
  ['1.2.3.4', false],
  ['01.2.3', false],
  ['latest', false],
  ['vv1.0.0', false],
  ['=1.2.3', false],
  ['1.2.3-01', false],
  ['1.2.3-é', false],
  ['1.2.3\n', false],
  [' 1.2.3', false],
  ['1.2.3 ', false],
  ['', false],
])('%j is a semantic version: %s', (text, expected) => {
  expect(isSemanticVersion(text, { allowV: true })).toBe(expected);
});

test('a leading v may be refused', () => {
  expect(isSemanticVersion('v1.0.0', { allowV: false })).toBe(false);
});
