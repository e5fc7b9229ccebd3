import { createSource } from '../../src/dockerfile/source';
import type { Problem } from '../../src/engine/result';
import { RuleRun } from '../../src/engine/rule-run';
import { registered } from '../support/rules';

const at = { start: 0, end: 4 };
function start(found: Problem[] = []): RuleRun {
  return new RuleRun(registered('a'), { severity: 'warning', explicit: false, options: {}, messages: {} }, createSource('Dockerfile', 'FROM x'), found);
}

describe('a run of a rule', () => {
  it('reports to the list it shares with other rules', () => {
    const found: Problem[] = [];
    start(found).report({ at, message: 'one' });
    start(found).report({ at, message: 'two' });
    expect(found.map(({ rule: id, message }) => `${id}: ${message}`)).toEqual(['a: one', 'a: two']);
  });

  it('has neither failed nor stopped at first', () => expect(start()).toMatchObject({ failure: null, stopped: false }));

  it('is stopped by an exception and remembers its message', () => {
    const run = start();
    run.stop(new TypeError('no such thing'));
    expect(run).toMatchObject({ failure: 'no such thing', stopped: true });
  });

  it('tells what was thrown when it is no error', () => {
    const run = start();
    run.stop('words');
    expect(run.failure).toBe('words');
  });

  it('has failed, but goes on, after a finding that makes no sense', () => {
    const found: Problem[] = [];
    const run = start(found);
    run.report({ at: { start: 5, end: 99 }, message: 'wrong' });
    run.report({ at, message: 'right' });
    expect(found).toHaveLength(2);
    expect(run).toMatchObject({ failure: expect.stringContaining('5–99'), stopped: false });
  });

  it('remembers its first failure only', () => {
    const run = start();
    run.stop(new Error('first'));
    run.stop(new Error('second'));
    expect(run.failure).toBe('first');
  });
});
