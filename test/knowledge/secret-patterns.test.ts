import { SECRET_PATTERNS, SECRET_PATTERNS_DATE } from '../../src/knowledge/secret-patterns';

test('the list says when it was compared with its sources', () => expect(SECRET_PATTERNS_DATE).toMatch(/^20\d\d-[01]\d-[0-3]\d$/));

test.each(SECRET_PATTERNS.map((pattern) => [pattern.start, pattern] as const))('%s: a beginning and a sticky whole', (start, { name, whole }) => {
  expect(name).not.toBe('');
  expect(() => new RegExp(start)).not.toThrow();
  expect(whole.sticky).toBe(true);
});

test.each([
  ['AKIAIOSFODNN7QWERTYU', 'an AWS access key'],
  [`ghp_${'a1'.repeat(18)}`, 'a GitHub token'],
  [`AIza${'b'.repeat(35)}`, 'a Google API key'],
  [`npm_${'c'.repeat(36)}`, 'an npm token'],
])('%s is %s', (text, expected) => {
  const found = SECRET_PATTERNS.find(({ whole }) => {
    whole.lastIndex = 0;
    return whole.test(text);
  });
  expect(found?.name).toBe(expected);
});

test.each(['AKIA', 'ghp_short', '0123456789abcdef0123456789abcdef'])('%s is no secret', (text) => {
  expect(SECRET_PATTERNS.some(({ whole }) => {
    whole.lastIndex = 0;
    return whole.test(text);
  })).toBe(false);
});
