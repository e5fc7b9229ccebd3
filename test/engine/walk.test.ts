import type { DockerfileHandlers } from '../../src/engine/rule-definition';
import { walk } from '../../src/engine/walk';
import { modelOf } from '../support/model';

const run = (piece: () => void): void => piece();

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
  walk(model, [{ handlers, attempt: run }]);
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
    walk(modelOf('FROM x\nRUN y'), [{ handlers: handlers('a'), attempt: run }, { handlers: handlers('b'), attempt: run }]);
    expect(seen).toEqual(['a FROM', 'b FROM', 'a RUN', 'b RUN']);
  });

  it('calls a handler as a method of its rule', () => {
    const handlers: DockerfileHandlers & { seen: string } = {
      seen: '',
      FROM(node) {
        this.seen = node.argumentText;
      },
    };
    walk(modelOf('FROM x'), [{ handlers, attempt: run }]);
    expect(handlers.seen).toBe('x');
  });

  it('leaves it to the visitor whether a handler runs', () => {
    const seen: string[] = [];
    walk(modelOf('FROM x'), [{ handlers: { FROM: () => seen.push('FROM') }, attempt: () => undefined }]);
    expect(seen).toEqual([]);
  });
});
