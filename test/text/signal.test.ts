import { parseSignal, signalNames } from '../../src/text/signal';

describe('parseSignal', () => {
  it.each([
    ['SIGTERM', 'known'], ['sigquit', 'known'], ['HUP', 'known'], ['15', 'known'], ['64', 'known'], ['SIGRTMIN+15', 'known'], ['SIGRTMAX-14', 'known'],
    ['RTMIN', 'known'], ['SIGKILL', 'KILL'], ['9', 'KILL'], ['kill', 'KILL'], ['SIGSTOP', 'STOP'], ['19', 'STOP'], ['65', 'out-of-range'],
    ['-1', 'out-of-range'], ['0', 'unknown'], ['SIGRTMIN+16', 'unknown'], ['SIGRTMAX-15', 'unknown'], ['SIGFOO', 'unknown'], ['9s', 'unknown'], ['', 'unknown'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseSignal(text)).toBe(expected);
  });

  it('knows every name that it lists', () => {
    expect(signalNames().filter((name) => parseSignal(name) === 'unknown')).toEqual([]);
  });
});
