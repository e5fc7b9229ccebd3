import { stageCircles, stagesInUse } from '../../src/dockerfile/stage-uses';
import { modelOf } from '../support/small-model';

function circlesIn(text: string): readonly string[] {
  return stageCircles(modelOf(text)).map(({ stages }) => stages.map(({ name, index }) => name ?? String(index)).join(' '));
}

describe('circles of stages', () => {
  test.each([
    ['FROM x AS a\nFROM a AS b\nCOPY --from=a / /', []],
    ['FROM x AS a\nCOPY --from=b / /\nFROM x AS b', []],
    ['FROM x AS a\nCOPY --from=a / /', ['a']],
    ['FROM x\nCOPY --from=0 / /', ['0']],
    ['FROM x AS a\nCOPY --from=b / /\nFROM a AS b', ['a b']],
    ['FROM x AS a\nCOPY --from=a / /\nCOPY --from=b / /\nFROM a AS b\nRUN --mount=from=b ls', ['a', 'a b', 'b']],
    ['FROM x AS a\nRUN --mount=from=c,target=/c ls\nFROM x AS b\nCOPY --from=a / /\nFROM b AS c', ['a c b']],
    ['FROM x AS a\nCOPY --from=b / /\nFROM x AS b\nCOPY --from=a / /\nFROM x AS c\nCOPY --from=d / /\nFROM c AS d\nFROM d', ['a b', 'c d']],
    ['FROM x AS a\nCOPY --from=b / /\nCOPY --from=c / /\nFROM a AS b\nFROM a AS c', ['a b']],
    ['FROM x AS a\nCOPY --from=b / /\nFROM x AS b\nCOPY --from=c / /\nFROM b AS c', ['b c']],
  ])('%j has %j', (text, expected) => {
    expect(circlesIn(text)).toEqual(expected);
  });

  test('thousands of stages in one circle are found', () => {
    const count = 3000;
    const stages = Array.from({ length: count }, (_, index) => `FROM ${index === 0 ? `x AS s0\nCOPY --from=s${count - 1} / /` : `s${index - 1} AS s${index}`}`);
    expect(stageCircles(modelOf(stages.join('\n')))[0]?.stages).toHaveLength(count);
  });
});

describe('stages in use', () => {
  test.each([
    ['FROM x AS a\nFROM y AS b', [], ['b']],
    ['FROM x AS a\nFROM a AS b\nFROM y AS c\nCOPY --from=B / /', [], ['c', 'b', 'a']],
    ['FROM x AS a\nFROM x AS b\nFROM x', ['a', '1'], ['a', 'b']],
    ['FROM x AS build-a\nFROM x AS build-b\nFROM x AS other\nARG V\nFROM build-${V} AS z', [], ['z', 'build-a', 'build-b']],
    ['FROM x AS a\nFROM $ANY AS z', [], ['z', 'a']],
    ['FROM x AS a\nFROM x AS b\nONBUILD COPY --from=a / /\nFROM b AS z', [], ['z', 'b', 'a']],
    ['FROM x AS a\nFROM x AS z\nCOPY --from=$A / /\nRUN --mount=from=a,target=/a ls', [], ['z', 'a']],
  ])('of %j with the targets %j: %j', (text, targets, expected) => {
    const names = [...stagesInUse(modelOf(text, { targets }))].map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(expected));
  });
});
