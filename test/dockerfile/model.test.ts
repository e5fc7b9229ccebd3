import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DockerfileModel } from '../../src/dockerfile/model-types';
import type { Instruction, Word } from '../../src/dockerfile/nodes';
import { sliceOf } from '../../src/dockerfile/source';
import { describeShared, sharedPath } from '../support/shared';
import { lastInstruction, modelOf, shown } from '../support/small-model';

describe('the model of a file', () => {
  test('it splits the file at the FROMs', () => {
    const model = modelOf('# syntax=docker/dockerfile:1\nARG a\nRUN lost\nARG b\nFROM x\nARG c\nRUN d\nFROM y');
    expect(model.syntax).toBe('docker/dockerfile:1');
    expect(model.globalArgs.map((each) => each.argumentText)).toEqual(['a', 'b']);
    expect(model.orphans.map((each) => each.argumentText)).toEqual(['lost']);
    expect(model.stages.map((stage) => stage.instructions.length)).toEqual([2, 0]);
  });

  test('a file without instructions has an empty model', () => {
    expect(modelOf('# nothing\n')).toMatchObject({ syntax: null, globalArgs: [], orphans: [], stages: [], outputs: [], imageSources: [] });
  });

  test('every instruction knows its stage, triggers too', () => {
    const model = modelOf('ARG a\nFROM x\nRUN d\nFROM y\nONBUILD RUN e');
    const stages = model.document.instructions.map((each) => model.stageOf(each)?.index ?? null);
    expect(stages).toEqual([null, 0, 0, 1, 1]);
    const onbuild = lastInstruction(model);
    expect(onbuild.keyword === 'ONBUILD' && onbuild.instruction !== null && model.stageOf(onbuild.instruction)?.index).toBe(1);
  });

  test('image sources are collected once', () => {
    const model = modelOf('FROM x\nCOPY --from=y /a /b');
    expect(model.imageSources).toBe(model.imageSources);
    expect(model.imageSources).toHaveLength(1);
  });
});

describe('resolve', () => {
  /** Expands the first word of the last instruction. */
  const resolved = (text: string): string => {
    const model = modelOf(text);
    const last = lastInstruction(model);
    const word = last.keyword === 'COPY' || last.keyword === 'ADD' ? last.sources[0] : last.words[0];
    return word === undefined ? 'no word' : shown(model.resolve(word, last));
  };

  test.each([
    ['FROM scratch\nENV a=1\nUSER u$a', 'u1'],
    ["FROM scratch\nENV a=1\nUSER '$a'", '$a'],
    ['FROM scratch\nENV a=1\nUSER u\\$a', 'u$a'],
    ['# escape=`\nFROM scratch\nENV a=1\nUSER u`$a', 'u$a'],
    ['FROM scratch\nENV a=1\nUSER u\\\n$a', 'u1'],
    ['FROM scratch\nENV a=1\nCOPY ["x $a", "/y"]', 'x 1'],
    ['# escape=`\nFROM scratch\nENV a=1\nCOPY ["C:\\\\x\\\\$a", "/y"]', 'C:\\x\\1'],
  ])('%j: %j', (text, expected) => {
    expect(resolved(text)).toBe(expected);
  });

  test('the parts stand where they are written, across continuations', () => {
    const model = modelOf('FROM scratch\nENV a=1\nUSER ab\\\n${a}');
    const last = lastInstruction(model);
    const [word] = last.words;
    const value = word === undefined ? null : model.resolve(word, last);
    const texts = value?.kind === 'parts' ? value.parts.map((part) => sliceOf(model.source, part.range)) : [];
    expect(texts).toEqual(['ab', '${a}']);
  });
});

/** Asks the model everything it can be asked, and throws on an answer that cannot be; gives the number of questions. */
function askEverything(model: DockerfileModel): number {
  let questions = 0;
  const ask = (instruction: Instruction): void => {
    model.stageOf(instruction);
    if (typeof model.stateAt(instruction).shell.kind !== 'string') throw new Error('an instruction has no shell');
    const words: readonly Word[] = instruction.words;
    for (const word of words) {
      const value = model.resolve(word, instruction);
      if (value.kind === 'parts') {
        for (const part of value.parts) {
          if (part.range.start < word.range.start || part.range.end > word.range.end) throw new Error(`a part lies outside of ${word.raw}`);
        }
      }
      questions += 1;
    }
    for (const name of ['PATH', 'HOME', 'VERSION', 'toString']) {
      model.variable(name, instruction);
      model.environment(name, instruction);
      model.settersOf(name, instruction);
    }
    if (instruction.keyword === 'ONBUILD' && instruction.instruction !== null) ask(instruction.instruction);
  };
  for (const instruction of model.document.instructions) ask(instruction);
  for (const stage of model.stages) {
    model.stateAfter(stage);
    if (stage.chain[stage.chain.length - 1] !== stage) throw new Error('a chain does not end in its own stage');
    questions += 1;
  }
  return questions + model.imageSources.length;
}

describe('any file', () => {
  const line = fc.constantFrom(
    'FROM a AS b', 'FROM b', 'FROM $x', 'FROM scratch', 'FROM a:${x:-1} AS c', 'ARG x', 'ARG x=$y z="$x', 'ENV x=$x$y', 'ENV y $x', 'USER $x',
    'WORKDIR $y/a', 'WORKDIR b', 'SHELL ["bash","-c"]', 'SHELL x', 'ONBUILD ENV x=$y', 'ONBUILD USER $x', 'COPY --from=b $x /y', 'COPY --from=0 a b',
    'RUN --mount=from=b,target=/x y', 'ENV', 'ARG', 'FROM', 'USER', 'WORKDIR', 'BAD x', 'ONBUILD', 'ENV $x=1', '',
  );

  test('every question has an answer', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      expect(askEverything(modelOf(lines.join('\n')))).toBeGreaterThanOrEqual(0);
    }));
  });
});

describeShared('the corpus', () => {
  test('every question has an answer in every file', () => {
    const root = sharedPath('corpus', 'dockerfiles') ?? '';
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    let questions = 0;
    for (const file of files) questions += askEverything(modelOf(readFileSync(join(file.parentPath, file.name), 'utf8')));
    expect(files.length).toBeGreaterThan(1000);
    expect(questions).toBeGreaterThan(files.length);
  }, 120_000);
});
