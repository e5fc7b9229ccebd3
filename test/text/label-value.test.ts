import { isAddress, isCommitHash, isEmailAddress, isTimestamp } from '../../src/text/label-value';

describe('isAddress', () => {
  it.each(['https://example.org', 'http://a/b?c#d', 'git+ssh://git@host/x.git', 'HTTPS://A', 'mailto:a@b', 'urn:x:y'])('accepts %s', (text) => {
    expect(isAddress(text)).toBe(true);
  });
  it.each(['example.org', 'https://', 'https:///x', 'https://a b', 'git@github.com:a/b.git', '//a', ''])('refuses %j', (text) => {
    expect(isAddress(text)).toBe(false);
  });
});

describe('isTimestamp', () => {
  it.each([
    '2026-11-23T10:00:00Z', '2026-11-23t10:00:00.123z', '2026-11-23 10:00:00+02:00', '2024-02-29T23:59:60Z', '2000-02-29T00:00:00-23:59',
  ])('accepts %s', (text) => {
    expect(isTimestamp(text)).toBe(true);
  });
  it.each([
    '2026-11-23', '2026-11-23T10:00Z', '2026-11-23T10:00:00', '2026-02-29T10:00:00Z', '1900-02-29T10:00:00Z', '2026-13-01T10:00:00Z', '2026-04-31T10:00:00Z',
    '2026-00-01T10:00:00Z', '2026-01-00T10:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T10:60:00Z', '2026-01-01T10:00:61Z', '2026-01-01T10:00:00+24:00', 'today', '',
  ])('refuses %j', (text) => {
    expect(isTimestamp(text)).toBe(false);
  });
});

describe('isCommitHash', () => {
  const lengths = ['7-40', '64'];
  it.each(['0a1b2c3', '0A1B2C3D', 'a'.repeat(40), 'a'.repeat(64)])('accepts %s', (text) => {
    expect(isCommitHash(text, lengths)).toBe(true);
  });
  it.each(['0a1b2c', 'a'.repeat(41), 'a'.repeat(63), 'v1.2.3', 'main', '', 'g'.repeat(40)])('refuses %j', (text) => {
    expect(isCommitHash(text, lengths)).toBe(false);
  });
  it('accepts no length that is no number', () => {
    expect(isCommitHash('0a1b2c3', ['x', ''])).toBe(false);
  });
});

describe('isEmailAddress', () => {
  it.each(['a@b.c', 'first.last+tag@example.org', 'root@localhost'])('accepts %s', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });
  it.each(['a', 'a@', '@b', 'Ann <a@b.c>', 'a@b@c', 'a@b..c', 'a@.b', 'a@b.', 'a b@c', ''])('refuses %j', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});
