import fc from 'fast-check';
import parse from 'semver/functions/parse';
import { isSemanticVersion } from '../../src/text/semantic-version';

test.each([
  ['1.2.3', true],
  ['1.2.3-rc.1+build.5', true],
  ['v1.0.0', true],
  ['1.2', false],
  ['1.2.3.4', false],
  ['01.2.3', false],
  ['latest', false],
  ['=1.2.3', false],
  [' 1.2.3', false],
  ['1.2.3 ', false],
  ['', false],
])('%j is a semantic version: %s', (text, expected) => {
  expect(isSemanticVersion(text, { allowV: true })).toBe(expected);
});

test('a leading v may be refused', () => {
  expect(isSemanticVersion('v1.0.0', { allowV: false })).toBe(false);
});

test('the package semver, which takes longer to load, gives the same answer', () => {
  const piece = fc.oneof(fc.constantFrom('0', '00', '1', '10', 'a', 'A-', '-', '.', '+', 'rc', 'x1', '1x', 'v', ' ', '\n', 'é'), fc.nat(9999).map(String));
  const shaped = fc.tuple(fc.constantFrom('1.2.3', '0.0.0', '1.2', ''), fc.array(piece, { maxLength: 8 })).map(([start, rest]) => start + rest.join(''));
  const isPlain = (text: string): boolean => text === text.trim() && !/^[v=]/.test(text);
  fc.assert(
    fc.property(shaped, (text) => {
      // It refuses numbers beyond its reach; the standard knows no limit.
      fc.pre(!/\d{16}/.test(text));
      expect(isSemanticVersion(text, { allowV: false })).toBe(isPlain(text) && parse(text) !== null);
    }),
    { numRuns: 2000 },
  );
});
