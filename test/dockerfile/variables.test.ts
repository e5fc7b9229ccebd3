import type { BuildInputs } from '../../src/dockerfile/model-types';
import type { Origin, Value } from '../../src/dockerfile/values';
import { knownText } from '../../src/dockerfile/values';
import { readFileSync } from 'node:fs';
import { expandText } from '../../src/dockerfile/expand';
import type { Instruction, Word } from '../../src/dockerfile/nodes';
import { positionAt } from '../../src/dockerfile/source';
import { describeShared, sharedPath } from '../support/shared';
import { lastInstruction, modelOf, shown, stageAt } from '../support/small-model';

/** Where the first text of a value came from. */
function originOf(value: Value): Origin | null {
  const part = value.kind === 'parts' ? value.parts[0] : undefined;
  return part?.kind === 'text' ? part.origin : null;
}

/** The value of `$x` in a last instruction `LABEL l=$x` behind the text. */
function valueOfX(text: string, build: Partial<BuildInputs> = {}): string {
  const model = modelOf(`${text}\nLABEL l=$x`, build);
  return shown(model.variable('x', lastInstruction(model)));
}

/** The expanded image of the last FROM. */
function fromValue(text: string, build: Partial<BuildInputs> = {}): string {
  const model = modelOf(text, build);
  const { from } = stageAt(model, model.stages.length - 1);
  return from.image === null ? 'none' : shown(model.resolve(from.image, from));
}

describe('ENV and ARG in a stage', () => {
  test.each([
    ['ENV x=1', '1'],
    ['ENV x 1 2', '1 2'],
    ['ENV x=1\nENV x=2', '2'],
    ['ENV a=1\nENV x=$a', '1'],
    ['ENV a=1\nENV a=2 x=$a', '1'],
    ['ENV x=$x:1', ':1'],
    ['ENV x=1\nENV x=$x:2', '1:2'],
    ['ARG x', '?'],
    ['ARG x=1', '1'],
    ['ARG x=', ''],
    ['ARG x=1\nARG x', '1'],
    ['ENV x=1\nARG x', '1'],
    ['ARG x=1\nENV x=2', '2'],
    ['ARG a=1 x=$a', '1'],
    ['ARG x=$a a=1', ''],
    ['ARG a\nENV x=$a', '?'],
    ['ARG a\nENV x=${a:-2}', '2'],
    ['ARG a\nENV x=v$a', 'v?'],
    ['ENV y=1', '∅'],
    ['ENV "x"=1', '1'],
    ['ENV $k=1', '?'],
    ['ENV x', '?'],
  ])('scratch: %j makes x %j', (text, expected) => {
    expect(valueOfX(`FROM scratch\n${text}`)).toBe(expected);
  });

  test('BuildKit takes the last of ENV and ARG, the others always ENV', () => {
    const text = 'FROM scratch\nENV x=1\nARG x=2';
    expect(valueOfX(text)).toBe('2');
    expect(valueOfX(text, { builder: 'classic' })).toBe('1');
    expect(valueOfX('FROM scratch\nARG x=1\nARG x=2', { builder: 'classic' })).toBe('2');
  });

  test('a name nobody sets is unset on scratch only: another base may set it', () => {
    expect(valueOfX('FROM scratch')).toBe('∅');
    expect(valueOfX('FROM debian')).toBe('?');
    expect(valueOfX('FROM scratch AS a\nFROM a')).toBe('∅');
    expect(valueOfX('FROM debian AS a\nFROM a')).toBe('?');
  });

  test('PATH is always set and never known', () => {
    const model = modelOf('FROM scratch\nENV PATH=$PATH:/x');
    expect(shown(model.variable('PATH', lastInstruction(model)))).toBe('?');
    const after = modelOf('FROM scratch\nENV PATH=$PATH:/x\nLABEL a=b');
    expect(shown(after.variable('PATH', lastInstruction(after)))).toBe('?:/x');
  });

  test('an instruction sees what was set before it, not what comes later', () => {
    expect(valueOfX('FROM scratch\nLABEL l=$x')).toBe('∅');
    const model = modelOf('FROM scratch\nENV x=1\nLABEL a=$x\nENV x=2');
    const label = stageAt(model, 0).instructions[1];
    expect(label && shown(model.variable('x', label))).toBe('1');
  });

  test('the value carries the instruction that set it', () => {
    const model = modelOf('FROM scratch\nARG T=1\nENV x=$T\nLABEL l=$x');
    const value = model.variable('x', lastInstruction(model));
    expect(originOf(value)).toMatchObject({ kind: 'arg', name: 'T', range: { start: 17, end: 20 } });
    const literal = modelOf('FROM scratch\nENV x=1\nLABEL l=$x');
    expect(originOf(literal.variable('x', lastInstruction(literal)))).toMatchObject({ kind: 'env', name: 'x', range: { start: 17, end: 20 } });
  });

  test('an unknown key may have set any name', () => {
    expect(valueOfX('FROM scratch AS a\nENV $k=1\nFROM a')).toBe('?');
  });
});

describe('build inputs', () => {
  test('a given argument wins over its default and over a global one', () => {
    expect(valueOfX('FROM scratch\nARG x=1', { args: { x: '9' } })).toBe('9');
    expect(valueOfX('FROM scratch\nARG x', { args: { x: '9' } })).toBe('9');
    expect(valueOfX('ARG x=1\nFROM scratch\nARG x', { args: { x: '' } })).toBe('');
  });

  test('given with a value that we do not know is unknown, even with a default', () => {
    expect(valueOfX('FROM scratch\nARG x=1', { args: { x: null } })).toBe('?');
    expect(fromValue('ARG x=1\nFROM a:${x:-2}', { args: { x: null } })).toBe('a:?');
  });

  test('an argument that the file does not declare has no effect', () => {
    expect(valueOfX('FROM scratch', { args: { x: '9' } })).toBe('∅');
    expect(fromValue('FROM a:$x', { args: { x: '9' } })).toBe('a:');
  });

  test('its origin is the argument, which stands nowhere in the file', () => {
    const model = modelOf('FROM scratch\nARG x\nLABEL l=$x', { args: { x: '9' } });
    expect(originOf(model.variable('x', lastInstruction(model)))).toEqual({ kind: 'arg', name: 'x', range: null });
  });

  test('names of Object.prototype are ordinary names', () => {
    expect(fromValue('ARG constructor\nFROM a:${constructor:-1}')).toBe('a:1');
    expect(valueOfX('FROM scratch\nENV x=$toString')).toBe('');
  });
});

describe('global ARGs', () => {
  test.each([
    ['ARG v=1\nFROM a:$v', 'a:1'],
    ['ARG v\nFROM a:$v', 'a:?'],
    ['ARG v\nFROM a:${v:-2}', 'a:2'],
    ['ARG b=x\nARG c=$b-y\nFROM $c', 'x-y'],
    ['ARG b=x c=$b-y\nFROM $c', 'x-y'],
    ['ARG v=1\nARG v\nFROM a:$v', 'a:1'],
    ['FROM a:$v', 'a:'],
    ['FROM $v', '∅'],
    ['ARG v=1\nFROM scratch\nENV v=2\nFROM a:$v', 'a:1'],
    ['FROM scratch\nARG v=2\nFROM a:$v', 'a:'],
    ['FROM a:$PATH', 'a:'],
    ['FROM a:$HTTP_PROXY', 'a:'],
    ['FROM "a:1"', 'a:1'],
  ])('%j is built FROM %j', (text, expected) => {
    expect(fromValue(text)).toBe(expected);
  });

  test('a stage sees a global ARG only behind its own ARG without default', () => {
    expect(valueOfX('ARG x=1\nFROM scratch')).toBe('∅');
    expect(valueOfX('ARG x=1\nFROM scratch\nARG x')).toBe('1');
    expect(valueOfX('ARG x=1\nFROM scratch\nARG x=2')).toBe('2');
    expect(valueOfX('ARG x=1\nFROM scratch\nENV x=0\nARG x')).toBe('1');
    expect(valueOfX('ARG x\nFROM scratch\nARG x')).toBe('?');
  });

  test('an instruction above the first FROM sees the global ARGs before it', () => {
    const model = modelOf('ARG x=1\nENV y=$x\nARG z=2');
    const [, env] = model.document.instructions;
    expect(env && shown(model.variable('x', env))).toBe('1');
    expect(env && shown(model.variable('z', env))).toBe('∅');
  });
});

describe('platform arguments', () => {
  test('FROM sees them without a declaration, a stage only behind ARG', () => {
    expect(fromValue('FROM a:$TARGETARCH')).toBe('a:?');
    expect(fromValue('FROM a:${BUILDPLATFORM:-x}')).toBe('a:?');
    const model = modelOf('FROM scratch\nLABEL l=$TARGETARCH');
    expect(shown(model.variable('TARGETARCH', lastInstruction(model)))).toBe('∅');
    const declared = modelOf('FROM scratch\nARG TARGETARCH\nLABEL l=$TARGETARCH');
    expect(shown(declared.variable('TARGETARCH', lastInstruction(declared)))).toBe('?');
  });

  test('the platform of the build tells those of the target', () => {
    const build = { platform: 'linux/arm64' };
    expect(fromValue('FROM a:$TARGETOS-$TARGETARCH', build)).toBe('a:linux-arm64');
    expect(fromValue('FROM a:$TARGETPLATFORM', build)).toBe('a:linux/arm64');
    expect(fromValue('FROM a:$BUILDARCH', build)).toBe('a:?');
    expect(valueOfX('FROM scratch\nARG TARGETARCH\nENV x=$TARGETARCH', build)).toBe('arm64');
  });

  test('a default or a given value wins', () => {
    expect(fromValue('ARG TARGETARCH=riscv64\nFROM a:$TARGETARCH', { platform: 'linux/arm64' })).toBe('a:riscv64');
    expect(fromValue('FROM a:$TARGETARCH', { args: { TARGETARCH: 's390x' } })).toBe('a:s390x');
    expect(fromValue('ARG TARGETARCH\nFROM a:$TARGETARCH', { platform: 'linux/arm64' })).toBe('a:arm64');
  });
});

describe('through local stages', () => {
  test('ENV is inherited by a stage built FROM another', () => {
    expect(valueOfX('FROM scratch AS a\nENV x=1\nFROM a AS b\nFROM b')).toBe('1');
    expect(valueOfX('FROM scratch AS a\nENV x=1\nFROM a\nENV x=$x:2')).toBe('1:2');
    expect(valueOfX('FROM scratch AS a\nENV x=1\nFROM scratch')).toBe('∅');
  });

  test('BuildKit passes ARG on too; with another builder it is unknown', () => {
    const text = 'FROM scratch AS a\nARG x=1\nFROM a';
    expect(valueOfX(text)).toBe('1');
    expect(valueOfX(text, { builder: 'buildah' })).toBe('?');
  });

  test('triggers of the stage it is built FROM run first, once', () => {
    expect(valueOfX('FROM scratch AS a\nONBUILD ENV x=1\nFROM a')).toBe('1');
    expect(valueOfX('FROM scratch AS a\nONBUILD ENV x=1\nONBUILD ENV x=$x:2\nFROM a\nENV x=$x:3')).toBe('1:2:3');
    expect(valueOfX('FROM scratch AS a\nONBUILD ENV x=1\nFROM a AS b\nENV x=2\nFROM b')).toBe('2');
    expect(valueOfX('FROM scratch AS a\nONBUILD ENV x=1')).toBe('∅');
  });

  test('a trigger sees the final ENV of its stage; all else is up to the file that runs it', () => {
    const inTrigger = (text: string): string => {
      const model = modelOf(text);
      const onbuild = stageAt(model, 0).instructions.find((each) => each.keyword === 'ONBUILD');
      const trigger = onbuild?.keyword === 'ONBUILD' ? onbuild.instruction : null;
      return trigger === null ? 'none' : shown(model.variable('x', trigger));
    };
    expect(inTrigger('FROM scratch\nONBUILD LABEL l=$x\nENV x=1')).toBe('1');
    expect(inTrigger('FROM scratch\nARG x=1\nONBUILD LABEL l=$x')).toBe('?');
    expect(inTrigger('FROM scratch\nONBUILD LABEL l=$x')).toBe('?');
    expect(inTrigger('FROM scratch\nENV x=1\nONBUILD LABEL l=$x\nONBUILD ENV x=2')).toBe('?');
  });

  test('the setters of a name come base first, without those that follow', () => {
    const model = modelOf('FROM scratch AS a\nENV x=1\nARG x=2\nFROM a\nENV x=3 y=1 x=4\nLABEL l=$x\nENV x=5');
    const label = stageAt(model, 1).instructions[1];
    const setters = label === undefined ? [] : model.settersOf('x', label);
    expect(setters.map((each) => each.argumentText)).toEqual(['x=1', 'x=2', 'x=3 y=1 x=4']);
  });

  test('the setters seen by FROM are the global ARGs', () => {
    const model = modelOf('ARG x=1\nARG x=2\nFROM a:$x\nARG x=3');
    expect(model.settersOf('x', stageAt(model, 0).from).map((each) => each.argumentText)).toEqual(['x=1', 'x=2']);
  });
});

describe('the environment of RUN', () => {
  test('it is that of the builder, and what the runtime adds is unknown', () => {
    const model = modelOf('FROM scratch\nENV x=1\nRUN true');
    const run = lastInstruction(model);
    expect(shown(model.environment('x', run))).toBe('1');
    expect(shown(model.environment('y', run))).toBe('∅');
    expect(shown(model.environment('HOME', run))).toBe('?');
    expect(shown(model.environment('http_proxy', run))).toBe('?');
    expect(shown(model.variable('http_proxy', run))).toBe('∅');
  });
});

describe('long files', () => {
  test('a chain of twenty thousand variables is resolved without running out of stack', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `ENV v${index + 1}=$v${index}`);
    const model = modelOf(`FROM scratch\nENV v0=end\n${lines.join('\n')}\nLABEL l=x`);
    expect(shown(model.variable('v20000', lastInstruction(model)))).toBe('end');
  });

  test('a value that doubles at every line becomes unknown instead of filling the memory', () => {
    const lines = Array.from({ length: 60 }, () => 'ENV x=$x$x');
    const model = modelOf(`FROM scratch\nENV x=0123456789\n${lines.join('\n')}\nLABEL l=$x`);
    expect(knownText(model.variable('x', lastInstruction(model)))).toBeNull();
  });

  test('a chain of five thousand stages is resolved without running out of stack', () => {
    const stages = Array.from({ length: 5_000 }, (_, index) => `FROM s${index} AS s${index + 1}\nENV y=$x`);
    expect(valueOfX(`FROM scratch AS s0\nENV x=deep\n${stages.join('\n')}`)).toBe('deep');
  });
});

/** The words in which BuildKit looks for undefined variables. */
function watchedWords(instruction: Instruction): readonly (Word | null)[] {
  switch (instruction.keyword) {
    case 'ADD':
    case 'COPY': {
      const flags = instruction.flags.filter((flag) => ['chown', 'chmod', 'checksum'].includes(flag.name));
      return [...instruction.sources, instruction.destination, ...flags.map((flag) => flag.value)];
    }
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      return instruction.pairs.flatMap((pair) => [pair.key, pair.value]);
    case 'VOLUME':
      return instruction.paths;
    case 'WORKDIR':
      return [instruction.path];
    case 'USER':
      return [instruction.user];
    case 'STOPSIGNAL':
      return [instruction.signal];
    default:
      return [];
  }
}

/** Lines (1-based) of instructions that use a name which nothing in the file sets. */
function linesWithUnsetNames(text: string): readonly number[] {
  const model = modelOf(text);
  const lines = new Set<number>();
  for (const instruction of model.stages.flatMap((stage) => stage.instructions)) {
    for (const word of watchedWords(instruction)) {
      if (word === null) continue;
      expandText(word.raw, model.document.escape, () => word.range, (name) => {
        const sameArg = instruction.keyword === 'ARG' && instruction.pairs.some((pair) => pair.key.value === name && pair.range.end <= word.range.start);
        if (name !== 'PATH' && !sameArg && model.settersOf(name, instruction).length === 0) lines.add(positionAt(model.source, instruction.range.start).line + 1);
        return { state: 'declared' };
      });
    }
  }
  return [...lines].sort((a, b) => a - b);
}

interface OracleRow {
  readonly path: string;
  readonly buildkit: readonly (readonly [string, number])[];
}

describeShared('BuildKit on the corpus, every base with PATH only', () => {
  test('it finds undefined variables exactly where no ARG or ENV in scope sets the name', () => {
    const rows = readFileSync(sharedPath('corpus', 'oracle.jsonl') ?? '', 'utf8').trim().split('\n');
    const ours: string[] = [];
    const theirs: string[] = [];
    for (const row of rows) {
      const { path, buildkit }: OracleRow = JSON.parse(row);
      if (buildkit.some(([rule]) => rule === 'BUILD_ERROR')) continue;
      const text = readFileSync(sharedPath('corpus', 'dockerfiles', path) ?? '', 'utf8');
      const undefinedLines = new Set(buildkit.filter(([rule]) => rule === 'UndefinedVar').map(([, line]) => line));
      theirs.push(...[...undefinedLines].sort((a, b) => a - b).map((line) => `${path}:${line}`));
      ours.push(...linesWithUnsetNames(text).map((line) => `${path}:${line}`));
    }
    expect(theirs.length).toBeGreaterThan(50);
    expect(ours).toEqual(theirs);
  }, 120_000);
});
