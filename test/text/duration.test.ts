import { parseDuration } from '../../src/text/duration';

describe('parseDuration', () => {
  it.each([
    ['30s', 30], ['1m30s', 90], ['1h', 3600], ['.5s', 0.5], ['1.s', 1], ['100ms', 0.1], ['-2s', -2], ['+1m', 60], ['0', 0], ['0s', 0],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBeCloseTo(seconds, 9);
  });

  it.each(['', '30', 's', '1d', '1s2', '1 s', '$X', '.s', '-', '1,5s'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});
