import type { Example, OptionSchemas, RegisteredRule, RuleDefinition, VariantName } from '../src/engine/rule-definition';
import { defineRule } from '../src/rule';
import { checkExample, checkExamples, EXAMPLE_VARIANTS, testRules, type Outcome } from '../src/testing';
import { registered } from './support/rules';

type AnyExample = Example<OptionSchemas>;

/** Objects to USER root, and repairs it. */
const noRoot = registered('no-root', defineRule({
  summary: '', why: '', severity: 'warning', presets: {}, aliases: [], controls: [], examples: [],
  options: { names: { type: 'array', items: { type: 'string' }, default: ['root'], description: '' } },
  dockerfile: ({ options, report, model }) => ({
    USER({ user, trigger }) {
      if (user === null || !options.names.includes(user.value)) return;
      const sure = model.stages.length === 1;
      report({
        at: user.range,
        message: `USER ${user.value} is bad`,
        ...(sure ? {} : { severity: 'info' }),
        ...(trigger ? {} : { fix: { kind: 'safe', edits: [{ at: user.range, text: 'app' }] } }),
      });
    },
  }),
})).rule;

function check(example: AnyExample, rule: RuleDefinition = noRoot, variant: VariantName | 'as-written' = 'as-written'): Outcome {
  return checkExample(rule, 'no-root', example, variant, []);
}
const complaints = (outcome: Outcome): string => (outcome.kind === 'failed' ? outcome.complaints.join('\n') : outcome.kind);

describe('an example', () => {
  it('may say what the build context is', () => {
    const { rule } = registered('no-ignored', {
      dockerfile: ({ facts: { context = null }, report }) => ({
        COPY: ({ range }) => (context?.isIgnored('a') === true && context.holds('a') === true ? report({ at: range, message: 'a is ignored' }) : undefined),
      }),
    });
    expect(check({ bad: 'FROM x\n«COPY a /a»', context: { ignore: 'a', files: ['a'] } }, rule)).toEqual({ kind: 'passed' });
    for (const other of [{}, { context: {} }, { context: { ignore: 'a' } }, { context: { ignore: 'b', files: ['a'] } }]) {
      expect(check({ ...other, good: 'FROM x\nCOPY a /a' }, rule)).toEqual({ kind: 'passed' });
    }
  });

  it.each<[string, AnyExample]>([
    ['is silent', { good: 'FROM x\nUSER app' }],
    ['is reported where the marks are', { bad: 'FROM x\nUSER «root»' }],
    ['is fixed', { bad: 'FROM x\nUSER «root»\nUSER «root»', fixed: 'FROM x\nUSER app\nUSER app' }],
    ['says so', { bad: 'FROM x\nUSER «root»', message: 'USER root' }],
    ['sets an option', { options: { names: ['app'] }, bad: 'FROM x\nUSER «app»\nUSER root' }],
    ['is reported at a lower level', { bad: 'FROM x\nFROM y\nUSER «root»', severity: 'info' }],
  ])('passes when it %s, in every variant', (_, example) => {
    for (const variant of EXAMPLE_VARIANTS) expect([variant, complaints(check(example, noRoot, variant))]).toEqual([variant, expect.stringMatching(/^(passed|skipped)$/)]);
    expect(check(example)).toEqual({ kind: 'passed' });
  });

  it.each<[string, AnyExample, RegExp]>([
    ['is good and reported', { good: 'FROM x\nUSER root' }, /reports other places.*\n.*USER root".*\n.*«root»/],
    ['is bad and silent', { bad: 'FROM x\nUSER «app»' }, /reports other places/],
    ['is reported elsewhere', { bad: 'FROM x\n«USER» root' }, /expected: .*«USER» root.*\n.*received: .*USER «root»/],
    ['is reported more often', { bad: 'FROM x\nUSER «root»\nUSER root' }, /reports other places/],
    ['is fixed otherwise', { bad: 'FROM x\nUSER «root»', fixed: 'FROM x\nUSER nobody' }, /fixes it otherwise/],
    ['lacks words in its message', { bad: 'FROM x\nUSER «root»', message: 'group' }, /message lacks a text/],
    ['is lowered though it does not say so', { bad: 'FROM x\nFROM y\nUSER «root»' }, /reports info, not warning/],
    ['is not lowered though it says so', { bad: 'FROM x\nUSER «root»', severity: 'info' }, /reports warning, not info/],
    ['is bad without marks', { bad: 'FROM x\nUSER root' }, /marks what is reported/],
    ['has a mark without partner', { bad: 'FROM x\nUSER «root' }, /no partner/],
    ['is good with marks', { good: 'FROM «x»' }, /has no marks/],
    ['has marks in what is fixed', { bad: 'FROM x\nUSER «root»', fixed: 'FROM x\nUSER «app»' }, /has no marks/],
  ])('fails when it %s', (_, example, complaint) => {
    expect(complaints(check(example))).toMatch(complaint);
  });

  it('fails when its fix leaves something to report', () => {
    const half: RuleDefinition = { ...noRoot, dockerfile: ({ report }) => ({ USER: ({ user }) => user !== null && report({
      at: user.range, message: 'no', ...(user.value === 'root' ? { fix: { kind: 'safe', edits: [{ at: user.range, text: 'toor' }] } } : {}),
    }) }) };
    expect(complaints(check({ bad: 'FROM x\nUSER «root»', fixed: 'FROM x\nUSER toor' }, half))).toMatch(/still reports.*USER «toor»/);
  });

  it('applies fixes until nothing changes, and of two in one place the first', () => {
    const swaps: RuleDefinition = { ...noRoot, dockerfile: ({ report }) => ({ USER({ user }) {
      if (user === null || user.value.length < 2) return;
      const { start, end } = user.range;
      report({ at: { start, end: start + 1 }, message: 'a', fix: { kind: 'safe', edits: [{ at: { start, end: start + 2 }, text: 'x' }] } });
      report({ at: { start, end }, message: 'b', fix: { kind: 'safe', edits: [{ at: { start: start + 1, end }, text: 'never' }] } });
    } }) };
    expect(check({ bad: 'FROM x\nUSER ««a»bcd»', fixed: 'FROM x\nUSER x' }, swaps)).toEqual({ kind: 'passed' });
  });

  it.each(['Ends with a stop.', 'two\nlines', ' begins with a blank', ''])('fails when a message is %j', (message) => {
    const wordy: RuleDefinition = { ...noRoot, dockerfile: ({ report }) => ({ USER: ({ range: at }) => report({ at, message }) }) };
    expect(complaints(check({ bad: 'FROM x\n«USER a»' }, wordy))).toMatch(/one line without a full stop/);
  });

  it('fails when the rule has a bug', () => {
    const broken: RuleDefinition = { ...noRoot, dockerfile: () => { throw new Error('boom'); } };
    expect(complaints(check({ good: 'FROM x' }, broken))).toBe('internal error: boom');
  });

  it('may set build inputs', () => {
    const outputs: RuleDefinition = { ...noRoot, dockerfile: ({ report }) => ({ stage: ({ isOutput, from }) => isOutput && report({ at: from.keywordRange, message: 'output' }) }) };
    expect(check({ build: { targets: ['a'] }, bad: '«FROM» x AS a\nFROM y' }, outputs)).toEqual({ kind: 'passed' });
  });
});

describe('a variant', () => {
  const onbuild = (expect: 'silent' | 'skip'): RuleDefinition => ({ ...noRoot, variants: { onbuild: { expect, why: 'for the test' } } });
  const bad: AnyExample = { bad: 'FROM x\nUSER «root»' };

  it('fails where the verdict changes', () => {
    const shouting: RuleDefinition = { ...noRoot, dockerfile: ({ report }) => ({ USER: ({ keywordText, range: at }) => keywordText === 'USER' && report({ at, message: 'a' }) }) };
    expect(complaints(check({ bad: 'FROM x\n«USER a»' }, shouting, 'lower-case'))).toMatch(/reports other places/);
  });

  it('is skipped where it cannot be made, and where the rule says so', () => {
    expect(check({ good: 'FROM x' }, noRoot, 'crlf')).toEqual({ kind: 'skipped' });
    expect(check(bad, onbuild('skip'), 'onbuild')).toEqual({ kind: 'skipped' });
    expect(check({ bad: 'FROM x' }, noRoot, 'crlf')).toEqual({ kind: 'skipped' });
  });

  it('must be silent about triggers where the rule says so, and only about them', () => {
    expect(complaints(check(bad, onbuild('silent'), 'onbuild'))).toMatch(/reports other places/);
    const quiet: RuleDefinition = { ...onbuild('silent'), dockerfile: ({ report }) => ({ USER: ({ trigger, range: at }) => !trigger && report({ at, message: 'a' }) }) };
    expect(check({ bad: 'FROM x\n«USER a»' }, quiet, 'onbuild')).toEqual({ kind: 'passed' });
    expect(check({ bad: 'FROM x\n«USER a»\nFROM y\n«USER a»' }, quiet, 'onbuild')).toEqual({ kind: 'passed' });
    expect(check({ bad: 'FROM x\n«USER a»' }, { ...quiet, variants: { crlf: { expect: 'silent', why: '' } } }, 'crlf').kind).toBe('failed');
  });

  it('has its fix compared, with the freedom to write keywords and indentation in another way', () => {
    const inserts: RuleDefinition = { ...noRoot, dockerfile: ({ report }) => ({ USER: ({ range, keywordRange, user }) => user?.value === 'root' && report({
      at: keywordRange, message: 'a', fix: { kind: 'safe', edits: [{ at: range, text: 'WORKDIR /\nUSER app' }] },
    }) }) };
    const example: AnyExample = { bad: 'FROM x\n«USER» root', fixed: 'FROM x\nWORKDIR /\nUSER app' };
    for (const variant of ['as-written', 'crlf', 'bom', 'indented', 'lower-case', 'backtick'] as const) expect([variant, check(example, inserts, variant)]).toEqual([variant, { kind: 'passed' }]);
    expect(complaints(check(example, inserts, 'onbuild'))).toMatch(/fixes it otherwise/);
  });

  it('does without the comparison where the fixed text has no such variant', () => {
    const quotes: RuleDefinition = { ...noRoot, dockerfile: ({ report, model }) => ({ USER: ({ user }) => user?.value === 'root' && report({
      at: user.range, message: 'a', fix: { kind: 'safe', edits: [{ at: user.range, text: `a${model.document.escape}b` }] },
    }) }) };
    expect(check({ bad: 'FROM x\nUSER «root»', fixed: 'FROM x\nUSER a\\b' }, quotes, 'backtick')).toEqual({ kind: 'passed' });
  });
});

describe('a rule that judges comments', () => {
  const unused = registered('unused', {
    afterSuppress: ({ suppressions, report }) => {
      for (const { used, certain, range: at } of suppressions) if (certain && !used) report({ at, message: 'unused' });
    },
    examples: [{ good: '# plimsoll-disable-file no-root\nFROM x\nUSER root' }, { bad: '«# plimsoll-disable-file no-root»\nFROM x' }],
  });
  const registry: readonly RegisteredRule[] = [unused, { id: 'no-root', category: 'test', rule: noRoot }];

  it('is run together with the other rules of the registry', () => {
    for (const example of unused.rule.examples) expect(checkExample(unused.rule, 'unused', example, 'as-written', registry)).toEqual({ kind: 'passed' });
    expect(checkExamples(unused.rule, 'unused', registry)).toEqual([]);
  });
});

describe('the examples of a rule', () => {
  const good: AnyExample = { good: 'FROM x' };
  const bad: AnyExample = { bad: 'FROM x\nUSER «root»', fixed: 'FROM x\nUSER app', options: { names: ['root'] } };
  const kinds = registered('kinds', defineRule({
    summary: '', why: '', severity: 'off', presets: {}, aliases: [], controls: [],
    messages: { one: { aliases: [], description: '' }, two: { aliases: [], description: '' } },
    dockerfile: ({ report }) => ({ USER: ({ range: at }) => report({ at, message: 'a', messageId: 'one' }) }),
    examples: [good, { bad: 'FROM x\n«USER a»' }],
  })).rule;

  it.each<[string, RuleDefinition, readonly string[]]>([
    ['are complete', { ...noRoot, examples: [good, bad] }, []],
    ['lack a good one', { ...noRoot, examples: [bad] }, ['no example is good']],
    ['lack a bad one', { ...noRoot, examples: [{ ...good, options: { names: [] } }] }, ['no example is bad']],
    ['lack an option', { ...noRoot, examples: [good, { bad: 'FROM x\nUSER «root»', fixed: 'FROM x\nUSER app' }] }, ['no example sets the option names']],
    ['lack what is fixed', { ...noRoot, examples: [good, { bad: 'FROM x\nUSER «root»', options: { names: ['root'] } }] }, ['the rule offers a fix, but no example shows what is `fixed`']],
    ['stand beside a word that is none', { ...noRoot, mentions: ['user', 'apt-get'], examples: [good, bad] }, ['"apt-get" in `mentions` is no run of lower-case letters']],
    ['lack a message', kinds, ['no example reports the message two']],
    ['show a fix that there is not', { ...kinds, messages: {}, examples: [good, { bad: 'FROM x\n«USER a»', fixed: 'FROM x' }] }, ['an example shows what is `fixed`, but the rule offers no fix']],
    ['are wrongly marked, which is said elsewhere', { ...noRoot, options: {}, examples: [good, { bad: 'FROM «x' }] }, []],
  ])('%s', (_, rule, expected) => expect(checkExamples(rule, 'any', [])).toEqual(expected));
});

describe('testRules', () => {
  function run(rules: readonly RegisteredRule[]): readonly string[] {
    const log: string[] = [];
    testRules(rules, {
      describe(name, define) {
        log.push(name);
        define();
      },
      it(name, test) {
        try {
          test();
          log.push(`ok ${name}`);
        } catch (error) {
          log.push(`not ok ${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      },
    }, []);
    return log;
  }

  it('defines a test for each example and one for all', () => {
    const rule: RuleDefinition = { ...noRoot, options: {}, dockerfile: ({ report }) => ({ USER: ({ user }) => user?.value === 'root' && report({ at: user.range, message: 'a' }) }) };
    expect(run([{ id: 'a', category: '', rule: { ...rule, examples: [{ good: 'FROM x' }, { bad: 'FROM x\nUSER «root»' }] } }])).toEqual([
      'a', 'ok has examples of everything', 'ok example 1: good "FROM x"', 'ok example 2: bad "FROM x\\nUSER «root»"',
    ]);
  });

  it('tells in which variant an example fails, and of a wrong example nothing else', () => {
    const rule: RuleDefinition = { ...noRoot, options: {}, dockerfile: ({ report }) => ({ USER: ({ keywordText, range: at }) => keywordText === 'USER' && report({ at, message: 'a' }) }) };
    const log = run([{ id: 'a', category: '', rule: { ...rule, examples: [{ bad: 'FROM x\n«USER a»' }, { bad: 'FROM x\nUSER «a»' }] } }]);
    expect(log[1]).toBe('not ok has examples of everything: no example is good');
    expect(log[2]).toMatch(/^not ok example 1: .*lower-case: reports other places/);
    expect(log[2]).not.toMatch(/as-written|crlf/);
    expect(log[3]).toMatch(/^not ok example 2: .*as-written: /);
    expect(log[3]).not.toMatch(/lower-case|crlf/);
  });
});
