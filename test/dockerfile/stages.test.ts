import type { BuildInputs, Stage } from '../../src/dockerfile/model-types';
import { chainInstructions } from '../../src/dockerfile/stages';
import { modelOf, shownBase, stageAt } from '../support/small-model';

/** The bases of all stages, in short. */
function bases(text: string, build: Partial<BuildInputs> = {}): readonly string[] {
  return modelOf(text, build).stages.map((stage) => shownBase(stage.base));
}

const indexes = (stages: readonly Stage[]): readonly number[] => stages.map((stage) => stage.index);

describe('the base of a stage', () => {
  test.each<[string, readonly string[]]>([
    ['FROM scratch', ['scratch']],
    ['FROM node:18', ['image node:18']],
    ['FROM node AS a\nFROM a', ['image node', 'stage 0']],
    ['FROM node AS Build\nFROM build', ['image node', 'stage 0']],
    ['FROM node AS a\nFROM x AS a\nFROM a', ['image node', 'image x', 'stage 1']],
    ['FROM later\nFROM node AS later', ['image later', 'image node']],
    ['FROM node AS node\nFROM node', ['image node', 'stage 0']],
    ['FROM a AS a', ['image a']],
    ['ARG b=a\nFROM node AS a\nFROM $b', ['image node', 'stage 0']],
    ['ARG v\nFROM node AS a-1\nFROM a-$v', ['image node', 'unknown a-?']],
    ['ARG v\nFROM $v', ['unknown ?']],
    ['ARG v\nFROM node:$v', ['image node:?']],
    ['ARG v\nFROM $v/node', ['image ?/node']],
    ['FROM 0', ['image 0']],
    ['FROM', ['unknown']],
    ['FROM $undeclared', ['image ∅']],
    ['FROM Scratch', ['image Scratch']],
    ['FROM a AS scratch\nFROM scratch', ['image a', 'stage 0']],
  ])('%j is built FROM %j', (text, expected) => {
    expect(bases(text)).toEqual(expected);
  });

  test('a chain goes from the root ancestor to the stage itself', () => {
    const model = modelOf('FROM node AS a\nFROM a AS b\nFROM x\nFROM b');
    expect(model.stages.map((stage) => indexes(stage.chain))).toEqual([[0], [0, 1], [2], [0, 1, 3]]);
  });

  test('a stage holds its instructions without the FROM, and its name as written', () => {
    const model = modelOf('ARG a\nFROM node AS Build\nRUN a\nRUN b\nFROM x');
    expect(stageAt(model, 0).name).toBe('Build');
    expect(stageAt(model, 0).instructions.map((each) => each.argumentText)).toEqual(['a', 'b']);
    expect(stageAt(model, 1)).toMatchObject({ name: null, instructions: [] });
  });
});

describe('named contexts', () => {
  const contexts = { 'node': 'docker-image://x', 'alpine:3.20': '../alpine', 'docker.io/library/debian:12': 'docker-image://y' };

  test.each([
    ['FROM node', 'context node'],
    ['FROM node:latest', 'context node'],
    ['FROM docker.io/library/node', 'context node'],
    ['FROM node:18', 'image node:18'],
    ['FROM alpine:3.20', 'context alpine:3.20'],
    ['FROM alpine', 'image alpine'],
    ['FROM library/debian:12', 'context docker.io/library/debian:12'],
    ['FROM x AS node', 'context node'],
  ])('%j is %j', (text, expected) => {
    expect(bases(text, { contexts })).toEqual([expected]);
  });

  test('a stage of a context name is replaced, so what is built FROM it is a stage still', () => {
    expect(bases('FROM x AS node\nFROM node', { contexts })).toEqual(['context node', 'stage 0']);
  });

  test('scratch is never replaced', () => {
    expect(bases('FROM scratch', { contexts: { scratch: '.' } })).toEqual(['scratch']);
  });
});

describe('the base-image table', () => {
  const knownName = (text: string): string | null => {
    const { base } = stageAt(modelOf(text), 0);
    return base.kind === 'image' ? (base.known?.name ?? null) : null;
  };

  test.each([
    ['FROM debian:12', '12'],
    ['FROM debian', 'latest'],
    ['ARG v\nFROM debian:$v', 'no tag'],
    ['ARG v=9\nFROM debian:$v', '9'],
    [`FROM debian@sha256:${'a'.repeat(64)}`, 'no tag'],
    ['FROM unheard', null],
    ['ARG r\nFROM $r/debian', null],
    ['FROM debian:', null],
  ])('%j finds %j', (text, expected) => {
    expect(knownName(text)).toBe(expected);
  });
});

describe('outputs', () => {
  const file = 'FROM node AS base\nFROM base AS test\nFROM base AS Prod\nFROM x AS tools';

  test.each<[string, readonly string[], readonly number[], readonly number[]]>([
    ['the last stage without targets', [], [3], [3]],
    ['a target by name, in any case', ['prod'], [2], [0, 2]],
    ['a target by number', ['1'], [1], [0, 1]],
    ['several targets', ['test', 'PROD'], [1, 2], [0, 1, 2]],
    ['an unknown target counts for nothing', ['test', 'nope'], [1], [0, 1]],
    ['only unknown targets leave the last stage', ['nope', '17'], [3], [3]],
  ])('%s', (_, targets, outputs, shipped) => {
    const model = modelOf(file, { targets });
    expect(indexes(model.outputs)).toEqual(outputs);
    expect(indexes(model.stages.filter((stage) => stage.isOutput))).toEqual(outputs);
    expect(indexes(model.stages.filter((stage) => stage.isShipped))).toEqual(shipped);
  });

  test('a target of a repeated name is the last of that name', () => {
    expect(indexes(modelOf('FROM a AS x\nFROM b AS x\nFROM c', { targets: ['x'] }).outputs)).toEqual([1]);
  });

  test('a stage that is only copied from is not shipped', () => {
    expect(modelOf('FROM a AS build\nFROM b\nCOPY --from=build /x /x').stages.map((stage) => stage.isShipped)).toEqual([false, true]);
  });

  test('a file without a stage has no output', () => {
    expect(modelOf('ARG a\nRUN x')).toMatchObject({ stages: [], outputs: [] });
  });
});

describe('what is done along a chain', () => {
  const done = (text: string): readonly string[] => {
    const model = modelOf(text);
    return chainInstructions(stageAt(model, model.stages.length - 1)).map(({ keyword, argumentText }) => `${keyword} ${argumentText}`);
  };

  test('ancestors come first, other stages never', () => {
    expect(done('FROM x AS a\nRUN 1\nFROM y AS b\nRUN 2\nFROM a\nRUN 3')).toEqual(['RUN 1', 'RUN 3']);
  });

  test('a trigger is done once, where the next stage begins', () => {
    expect(done('FROM x AS a\nONBUILD RUN t\nFROM a AS b\nRUN 1\nFROM b\nRUN 2')).toEqual(['ONBUILD RUN t', 'RUN t', 'RUN 1', 'RUN 2']);
  });

  test('a trigger of the last stage is not done', () => {
    expect(done('FROM x\nONBUILD RUN t')).toEqual(['ONBUILD RUN t']);
  });
});
