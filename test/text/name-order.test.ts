import { isMisplaced, sortByName } from '../../src/text/name-order';

describe('names in alphabetical order', () => {
  test.each([
    ['a', 'b'],
    ['g++', 'gcc'],
    ['Curl', 'git'],
    ['make', 'python3.9'],
  ])('%s is misplaced behind %s, and not the other way round', (name, before) => {
    expect(isMisplaced(name, before)).toBe(true);
    expect(isMisplaced(before, name)).toBe(false);
  });

  test.each([
    ['a', 'a'],
    ['a', 'B'],
    ['libssl-dev', 'libssl1.1'],
    ['python3.10', 'python3.9'],
    ['python310', 'python39'],
  ])('%s and %s may stand either way', (name, other) => {
    expect(isMisplaced(name, other)).toBe(false);
    expect(isMisplaced(other, name)).toBe(false);
  });

  test('sorting keeps those with the same name in their order', () => {
    expect(sortByName(['b=1', 'a', 'C', 'b=0'], (text) => text.replace(/=.*/, ''))).toEqual(['a', 'b=1', 'b=0', 'C']);
  });
});
