/** The stage graph: what each stage is built FROM, which stages are outputs, and which are shipped. */
import type { BaseImage } from '../knowledge/base-image';
import type { ContextOf } from './contexts';
import { createContexts } from './contexts';
import type { BuildInputs, Component, ImageReference, ModelKnowledge, Stage, StageBase } from './model-types';
import type { FromInstruction, Instruction, Word } from './nodes';
import { parseReference } from './references';
import type { Value } from './values';
import { knownText } from './values';

/** A FROM and what stands below it, up to the next FROM. */
export interface StageText {
  readonly from: FromInstruction;
  readonly instructions: readonly Instruction[];
}

export interface StageInputs {
  readonly build: BuildInputs;
  readonly knowledge: ModelKnowledge;
  /** Expands a word of FROM. */
  resolve(word: Word, from: FromInstruction): Value;
}

export interface StageGraph {
  readonly stages: readonly Stage[];
  readonly outputs: readonly Stage[];
  readonly contextOf: ContextOf;
}

class StageNode implements Stage {
  private ancestors: readonly Stage[] | null = null;

  constructor(
    readonly index: number,
    readonly name: string | null,
    readonly from: FromInstruction,
    readonly instructions: readonly Instruction[],
    readonly base: StageBase,
    readonly isOutput: boolean,
    readonly isShipped: boolean,
  ) {}

  /** Built on demand: in a file of a thousand stages in a row all chains together are large. */
  get chain(): readonly Stage[] {
    if (this.ancestors === null) {
      const chain: Stage[] = [this];
      for (let base: StageBase = this.base; base.kind === 'stage'; base = base.stage.base) chain.push(base.stage);
      this.ancestors = chain.reverse();
    }
    return this.ancestors;
  }
}

/** A base by number, before there are stage objects. */
type Plan = { readonly kind: 'stage'; readonly index: number } | { readonly kind: 'other'; readonly base: StageBase };

export function createStages(texts: readonly StageText[], inputs: StageInputs): StageGraph {
  const contextOf = createContexts(inputs.build.contexts);
  const names = texts.map(({ from }) => stageName(from));
  const outputs = outputIndexes(names, inputs.build.targets);
  const plans = planBases(texts, names, contextOf, inputs);
  const shipped = shippedIndexes(plans, outputs);
  const stages: Stage[] = [];
  texts.forEach(({ from, instructions }, index) => {
    const plan = plans[index];
    const parent = plan?.kind === 'stage' ? stages[plan.index] : undefined;
    const base: StageBase = parent !== undefined ? { kind: 'stage', stage: parent } : plan?.kind === 'other' ? plan.base : NOTHING_KNOWN;
    stages.push(new StageNode(index, names[index] ?? null, from, instructions, base, outputs.has(index), shipped.has(index)));
  });
  return { stages, outputs: stages.filter((stage) => stage.isOutput), contextOf };
}

const NOTHING_KNOWN: StageBase = { kind: 'unknown', reference: null };

function stageName(from: FromInstruction): string | null {
  const name = from.as?.name?.value ?? '';
  return name === '' ? null : name;
}

/** The stages that are built: by name (the last of that name) or number; without any that exists, the last stage. */
function outputIndexes(names: readonly (string | null)[], targets: readonly string[]): ReadonlySet<number> {
  const outputs = new Set<number>();
  const lower = targets.length === 0 ? [] : names.map((name) => name?.toLowerCase() ?? null);
  for (const target of targets) {
    const named = lower.lastIndexOf(target.toLowerCase());
    if (named !== -1) outputs.add(named);
    else if (/^\d+$/.test(target) && Number(target) < names.length) outputs.add(Number(target));
  }
  if (outputs.size === 0 && names.length > 0) outputs.add(names.length - 1);
  return outputs;
}

function planBases(
  texts: readonly StageText[], names: readonly (string | null)[], contextOf: ContextOf, inputs: StageInputs,
): Plan[] {
  const earlier = new Map<string, number>();
  return texts.map(({ from }, index) => {
    const name = names[index] ?? null;
    const replacing = name === null ? null : contextOf(name);
    const plan: Plan = replacing === null
      ? planBase(from, earlier, contextOf, inputs)
      : { kind: 'other', base: { kind: 'context', name: replacing } };
    if (name !== null) earlier.set(name.toLowerCase(), index);
    return plan;
  });
}

function planBase(from: FromInstruction, earlier: ReadonlyMap<string, number>, contextOf: ContextOf, inputs: StageInputs): Plan {
  const word = from.image;
  if (word === null) return { kind: 'other', base: NOTHING_KNOWN };
  const value = inputs.resolve(word, from);
  const text = knownText(value);
  const stage = text === null ? undefined : earlier.get(text.toLowerCase());
  if (stage !== undefined) return { kind: 'stage', index: stage };
  return { kind: 'other', base: externalBase(word, value, contextOf, inputs.knowledge) };
}

/** What a name means that is no stage: scratch, a named context, an image, or (when its text is unknown) perhaps any of them. */
export function externalBase(word: Word, value: Value, contextOf: ContextOf, knowledge: ModelKnowledge): StageBase {
  const text = knownText(value);
  if (text === 'scratch') return { kind: 'scratch' };
  const context = text === null ? null : contextOf(text);
  if (context !== null) return { kind: 'context', name: context };
  const reference = parseReference(word, value);
  // A slash, a tag or a digest in what is known rules out a stage.
  const surelyImage = text !== null || (value.kind === 'parts' && value.parts.some((part) => part.kind === 'text' && /[/:@]/.test(part.text)));
  return surelyImage ? { kind: 'image', reference, known: knownImage(reference, knowledge) } : { kind: 'unknown', reference };
}

function knownImage(reference: ImageReference, knowledge: ModelKnowledge): BaseImage | null {
  const { registry, path, tag, digest, valid } = reference;
  if (!valid || registry.kind === 'unknown' || path.kind !== 'known') return null;
  return knowledge.baseImage({ registry: textOf(registry), path: path.text, tag: tagOf(tag, digest) });
}

function textOf(component: Component): string | null {
  return component.kind === 'known' ? component.text : null;
}

/** Without a tag the builder takes `latest`, unless a digest names another image. */
function tagOf(tag: Component, digest: Component): string | null {
  if (tag.kind === 'absent') return digest.kind === 'absent' ? 'latest' : null;
  return textOf(tag);
}

function shippedIndexes(plans: readonly Plan[], outputs: ReadonlySet<number>): ReadonlySet<number> {
  const shipped = new Set(outputs);
  // A stage is built FROM earlier ones only, so one pass from the end reaches all ancestors.
  for (let index = plans.length - 1; index >= 0; index -= 1) {
    const plan = plans[index];
    if (plan?.kind === 'stage' && shipped.has(index)) shipped.add(plan.index);
  }
  return shipped;
}

/**
 * What is done when a stage is built, from the root of its chain on: in each stage the ONBUILDs of its local base come
 * first. The ONBUILD instructions themselves stand where they are written, and do nothing there.
 */
export function chainInstructions(stage: Stage): readonly Instruction[] {
  if (stage.base.kind !== 'stage') return stage.instructions;
  const known = chains.get(stage);
  if (known !== undefined) return known;
  const found = stage.chain.flatMap(({ base, instructions }) => [
    ...(base.kind === 'stage' ? base.stage.instructions.flatMap((each) => (each.keyword === 'ONBUILD' && each.instruction !== null ? [each.instruction] : [])) : []),
    ...instructions,
  ]);
  chains.set(stage, found);
  return found;
}

/** Several rules ask for the same chain. Stages are immutable, so an answer never ages. */
const chains = new WeakMap<Stage, readonly Instruction[]>();
