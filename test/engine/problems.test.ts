import fc from 'fast-check';
import type { RuleSetting } from '../../src/config/settings';
import { createSource } from '../../src/dockerfile/source';
import { inReportOrder, isOn, levelOf, spanOf, stamp, type AnyFinding } from '../../src/engine/problems';
import type { Problem, Severity } from '../../src/engine/result';
import type { Level } from '../../src/engine/rule-definition';

const setting = (severity: Level, more: Partial<RuleSetting> = {}): RuleSetting => ({ severity, explicit: false, options: {}, messages: {}, ...more });
const source = createSource('Dockerfile', 'FROM a\nRUN b');

function stamped(finding: Partial<AnyFinding>, how = setting('warning')): ReturnType<typeof stamp> {
  return stamp({ at: { start: 7, end: 10 }, message: 'text', ...finding }, 'rule', how, source);
}

describe('stamp', () => {
  it('adds rule, severity and place', () => {
    expect(stamped({})).toEqual({
      problem: {
        rule: 'rule', messageId: null, severity: 'warning', message: 'text', start: 7, end: 10,
        span: { line: 1, column: 0, endLine: 1, endColumn: 3 }, fix: null,
      },
      fault: null,
    });
  });

  it.each<[Level, Severity | undefined, Severity]>([
    ['error', undefined, 'error'],
    ['error', 'info', 'info'],
    ['warning', 'warning', 'warning'],
    ['info', 'error', 'info'],
  ])('a rule at level %s that reports %s gives %s', (level, reported, severity) => {
    const lowered = reported === undefined ? {} : { severity: reported };
    expect(stamped(lowered, setting(level)).problem?.severity).toBe(severity);
    expect(stamped(lowered, setting(level, { explicit: true })).problem?.severity).toBe(severity);
  });

  it('takes the level of the message where one is set', () => {
    const how = setting('warning', { messages: { cmd: 'off', shell: 'error' } });
    expect(stamped({ messageId: 'cmd' }, how).problem).toBeNull();
    expect(stamped({ messageId: 'shell' }, how).problem).toMatchObject({ severity: 'error', messageId: 'shell' });
    expect(stamped({ messageId: 'other' }, how).problem?.severity).toBe('warning');
  });

  it('lets one message of a rule be on that is off', () => {
    const how = setting('off', { messages: { cmd: 'info' } });
    expect(stamped({ messageId: 'cmd' }, how).problem?.severity).toBe('info');
    expect(stamped({ messageId: 'other' }, how).problem).toBeNull();
  });

  it('gives edits as offsets, with the line ends of the file', () => {
    const fix = { kind: 'safe', edits: [{ at: { start: 0, end: 0 }, text: 'ARG x\nARG y\r\n' }] } as const;
    expect(stamped({ fix }).problem?.fix).toEqual({ kind: 'safe', changes: 'text', edits: [{ start: 0, end: 0, text: 'ARG x\nARG y\n' }] });
    const windows = createSource('Dockerfile', 'FROM a\r\nRUN b');
    const { problem } = stamp({ at: { start: 0, end: 4 }, message: '', fix: { ...fix, changes: 'stages' } }, 'rule', setting('warning'), windows);
    expect(problem?.fix).toEqual({ kind: 'safe', changes: 'stages', edits: [{ start: 0, end: 0, text: 'ARG x\r\nARG y\r\n' }] });
  });

  it.each([
    [{ start: -3, end: 4 }, { start: 0, end: 4 }],
    [{ start: 7, end: 99 }, { start: 7, end: 12 }],
    [{ start: 50, end: 99 }, { start: 12, end: 12 }],
    [{ start: 9, end: 7 }, { start: 9, end: 9 }],
    [{ start: NaN, end: NaN }, { start: 0, end: 0 }],
    [{ start: 1.5, end: Infinity }, { start: 1, end: 12 }],
  ])('moves the range %j into the file and calls it a fault', (at, inside) => {
    const { problem, fault } = stamped({ at });
    expect(problem).toMatchObject(inside);
    expect(fault).toContain(`${at.start}–${at.end}`);
  });

  it.each([
    ['outside the file', [{ at: { start: 0, end: 99 }, text: '' }], '0–99 of its fix is not in the file'],
    ['over each other', [{ at: { start: 0, end: 4 }, text: '' }, { at: { start: 2, end: 3 }, text: '' }], '2–3 of its fix overlaps another'],
  ])('drops a fix with edits %s and calls it a fault', (_, edits, words) => {
    const { problem, fault } = stamped({ fix: { kind: 'safe', edits } });
    expect(problem?.fix).toBeNull();
    expect(fault).toContain(words);
  });
});

describe('levels', () => {
  it('a rule is on if it or one of its messages is', () => {
    expect(isOn(setting('info'))).toBe(true);
    expect(isOn(setting('off'))).toBe(false);
    expect(isOn(setting('off', { messages: { cmd: 'info' } }))).toBe(true);
    expect(isOn(setting('off', { messages: { cmd: 'off' } }))).toBe(false);
  });

  it('the level of a message is its own or that of its rule', () => {
    expect(levelOf(setting('info', { messages: { cmd: 'error' } }), 'cmd')).toBe('error');
    expect(levelOf(setting('info', { messages: { cmd: 'error' } }), 'other')).toBe('info');
    expect(levelOf(setting('info'), null)).toBe('info');
  });
});

describe('inReportOrder', () => {
  const problem = (start: number, rule: string, more: Partial<Problem> = {}): Problem => ({
    rule, messageId: null, severity: 'warning', message: '', start, end: start, span: spanOf(source, { start, end: start }), fix: null, ...more,
  });

  it('sorts by place, then rule', () => {
    const sorted = inReportOrder([problem(9, 'a'), problem(7, 'b'), problem(2, 'z'), problem(7, 'a')]);
    expect(sorted.map(({ start, rule }) => `${start} ${rule}`)).toEqual(['2 z', '7 a', '7 b', '9 a']);
  });

  it('leaves out exact repetitions only', () => {
    const kept = [
      problem(1, 'a'), problem(1, 'a', { end: 5 }), problem(1, 'a', { message: 'other' }), problem(1, 'a', { messageId: 'cmd' }),
      problem(1, 'a', { severity: 'info' }), problem(1, 'b'), problem(2, 'a'),
    ];
    expect(inReportOrder([...kept, ...kept])).toHaveLength(kept.length);
  });

  it('does not depend on the order in which the problems come', () => {
    const arbitrary = fc.record({ start: fc.nat(3), rule: fc.constantFrom('a', 'b'), message: fc.constantFrom('x', 'y'), severity: fc.constantFrom<Severity>('info', 'error') });
    fc.assert(
      fc.property(fc.array(arbitrary), (drafts) => {
        const problems = drafts.map(({ start, rule, ...more }) => problem(start, rule, more));
        expect(inReportOrder([...problems].reverse())).toEqual(inReportOrder(problems));
      }),
    );
  });
});
