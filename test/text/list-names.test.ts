import { listNames } from '../../src/text/list-names';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
  [['x'.repeat(100)], `${'x'.repeat(59)}…`],
])('%j: %s', (names, expected) => {
  expect(listNames(names)).toBe(expected);
});
