import { createSource } from '../../src/dockerfile/source';
import { createRun } from '../../src/engine/rule-run';
import { registered } from '../support/rules';

const at = { start: 0, end: 4 };
const run = (): ReturnType<typeof createRun> =>
  createRun(registered('a'), { severity: 'warning', explicit: false, options: {}, messages: {} }, createSource('Dockerfile', 'FROM x'));

describe('a run of a rule', () => {
  it('collects what is reported', () => {
    const rule = run();
    rule.attempt(() => rule.report({ at, message: 'one' }));
    rule.attempt(() => rule.report({ at, message: 'two' }));
    expect(rule.problems().map(({ rule: id, message }) => `${id}: ${message}`)).toEqual(['a: one', 'a: two']);
    expect(rule.failure()).toBeNull();
  });

  it('stops at an exception, keeps what was reported before and remembers the first failure', () => {
    const rule = run();
    rule.attempt(() => {
      rule.report({ at, message: 'before' });
      throw new TypeError('no such thing');
    });
    rule.attempt(() => rule.report({ at, message: 'after' }));
    expect(rule.problems().map(({ message }) => message)).toEqual(['before']);
    expect(rule.failure()).toBe('no such thing');
  });

  it('tells what was thrown when it is no error', () => {
    const rule = run();
    rule.attempt(() => {
      throw 'words';
    });
    expect(rule.failure()).toBe('words');
  });

  it('goes on after a finding that makes no sense, and remembers that', () => {
    const rule = run();
    rule.attempt(() => rule.report({ at: { start: 5, end: 99 }, message: 'wrong' }));
    rule.attempt(() => rule.report({ at, message: 'right' }));
    expect(rule.problems()).toHaveLength(2);
    expect(rule.failure()).toContain('5–99');
  });
});
