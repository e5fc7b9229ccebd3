/** Which stages take something from which: by FROM, COPY --from and the mounts of RUN. */
import { expandText } from './expand';
import type { DockerfileModel, ImageSource, Stage } from './model-types';
import type { Instruction, Word } from './nodes';
import { knownPrefix, knownSuffix } from './values';
import { placesOf } from './word-places';

/** A circle, as the word that closes it and the stages along it: the first is the one the word stands in. */
export interface StageCircle {
  readonly source: ImageSource;
  readonly stages: readonly Stage[];
}

const circles = new WeakMap<DockerfileModel, readonly StageCircle[]>();

/** In file order, those of several stages with none in common; a COPY or mount from the very stage it stands in is a circle of one. */
export function stageCircles(model: DockerfileModel): readonly StageCircle[] {
  const known = circles.get(model);
  if (known !== undefined) return known;
  const found = findCircles(model);
  circles.set(model, found);
  return found;
}

function findCircles(model: DockerfileModel): readonly StageCircle[] {
  // FROM looks back only, so every circle has a word that names its own stage or a later one.
  const closing = model.imageSources.filter(({ target, instruction }) => {
    return target.kind === 'stage' && target.stage.index >= (model.stageOf(instruction)?.index ?? Infinity);
  });
  if (closing.length === 0) return [];
  const uses = certainUses(model);
  const free = stagesWithinCircles(uses);
  const found: StageCircle[] = [];
  for (const source of closing) {
    const here = model.stageOf(source.instruction);
    if (here === null || source.target.kind !== 'stage') continue;
    if (source.target.stage === here) found.push({ source, stages: [here] });
    if (source.target.stage === here || !free.has(here)) continue;
    const way = shortestWay(source.target.stage, here, uses, free);
    if (way === null) continue;
    found.push({ source, stages: [here, ...way.slice(0, -1)] });
    for (const stage of way) free.delete(stage);
  }
  return found;
}

type Uses = ReadonlyMap<Stage, ReadonlySet<Stage>>;

function certainUses(model: DockerfileModel): Uses {
  const uses = new Map<Stage, Set<Stage>>();
  for (const stage of model.stages) uses.set(stage, new Set(stage.base.kind === 'stage' ? [stage.base.stage] : []));
  for (const { instruction, target } of model.imageSources) {
    const here = model.stageOf(instruction);
    if (here !== null && target.kind === 'stage') uses.get(here)?.add(target.stage);
  }
  return uses;
}

function append(lists: Map<Stage, Stage[]>, key: Stage, added: readonly Stage[]): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [...added]);
  else for (const each of added) list.push(each);
}

/** What is left when stages that use nothing more are taken away again and again. */
function stagesWithinCircles(uses: Uses): Set<Stage> {
  const users = new Map<Stage, Stage[]>();
  const open = new Map<Stage, number>();
  for (const [stage, used] of uses) {
    open.set(stage, used.size);
    for (const each of used) append(users, each, [stage]);
  }
  const left = new Set(uses.keys());
  const done = [...left].filter((stage) => open.get(stage) === 0);
  for (let stage = done.pop(); stage !== undefined; stage = done.pop()) {
    left.delete(stage);
    for (const user of users.get(stage) ?? []) {
      const rest = (open.get(user) ?? 0) - 1;
      open.set(user, rest);
      if (rest === 0) done.push(user);
    }
  }
  return left;
}

/** From one stage along what it uses to another, both included; null when there is no way. */
function shortestWay(from: Stage, to: Stage, uses: Uses, within: ReadonlySet<Stage>): readonly Stage[] | null {
  const cameFrom = new Map<Stage, Stage | null>([[from, null]]);
  for (const stage of cameFrom.keys()) {
    if (stage === to) return wayTo(stage, cameFrom);
    for (const next of uses.get(stage) ?? []) if (within.has(next) && !cameFrom.has(next)) cameFrom.set(next, stage);
  }
  return null;
}

function wayTo(end: Stage, cameFrom: ReadonlyMap<Stage, Stage | null>): readonly Stage[] {
  const way: Stage[] = [];
  for (let at: Stage | null = end; at !== null; at = cameFrom.get(at) ?? null) way.push(at);
  return way.reverse();
}

/** The outputs and whatever they may take something from, counting what a variable or a trigger may name. */
export function stagesInUse(model: DockerfileModel): ReadonlySet<Stage> {
  const uses = new Map<Stage, Stage[]>();
  const add = (stage: Stage, used: readonly Stage[]): void => append(uses, stage, used);
  for (const stage of model.stages) {
    if (stage.base.kind === 'stage') add(stage, [stage.base.stage]);
    if (stage.from.image?.raw.includes('$') === true) add(stage, nameable(model, stage.from.image, stage.from));
  }
  for (const { instruction, word, target } of model.imageSources) {
    const here = model.stageOf(instruction);
    if (here === null) continue;
    if (target.kind === 'stage') add(here, [target.stage]);
    else if (target.kind === 'unknown') add(here, word.raw.includes('$') ? nameable(model, word, instruction) : calledSo(model, word.value));
  }
  const inUse = new Set(model.outputs);
  for (const stage of inUse) for (const used of uses.get(stage) ?? []) inUse.add(used);
  return inUse;
}

/** Stages that a word with variables may name. */
function nameable(model: DockerfileModel, word: Word, at: Instruction): readonly Stage[] {
  const value = expandText(word.raw, model.document.escape, placesOf(word, at.logical), () => ({ state: 'unknown' }));
  const [start, end] = [knownPrefix(value).toLowerCase(), knownSuffix(value).toLowerCase()];
  return model.stages.filter(({ name, index }) => {
    const called = name?.toLowerCase() ?? String(index);
    return called.length >= start.length + end.length && called.startsWith(start) && called.endsWith(end);
  });
}

function calledSo(model: DockerfileModel, text: string): readonly Stage[] {
  return model.stages.filter(({ name, index }) => name?.toLowerCase() === text.toLowerCase() || String(index) === text);
}
