/** What `COPY --from=` and `from=` of a RUN mount name. The builder expands no variables there. */
import { expandText } from './expand';
import type { ImageSource, ModelKnowledge, Stage, StageBase } from './model-types';
import type { CopyInstruction, Flag, RunInstruction, Word } from './nodes';
import { parseReference } from './references';
import type { StageGraph } from './stages';
import { externalBase } from './stages';
import type { Value } from './values';
import { placesOf } from './word-places';

export function collectImageSources(
  graph: StageGraph, knowledge: ModelKnowledge, escape: '\\' | '`',
): readonly ImageSource[] {
  const byName = stagesByName(graph.stages);
  const sources: ImageSource[] = [];
  for (const stage of graph.stages) {
    for (const each of stage.instructions) {
      const instruction = each.keyword === 'ONBUILD' ? each.instruction : each;
      if (instruction === null || (instruction.keyword !== 'COPY' && instruction.keyword !== 'RUN')) continue;
      for (const { flag, word } of namedWords(instruction)) {
        const target = targetOf({ word, instruction, stage, byName, graph, knowledge, escape });
        sources.push({ instruction, flag, word, target });
      }
    }
  }
  return sources;
}

function namedWords(instruction: CopyInstruction | RunInstruction): readonly { readonly flag: Flag; readonly word: Word }[] {
  const found: { flag: Flag; word: Word }[] = [];
  for (const flag of instruction.flags) {
    const name = flag.name.toLowerCase();
    if (instruction.keyword === 'COPY' && name === 'from') {
      if (flag.value !== null && flag.value.value !== '') found.push({ flag, word: flag.value });
    } else if (instruction.keyword === 'RUN' && name === 'mount') {
      for (const option of flag.options) {
        if (option.key.toLowerCase() === 'from' && option.value !== null && option.value.value !== '') found.push({ flag, word: option.value });
      }
    }
  }
  return found;
}

function stagesByName(stages: readonly Stage[]): ReadonlyMap<string, readonly Stage[]> {
  const byName = new Map<string, Stage[]>();
  for (const stage of stages) {
    if (stage.name === null) continue;
    const name = stage.name.toLowerCase();
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [stage]);
    else same.push(stage);
  }
  return byName;
}

interface Question {
  readonly word: Word;
  readonly instruction: CopyInstruction | RunInstruction;
  /** The stage the instruction stands in. */
  readonly stage: Stage;
  readonly byName: ReadonlyMap<string, readonly Stage[]>;
  readonly graph: StageGraph;
  readonly knowledge: ModelKnowledge;
  readonly escape: '\\' | '`';
}

function targetOf(question: Question): StageBase {
  const { word, instruction, stage, byName, graph, knowledge } = question;
  const text = word.value;
  if (word.raw.includes('$')) return { kind: 'unknown', reference: parseReference(word, unexpanded(question)) };
  const value = literal(word, text);
  const context = graph.contextOf(text);
  if (context !== null) return { kind: 'context', name: context };
  // A trigger runs in another file, whose stages are not known here.
  if (instruction.trigger && !/[/:@]/.test(text) && text !== 'scratch') {
    return { kind: 'unknown', reference: /^[+-]?\d+$/.test(text) ? null : parseReference(word, value) };
  }
  if (/^[+-]?\d+$/.test(text)) {
    const numbered = instruction.keyword === 'COPY' ? graph.stages[Number(text)] : undefined;
    return numbered === undefined ? { kind: 'unknown', reference: null } : { kind: 'stage', stage: numbered };
  }
  const named = byName.get(text.toLowerCase());
  const target = named === undefined ? undefined : (lastBefore(named, stage.index) ?? named[0]);
  if (target !== undefined) return { kind: 'stage', stage: target };
  return externalBase(word, value, graph.contextOf, knowledge);
}

/** The last of the stages (ascending) with a smaller index. */
function lastBefore(stages: readonly Stage[], index: number): Stage | undefined {
  let low = 0;
  let high = stages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stages[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return stages[low - 1];
}

function literal(word: Word, text: string): Value {
  return { kind: 'parts', parts: [{ kind: 'text', text, origin: { kind: 'literal' }, range: word.range }] };
}

/** Buildah expands variables here, BuildKit refuses them: either way their values are not known. */
function unexpanded({ word, instruction, escape }: Question): Value {
  return expandText(word.raw, escape, placesOf(word, instruction.logical), () => ({ state: 'unknown' }));
}
