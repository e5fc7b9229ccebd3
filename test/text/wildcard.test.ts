import { matchesWildcard } from '../../src/text/wildcard';

describe('matchesWildcard', () => {
  it.each([
    ['bookworm', 'bookworm'],
    ['bookworm-slim', 'bookworm*'],
    ['bookworm', 'bookworm*'],
    ['3.20-alpine', '*-alpine'],
    ['aXbXc', 'a*b*c'],
    ['aab', '*ab'],
    ['', ''],
    ['', '**'],
    ['a*b', 'a*b'],
  ])('%s fits %s', (text, pattern) => {
    expect(matchesWildcard(text, pattern)).toBe(true);
  });

  it.each([
    ['bookworm', 'book'],
    ['bookworm', 'Bookworm'],
    ['old-bookworm', 'bookworm*'],
    ['abd', 'a*c'],
    ['a', ''],
    ['', 'a'],
    ['axb', 'a.b'],
  ])('%s does not fit %s', (text, pattern) => {
    expect(matchesWildcard(text, pattern)).toBe(false);
  });

  it('does not hang on many stars', () => {
    expect(matchesWildcard('a'.repeat(10_000), `${'*a'.repeat(50)}b`)).toBe(false);
  });
});
