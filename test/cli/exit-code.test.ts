import { problemsFail } from '../../src/cli/exit-code';
import type { FailLevel } from '../../src/config/config-file';
import type { Severity } from '../../src/engine/result';

const file = (failLevel: FailLevel, ...severities: readonly Severity[]): Parameters<typeof problemsFail>[0][number] => ({
  failLevel, problems: severities.map((severity) => ({ severity })),
});

describe('problems', () => {
  it.each<[FailLevel, Severity, boolean]>([
    ['error', 'error', true], ['error', 'warning', false], ['error', 'info', false],
    ['warning', 'error', true], ['warning', 'warning', true], ['warning', 'info', false],
    ['info', 'error', true], ['info', 'warning', true], ['info', 'info', true],
    ['never', 'error', false], ['never', 'warning', false], ['never', 'info', false],
  ])('with the fail level %s: %s fails the run: %s', (level, severity, fails) => {
    expect(problemsFail([file(level, severity)], null)).toBe(fails);
  });

  it('are judged by the level of their own file', () => {
    expect(problemsFail([file('error', 'warning'), file('never', 'error')], null)).toBe(false);
    expect(problemsFail([file('error', 'warning'), file('info', 'info')], null)).toBe(true);
    expect(problemsFail([], null)).toBe(false);
  });

  it('that are warnings fail the run only by their number when there is a maximum', () => {
    const files = [file('warning', 'warning', 'info'), file('error', 'warning')];
    expect(problemsFail(files, 2)).toBe(false);
    expect(problemsFail(files, 1)).toBe(true);
    expect(problemsFail([...files, file('warning', 'error')], 9)).toBe(true);
    expect(problemsFail([file('never', 'warning')], 0)).toBe(false);
    expect(problemsFail([], 0)).toBe(false);
  });
});
