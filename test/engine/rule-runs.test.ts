import type { FileResult } from '../../src/engine/result';
import { lint } from '../../src/engine/lint';
import { createSource } from '../../src/dockerfile/source';
import type { RegisteredRule } from '../../src/engine/rule-definition';
import { registered, settingsFor } from '../support/rules';

/** Reports every RUN that it is asked about, and says when it is set up. */
function runRule(log: string[], mentions: RegisteredRule['rule']['mentions']): RegisteredRule {
  return registered('a', {
    ...(mentions === undefined ? {} : { mentions }),
    dockerfile({ report }) {
      log.push('set up');
      return { RUN: ({ keywordRange: at, trigger }) => report({ at, message: trigger ? 'trigger' : 'RUN' }) };
    },
  });
}

function judge(text: string, mentions: RegisteredRule['rule']['mentions']): { readonly log: readonly string[]; readonly lines: readonly number[]; readonly result: FileResult } {
  const log: string[] = [];
  const registry = [runRule(log, mentions)];
  const result = lint(createSource('Dockerfile', text), settingsFor(registry), { asOf: null }, registry);
  return { log, lines: result.problems.map(({ span }) => span.line + 1), result };
}

describe('a rule that mentions words of RUN instructions', () => {
  it.each<[string, readonly number[]]>([
    ['FROM x\nRUN apt\nRUN y\nRUN z && apt', [2, 4]],
    ['FROM apt\nRUN y\n# apt\nENV A=apt', []],
    ['FROM x\nRUN <<E\napt\nE\nRUN <<E\ny\nE', [2]],
    ['FROM x\nRUN --mount=type=apt y', [2]],
    ['FROM x\nONBUILD RUN apt\nONBUILD RUN y', [2]],
    ['FROM x\nRUN a\\\npt\nRUN y', [2, 4]],
    ['FROM x\nRUN y \\\n# apt\n z', [2]],
  ])('is asked about those of %j', (text, lines) => {
    const { lines: found, log } = judge(text, { RUN: ['apt'] });
    expect(found).toEqual(lines);
    expect(log).toEqual(lines.length > 0 ? ['set up'] : []);
  });

  it('keeps what it knows from one to the next', () => {
    const rule = registered('a', {
      mentions: { RUN: ['apt'] },
      dockerfile({ report }) {
        let count = 0;
        return { RUN: ({ keywordRange: at }) => report({ at, message: `RUN ${(count += 1)}` }) };
      },
    });
    const { problems } = lint(createSource('Dockerfile', 'FROM x\nRUN apt\nRUN y\nRUN apt'), settingsFor([rule]), { asOf: null }, [rule]);
    expect(problems.map(({ message }) => message)).toEqual(['RUN 1', 'RUN 2']);
  });

  it.each<[string, () => never]>([['sets it up', () => { throw new Error('boom'); }]])('is not asked again when what %s throws', (_, explode) => {
    const rule = registered('a', { mentions: { RUN: ['apt'] }, dockerfile: explode });
    const { notRun } = lint(createSource('Dockerfile', 'FROM x\nRUN apt\nRUN apt'), settingsFor([rule]), { asOf: null }, [rule]);
    expect(notRun).toEqual([{ rule: 'a', reason: 'internal error: boom' }]);
  });

  it('is stopped by what its handler throws', () => {
    let calls = 0;
    const rule = registered('a', {
      mentions: { RUN: ['apt'] },
      dockerfile: () => ({ RUN: () => { calls += 1; throw new Error('boom'); } }),
    });
    const { notRun } = lint(createSource('Dockerfile', 'FROM x\nRUN apt\nRUN apt'), settingsFor([rule]), { asOf: null }, [rule]);
    expect([calls, notRun]).toEqual([1, [{ rule: 'a', reason: 'internal error: boom' }]]);
  });
});

test('a rule that mentions words of a file is set up where the file holds one, and asked about everything', () => {
  expect(judge('FROM x\nRUN y\n# apt', ['apt'])).toMatchObject({ log: ['set up'], lines: [2] });
  expect(judge('FROM x\nRUN y', ['apt'])).toMatchObject({ log: [], lines: [] });
});
