import type { BuildInputs } from '../../src/dockerfile/model-types';
import { modelOf, shownBase } from '../support/small-model';

/** What each `--from` and mount `from` of the file names. */
function targets(text: string, build: Partial<BuildInputs> = {}): readonly string[] {
  return modelOf(text, build).imageSources.map((source) => `${source.word.raw} is ${shownBase(source.target)}`);
}

describe('images and stages named in COPY --from and mounts', () => {
  test.each<[string, readonly string[]]>([
    ['FROM a AS build\nFROM b\nCOPY --from=build /x /x', ['build is stage 0']],
    ['FROM a AS build\nFROM b\nCOPY --from=BUILD /x /x', ['BUILD is stage 0']],
    ['FROM a\nFROM b\nCOPY --from=0 /x /x', ['0 is stage 0']],
    ['FROM a\nCOPY --from=7 /x /x', ['7 is unknown']],
    ['FROM a\nCOPY --from=-1 /x /x', ['-1 is unknown']],
    ['FROM a\nCOPY --from=node:18 /x /x', ['node:18 is image node:18']],
    ['FROM a\nCOPY --from=node /x /x', ['node is image node']],
    ['FROM a\nCOPY --from="node" /x /x', ['"node" is image node']],
    ['FROM a\nCOPY --from=scratch /x /x', ['scratch is scratch']],
    ['FROM a\nCOPY --from= /x /x', []],
    ['FROM a\nCOPY /x /x', []],
    ['FROM a\nADD --from=x /x /x', []],
    ['FROM a\nCOPY --from=late /x /x\nFROM b AS late', ['late is stage 1']],
    ['FROM a AS self\nCOPY --from=self /x /x', ['self is stage 0']],
    ['FROM a AS x\nFROM b AS x\nFROM c\nCOPY --from=x /x /x\nFROM d AS x', ['x is stage 1']],
    ['ARG v=build\nFROM a AS build\nFROM b\nCOPY --from=$v /x /x', ['$v is unknown ?']],
    ['FROM a\nCOPY --from=node:$V /x /x', ['node:$V is unknown node:?']],
    ['FROM a\nRUN --mount=type=bind,from=node:18,target=/x true', ['node:18 is image node:18']],
    ['FROM a AS build\nFROM b\nRUN --mount=from=build,target=/x --mount=from=alpine,target=/y true', ['build is stage 0', 'alpine is image alpine']],
    ['FROM a\nFROM b\nRUN --mount=from=0,target=/x true', ['0 is unknown']],
    ['FROM a\nRUN --mount=type=cache,target=/x true', []],
    ['FROM a AS x\nONBUILD COPY --from=x /x /x', ['x is unknown x']],
    ['FROM a AS x\nONBUILD COPY --from=0 /x /x', ['0 is unknown']],
    ['FROM a\nONBUILD COPY --from=node:1 /x /x', ['node:1 is image node:1']],
    ['FROM a\nONBUILD COPY --from=scratch /x /x', ['scratch is scratch']],
    ['ARG a\nCOPY --from=x /x /x', []],
  ])('%j: %j', (text, expected) => {
    expect(targets(text)).toEqual(expected);
  });

  test('a named context replaces a stage and an image', () => {
    const contexts = { x: '.', node: '.' };
    const text = 'FROM a AS x\nFROM b\nCOPY --from=x /x /x\nCOPY --from=node /x /x\nCOPY --from=node:18 /x /x';
    expect(targets(text, { contexts })).toEqual(['x is context x', 'node is context node', 'node:18 is image node:18']);
  });

  test('an image brings what the table knows', () => {
    const [source] = modelOf('FROM a\nCOPY --from=debian:12 /x /x').imageSources;
    expect(source?.target).toMatchObject({ kind: 'image', known: { name: '12' }, reference: { tag: { text: '12' } } });
  });

  test('a source tells its instruction and its flag', () => {
    const model = modelOf('FROM a\nCOPY --from=x:1 /x /x');
    const [source] = model.imageSources;
    expect(source?.instruction).toBe(model.document.instructions[1]);
    expect(source?.flag.name).toBe('from');
  });
});
