import { rulePage } from '../../src/cli/rule-page';
import { REGISTERED_RULES } from '../../src/engine/registry.generated';
import type { RegisteredRule } from '../../src/engine/rule-definition';

const RULE: RegisteredRule = {
  id: 'no-thing',
  category: 'things',
  rule: {
    summary: 'Do not use things',
    why: 'Things are\nbad.\n\n- one\n- two\n\nSo there.',
    exceptions: 'When there is nothing else.',
    severity: 'off',
    presets: { strict: {}, gc: { severity: 'error' } },
    aliases: ['hadolint:DL1', 'hadolint:DL2'],
    controls: ['gc:none'],
    options: {
      text: { type: 'string', default: 'x', description: 'A text.' },
      kind: { type: 'string', enum: ['a', 'b'], default: 'a', description: 'A kind.' },
      flag: { type: 'boolean', default: false, description: 'A flag.' },
      count: { type: 'integer', default: 2, minimum: 1, maximum: 3, description: 'A count.' },
      any: { type: 'integer', default: 2, description: 'Any count.' },
      names: { type: 'array', items: { type: 'string' }, default: ['n'], description: 'Names.' },
      kinds: { type: 'array', items: { type: 'string', enum: ['p', 'q'] }, default: [], description: 'Kinds.' },
    },
    messages: { first: { aliases: ['hadolint:DL1'], description: 'The first' }, second: { aliases: [], description: 'The second' } },
    examples: [
      { good: 'FROM a' },
      { options: { kind: 'b' }, bad: 'FROM «a»\nRUN «x\ny» z «»', fixed: 'FROM b' },
      { build: { targets: ['t'] }, context: { ignore: 'a' }, bad: 'COPY «lost' },
    ],
  },
};

describe('the page of a rule', () => {
  it('says all there is to say of it', () => {
    expect(rulePage(RULE, [], false)).toBe(`no-thing (things)
Do not use things

Things are bad.

- one
- two

So there.

When not to follow it
  When there is nothing else.

Severity
  error in gc; warning in strict

Findings
  first: The first (hadolint:DL1)
  second: The second

Options
  text: a text; default "x"
    A text.
  kind: "a" or "b"; default "a"
    A kind.
  flag: true or false; default false
    A flag.
  count: a whole number from 1 to 3; default 2
    A count.
  any: a whole number; default 2
    Any count.
  names: a list of texts; default ["n"]
    Names.
  kinds: a list of "p", "q"; default []
    Kinds.

Examples
  Good:
    FROM a

  Bad (with {"kind":"b"}):
    FROM a
         ^
    RUN x
        ^
    y z 
        ^

  Repaired:
    FROM b

  Bad (with {"targets":["t"],"context":{"ignore":"a"}}):
    COPY «lost

Known elsewhere as
  hadolint:DL1, hadolint:DL2

Controls
  gc:none

To suppress it
  # plimsoll-disable-next-line no-thing -- reason

https://github.com/plimsoll/plimsoll/blob/main/docs/rules/no-thing.md
`);
  });

  it('shows the finding that was asked for, and titles in bold when it may', () => {
    const page = rulePage(RULE, ['first'], true);
    expect(page).toContain('\u001b[1mFindings\u001b[0m\n  first: The first (hadolint:DL1)\n\n');
    expect(page).not.toContain('The second');
  });

  it('leaves out what a rule does not have, and wraps what is long', () => {
    const plain = { ...RULE, rule: { summary: 's', why: 'word '.repeat(60), severity: 'off' as const, presets: {}, aliases: [], controls: [], examples: [] } };
    const page = rulePage(plain, [], false);
    expect(page).toContain('\nSeverity\n  off in every preset\n');
    expect(page).not.toMatch(/Options|Examples|Known|Controls|Findings|When not/);
    expect(Math.max(...page.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('can be made of every rule', () => {
    for (const rule of REGISTERED_RULES) expect(rulePage(rule, [], false)).toContain(rule.rule.summary);
  });
});
