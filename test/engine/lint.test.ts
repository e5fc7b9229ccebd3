import type { Settings } from '../../src/config/settings';
import { createSource } from '../../src/dockerfile/source';
import { INTERNAL_ERROR, lint } from '../../src/engine/lint';
import type { FileResult } from '../../src/engine/result';
import type { RegisteredRule } from '../../src/engine/rule-definition';
import type { Suppression } from '../../src/engine/suppression';
import { defineRule } from '../../src/rule';
import { registered, settingsFor } from '../support/rules';

/** Reports the keyword of every RUN. */
const runs = registered('runs', { dockerfile: ({ report }) => ({ RUN: ({ keywordRange }) => report({ at: keywordRange, message: 'RUN' }) }) });
const users = registered('users', { severity: 'error', dockerfile: ({ report }) => ({ USER: ({ keywordRange }) => report({ at: keywordRange, message: 'USER' }) }) });

function lintText(text: string, registry: readonly RegisteredRule[], settings: Settings = settingsFor(registry)): FileResult {
  return lint(createSource('some/Dockerfile', text), settings, { asOf: null }, registry);
}

/** `rule@line` of problems, with 1-based lines. */
const places = ({ problems }: Pick<FileResult, 'problems'>): readonly string[] => problems.map(({ rule, span }) => `${rule}@${span.line + 1}`);

describe('lint', () => {
  it('gives the problems of all rules in the order of the file', () => {
    const result = lintText('FROM x\nUSER a\nRUN b\nUSER c', [runs, users]);
    expect(places(result)).toEqual(['users@2', 'runs@3', 'users@4']);
    expect(result).toMatchObject({ path: 'some/Dockerfile', subject: 'dockerfile', suppressed: [], notRun: [] });
    expect(result.problems.map(({ severity }) => severity)).toEqual(['error', 'warning', 'error']);
  });

  it('runs no rule that is off or not in the settings', () => {
    const text = 'FROM x\nUSER a\nRUN b';
    expect(places(lintText(text, [runs, users], settingsFor([runs, users], { users: { severity: 'off' } })))).toEqual(['runs@3']);
    expect(places(lintText(text, [runs, users], settingsFor([users])))).toEqual(['users@2']);
  });

  it('asks a rule only about files that mention one of its words', () => {
    const rule = registered('a', { mentions: ['sudo', 'apt'], dockerfile: ({ report }) => ({ RUN: ({ keywordRange: at }) => report({ at, message: 'RUN' }) }) });
    const found = (text: string): number => lintText(text, [rule]).problems.length;
    expect(['FROM x\nRUN SUDO-x', 'FROM x\nRUN y\n# apt', 'FROM x\nRUN a\\tapt'].map(found)).toEqual([1, 1, 1]);
    expect(['FROM x\nRUN y', 'FROM x\nRUN pseudosudo', ''].map(found)).toEqual([0, 0, 0]);
  });

  it('reports once what a rule reports twice', () => {
    const twice = registered('twice', { dockerfile: ({ report }) => ({ FROM: ({ range: at }) => [1, 2].forEach(() => report({ at, message: 'same' })) }) });
    expect(lintText('FROM x', [twice]).problems).toHaveLength(1);
  });

  it('gives rules the model, their options, the facts, and one shell view for all', () => {
    const seen: unknown[] = [];
    const looks = (id: string): RegisteredRule =>
      registered(id, {
        options: { depth: { type: 'integer', default: 3, description: '' } },
        dockerfile({ model, options, facts, shell }) {
          seen.push(shell);
          return { RUN: (node) => seen.push(model.source.path, options['depth'], facts.asOf, shell.commands(node).map(({ name }) => name)) };
        },
      });
    const registry = [looks('a'), looks('b')];
    lint(createSource('Dockerfile', 'FROM x\nRUN cd y'), settingsFor(registry, { b: { options: { depth: 4 } } }), { asOf: '2026-11-01' }, registry);
    expect(seen[0]).toBe(seen[1]);
    expect(seen.slice(2)).toEqual(['Dockerfile', 3, '2026-11-01', ['cd'], 'Dockerfile', 4, '2026-11-01', ['cd']]);
  });

  it('gives rules the build inputs through the model', () => {
    const outputs: (string | null)[] = [];
    const rule = registered('a', { dockerfile: ({ model }) => ({ end: () => outputs.push(...model.outputs.map(({ name }) => name)) }) });
    const settings = settingsFor([rule]);
    lintText('FROM x AS one\nFROM y AS two', [rule], { ...settings, build: { ...settings.build, targets: ['one'] } });
    expect(outputs).toEqual(['one']);
  });

  it('keeps the source only where a problem, shown or suppressed, needs it', () => {
    expect(lintText('FROM x\nRUN y', [runs]).source?.text).toBe('FROM x\nRUN y');
    expect(lintText('FROM x\n# plimsoll-disable-next-line\nRUN y', [runs])).toMatchObject({ problems: [], suppressed: [{}], source: { path: 'some/Dockerfile' } });
    expect(lintText('FROM x', [runs]).source).toBeNull();
  });

  it.each(['', '\n\n', '# only a comment', 'garbage \0 bytes', '\ufeff', 'RUN \\', 'FROM', 'RUN <<E'])('takes %j', (text) => {
    expect(lintText(text, [users])).toMatchObject({ problems: [], notRun: [] });
  });
});

describe('a rule with a bug', () => {
  const broken = (rule: Parameters<typeof registered>[1]): RegisteredRule => registered('broken', rule);
  const explode = (): never => {
    throw new Error('boom');
  };

  it.each<[string, RegisteredRule]>([
    ['when it begins', broken({ dockerfile: explode })],
    ['in a handler', broken({ dockerfile: () => ({ RUN: explode }) })],
    ['at a stage', broken({ dockerfile: () => ({ stage: explode }) })],
    ['at the end', broken({ dockerfile: () => ({ end: explode }) })],
    ['when it judges comments', broken({ afterSuppress: explode })],
  ])('that throws %s stops neither the file nor other rules', (_, rule) => {
    const result = lintText('FROM x\nRUN a\nRUN b', [rule, runs]);
    expect(places(result)).toEqual(['runs@2', 'runs@3']);
    expect(result.notRun).toEqual([{ rule: 'broken', reason: `${INTERNAL_ERROR}boom` }]);
  });

  it('keeps what it reported before it threw, and is not called again', () => {
    let calls = 0;
    const rule = broken({
      dockerfile: ({ report }) => ({
        RUN({ keywordRange }) {
          calls += 1;
          report({ at: keywordRange, message: 'RUN' });
          explode();
        },
      }),
    });
    expect(places(lintText('FROM x\nRUN a\nRUN b', [rule]))).toEqual(['broken@2']);
    expect(calls).toBe(1);
  });

  it('has a finding outside the file moved into it', () => {
    const rule = broken({ dockerfile: ({ report }) => ({ end: () => report({ at: { start: 2, end: 2000 }, message: 'far' }) }) });
    const result = lintText('FROM x', [rule]);
    expect(result.problems).toMatchObject([{ start: 2, end: 6 }]);
    expect(result.notRun[0]?.reason).toMatch(/^internal error: .*2–2000/);
  });
});

describe('lint and comments', () => {
  const text = 'FROM x\n# plimsoll-disable-next-line runs -- so be it\nRUN a\nRUN b';

  it('sets aside what a comment hides', () => {
    const result = lintText(text, [runs]);
    expect(places(result)).toEqual(['runs@4']);
    expect(result.suppressed).toMatchObject([{ rule: 'runs', by: 'comment', reason: 'so be it', span: { line: 2 } }]);
  });

  it('heeds none when the settings forbid them', () => {
    const result = lintText(text, [runs], settingsFor([runs], {}, { inlineConfig: false }));
    expect(places(result)).toEqual(['runs@3', 'runs@4']);
    expect(result.suppressed).toEqual([]);
  });

  it('knows the rules of the registry, also those that are off', () => {
    expect(lintText('# plimsoll-disable-next-line users\nFROM x', [runs, users], settingsFor([runs])).problems).toEqual([]);
  });
});

describe('a rule that judges comments', () => {
  const seen: Suppression[] = [];
  /** Reports every target that is certainly unused. */
  const judge = registered('judge', {
    afterSuppress({ suppressions, report }) {
      seen.splice(0, seen.length, ...suppressions);
      for (const { targets } of suppressions) {
        for (const { certain, used, range: at } of targets) if (certain && !used) report({ at, message: 'unused' });
      }
    },
  });
  const kinds = registered(
    'kinds',
    defineRule({
      summary: '', why: '', severity: 'warning', presets: {}, aliases: [], controls: [], examples: [],
      messages: { cmd: { aliases: ['hadolint:DL4003'], description: '' }, other: { aliases: ['hadolint:DL4004'], description: '' } },
      dockerfile: ({ report }) => ({ CMD: ({ range: at }) => report({ at, message: 'CMD', messageId: 'cmd' }) }),
    }),
  );
  const registry = [runs, users, kinds, judge];
  const unused = (text: string, settings = settingsFor(registry), rules: readonly RegisteredRule[] = registry): readonly string[] =>
    lintText(text, rules, settings).problems.filter(({ rule }) => rule === 'judge').map(({ start, end }) => text.slice(start, end));

  it('sees what was used', () => {
    expect(unused('FROM x\n# plimsoll-disable-next-line runs, users\nRUN a')).toEqual(['users']);
    expect(seen).toMatchObject([{ used: true, certain: true, targets: [{ used: true }, { used: false }] }]);
  });

  it('is told the facts', () => {
    const asked: (string | null)[] = [];
    const rule = registered('asks', { afterSuppress: ({ facts }) => asked.push(facts.asOf) });
    lint(createSource('Dockerfile', '# plimsoll-disable-file\nFROM x'), settingsFor([rule]), { asOf: '2026-11-01' }, [rule]);
    expect(asked).toEqual(['2026-11-01']);
  });

  it.each([
    ['may hide what is said of another', {}, ['runs@4']],
    ['may not if a policy is above comments', { aboveComments: true as const }, ['policy@1', 'policy@3', 'runs@4']],
  ])('a comment %s', (_what, above, expected) => {
    const policy = registered('policy', {
      ...above,
      afterSuppress: ({ suppressions, report }) => suppressions.forEach(({ range: at }) => report({ at, message: 'no comments' })),
    });
    const { problems, suppressed } = lintText('# plimsoll-disable-file policy\nFROM x\n# plimsoll-disable-file policy\nRUN a', [runs, policy]);
    expect(places({ problems })).toEqual(expected);
    expect(suppressed.length + problems.length).toBe(3);
  });

  it('sees none in a file without comments, nor where they count for nothing', () => {
    unused('FROM x');
    expect(seen).toEqual([]);
    unused('# plimsoll-disable-file runs\nFROM x', settingsFor(registry, {}, { inlineConfig: false }));
    expect(seen).toEqual([]);
  });

  it.each<[string, string, Settings]>([
    ['is off', 'users', settingsFor(registry, { users: { severity: 'off' } })],
    ['is not in the settings', 'users', settingsFor([runs, judge])],
    ['has one message off, and is named as a whole', 'kinds', settingsFor(registry, { kinds: { messages: { cmd: 'off' } } })],
    ['has this message off', 'DL4003', settingsFor(registry, { kinds: { messages: { cmd: 'off' } } })],
    ['judges comments itself', 'judge', settingsFor(registry)],
    ['does not exist', 'nothing', settingsFor(registry)],
  ])('cannot be sure about a rule that %s', (_, name, settings) => {
    expect(unused(`# plimsoll-disable-file ${name}\nFROM x`, settings)).toEqual([]);
  });

  it('is sure about another message of a rule that has one off', () => {
    expect(unused('# plimsoll-disable-file DL4004\nFROM x', settingsFor(registry, { kinds: { messages: { cmd: 'off' } } }))).toEqual(['DL4004']);
  });

  it('is sure about one message that alone is on', () => {
    expect(unused('# plimsoll-disable-file DL4004, DL4003\nFROM x', settingsFor(registry, { kinds: { severity: 'off', messages: { other: 'info' } } }))).toEqual(['DL4004']);
  });

  it('cannot be sure about a rule that failed', () => {
    const failing = registered('failing', { dockerfile: () => ({ FROM: () => { throw new Error('boom'); } }) });
    const rules = [failing, judge];
    expect(unused('# plimsoll-disable-file failing\nFROM x', settingsFor(rules), rules)).toEqual([]);
  });

  it('can be suppressed, but not by the comment that it is about', () => {
    const [first, second] = ['# plimsoll-disable-file judge', '# plimsoll-disable-file users'];
    expect(unused(`${second}\nFROM x`)).toEqual(['users']);
    expect(unused(`${first}\n${second}\nFROM x`)).toEqual([]);
    expect(unused('# plimsoll-disable-file judge, users\nFROM x')).toEqual(['users']);
    expect(lintText(`${first}\n${second}\nFROM x`, registry).suppressed).toMatchObject([{ rule: 'judge', by: 'comment' }]);
  });

  it('calls a comment that means all certain only if all other rules ran', () => {
    unused('# plimsoll-disable-file\nFROM x');
    expect(seen).toMatchObject([{ all: true, certain: true }]);
    unused('# plimsoll-disable-file\nFROM x', settingsFor(registry, { users: { severity: 'off' } }));
    expect(seen).toMatchObject([{ all: true, certain: false }]);
  });
});

it('does not run a rule without the fact that it needs, so that nothing can be said of comments for it', () => {
  const heard: Suppression[] = [];
  const needy = registered('needy', { needs: 'shellcheck', dockerfile: ({ report, facts }) => ({ FROM: () => facts.shellcheck?.forEach(({ at, message }) => report({ at, message })) }) });
  const judge = registered('judge', { afterSuppress: ({ suppressions }) => void heard.push(...suppressions) });
  const source = createSource('Dockerfile', '# plimsoll-disable-file needy\nFROM x');
  const registry = [needy, judge];
  const finding = { code: 'SC1', severity: 'info', message: 'm', at: { start: 31, end: 32 } } as const;
  expect(lint(source, settingsFor(registry), { asOf: null }, registry).suppressed).toEqual([]);
  expect(lint(source, settingsFor(registry), { asOf: null, shellcheck: [finding] }, registry).suppressed).toHaveLength(1);
  expect(heard.map(({ certain }) => certain)).toEqual([false, true]);
});
