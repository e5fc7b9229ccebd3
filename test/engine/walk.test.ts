import type { DockerfileHandlers } from '../../src/engine/rule-definition';
import { walk } from '../../src/engine/walk';
import { modelOf } from '../support/model';

const rule = { stopped: false, stop: (thrown: unknown): void => { throw thrown; } };

/** Everything that is called for a text, in order. */
function calls(text: string): readonly string[] {
  const seen: string[] = [];
  const model = modelOf(text);
  const see = (node: { readonly keyword: string; readonly trigger: boolean; readonly argumentText: string }): void => {
    seen.push(`${node.trigger ? 'trigger ' : ''}${node.keyword} ${node.argumentText}`);
  };
  const handlers: DockerfileHandlers = {
    ARG: see, FROM: see, RUN: see, COPY: see, ONBUILD: see, UNKNOWN: see,
    stage: (stage) => seen.push(`stage ${stage.index}`),
    end: () => seen.push('end'),
  };
  walk(model, [{ handlers, rule }]);
  return seen;
}

describe('walk', () => {
  it.each<[string, string, readonly string[]]>([
    ['calls nothing but `end` for an empty file', '', ['end']],
    ['calls in file order, `stage` before the FROM, `end` last', 'ARG a\nFROM x\nRUN 1\nFROM y\nCOPY a b', ['ARG a', 'stage 0', 'FROM x', 'RUN 1', 'stage 1', 'FROM y', 'COPY a b', 'end']],
    ['calls triggers after their ONBUILD', 'FROM x\nONBUILD RUN 1\nRUN 2', ['stage 0', 'FROM x', 'ONBUILD RUN 1', 'trigger RUN 1', 'RUN 2', 'end']],
    ['calls an ONBUILD without anything behind it', 'FROM x\nONBUILD', ['stage 0', 'FROM x', 'ONBUILD ', 'end']],
    ['calls no stage for a FROM inside ONBUILD', 'FROM x\nONBUILD FROM y', ['stage 0', 'FROM x', 'ONBUILD FROM y', 'trigger FROM y', 'end']],
    ['calls for what it does not know', 'FROM x\nFOO y', ['stage 0', 'FROM x', 'UNKNOWN y', 'end']],
    ['passes keywords that nobody asked for', 'FROM x\nUSER y', ['stage 0', 'FROM x', 'end']],
  ])('%s', (_, text, expected) => expect(calls(text)).toEqual(expected));

  it('calls all rules for one instruction before the next', () => {
    const seen: string[] = [];
    const handlers = (name: string): DockerfileHandlers => ({ FROM: () => seen.push(`${name} FROM`), RUN: () => seen.push(`${name} RUN`) });
    walk(modelOf('FROM x\nRUN y'), [{ handlers: handlers('a'), rule }, { handlers: handlers('b'), rule }]);
    expect(seen).toEqual(['a FROM', 'b FROM', 'a RUN', 'b RUN']);
  });

  it('calls a handler as a method of its rule', () => {
    const handlers: DockerfileHandlers & { seen: string } = {
      seen: '',
      FROM(node) {
        this.seen = node.argumentText;
      },
    };
    walk(modelOf('FROM x'), [{ handlers, rule }]);
    expect(handlers.seen).toBe('x');
  });

  it.each<[string, DockerfileHandlers]>([
    ['a handler', { FROM: () => { throw new Error('boom'); } }],
    ['`stage`', { stage: () => { throw new Error('boom'); } }],
    ['`end`', { end: () => { throw new Error('boom'); } }],
  ])('tells a rule what %s threw, and goes on with the others', (_, handlers) => {
    const thrown: unknown[] = [];
    const seen: string[] = [];
    const other: DockerfileHandlers = { stage: () => seen.push('stage'), FROM: () => seen.push('FROM'), end: () => seen.push('end') };
    walk(modelOf('FROM x'), [{ handlers, rule: { stopped: false, stop: (error) => thrown.push(error) } }, { handlers: other, rule }]);
    expect(thrown).toEqual([new Error('boom')]);
    expect(seen).toEqual(['stage', 'FROM', 'end']);
  });

  it('calls nothing of a rule that is stopped', () => {
    const seen: string[] = [];
    const handlers: DockerfileHandlers = { stage: () => seen.push('stage'), FROM: () => seen.push('FROM'), end: () => seen.push('end') };
    walk(modelOf('FROM x'), [{ handlers, rule: { ...rule, stopped: true } }]);
    expect(seen).toEqual([]);
  });
});
