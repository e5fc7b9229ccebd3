/** What a parsed file means, put together. Whatever costs more than one look is worked out on the first question. */
import type { Lookup } from './expand';
import { expandText } from './expand';
import type { Found } from './found';
import { collectImageSources } from './image-sources';
import type {
  BuildInputs, DockerfileModel, EffectiveState, ImageSource, ModelKnowledge, Stage, StageBase,
} from './model-types';
import type {
  ArgInstruction, DockerfileDocument, EnvInstruction, FromInstruction, Instruction, Word,
} from './nodes';
import { PREDEFINED_ARGUMENTS } from './predefined-arguments';
import type { Source } from './source';
import type { StageGraph, StageText } from './stages';
import { createStages } from './stages';
import { States, UNKNOWN_STATE } from './state';
import type { Value } from './values';
import type { ScopeContext, StageEnvironment } from './variables';
import { EVERYTHING, GlobalScope, StageScope, createScopeContext, resolveWord, valueOf } from './variables';

/** Set by the runtime or the shell itself for every RUN, whatever the image says. */
const SET_BY_RUNTIME: ReadonlySet<string> = new Set([
  'HOME', 'HOSTNAME', 'PWD', 'OLDPWD', 'SHLVL', 'IFS', 'PPID', 'OPTIND', 'PS1', 'PS2', 'PS4', 'TERM',
]);

export function createModel(
  source: Source, document: DockerfileDocument, build: BuildInputs, knowledge: ModelKnowledge,
): DockerfileModel {
  return new Model(source, document, build, knowledge);
}

/** Where an instruction stands. */
interface Place {
  readonly stage: Stage;
  /** Index in `stage.instructions`; -1 for the FROM itself. */
  readonly index: number;
  readonly isTrigger: boolean;
}

interface FileText {
  readonly globalArgs: readonly ArgInstruction[];
  readonly orphans: readonly Instruction[];
  readonly stages: readonly StageText[];
}

class Model implements DockerfileModel {
  readonly syntax: string | null;
  readonly globalArgs: readonly ArgInstruction[];
  readonly orphans: readonly Instruction[];
  readonly stages: readonly Stage[];
  readonly outputs: readonly Stage[];
  private readonly graph: StageGraph;
  private readonly scopeContext: ScopeContext;
  private readonly global: GlobalScope;
  private readonly states: States;
  private scopes: readonly StageScope[] | null = null;
  private readonly triggers = new Map<Stage, readonly Instruction[]>();
  private places: ReadonlyMap<Instruction, Place> | null = null;
  private sources: readonly ImageSource[] | null = null;

  constructor(
    readonly source: Source,
    readonly document: DockerfileDocument,
    readonly build: BuildInputs,
    private readonly knowledge: ModelKnowledge,
  ) {
    const text = splitFile(document.instructions);
    this.syntax = document.directives.find((directive) => directive.name === 'syntax')?.value ?? null;
    this.globalArgs = text.globalArgs;
    this.orphans = text.orphans;
    this.scopeContext = createScopeContext(document.escape, build);
    const global = new GlobalScope(this.scopeContext, text.globalArgs);
    this.global = global;
    const resolve = (word: Word, from: FromInstruction): Value =>
      resolveWord(word, from, document.escape, (name) => global.lookup(name, EVERYTHING));
    this.graph = createStages(text.stages, { build, knowledge, resolve });
    this.stages = this.graph.stages;
    this.outputs = this.graph.outputs;
    this.states = new States({
      escape: document.escape,
      platform: build.platform,
      triggersOf: (stage) => this.triggersOf(stage),
      resolve: (word, at) => this.resolve(word, at),
    });
  }

  get imageSources(): readonly ImageSource[] {
    this.sources ??= collectImageSources(this.graph, this.knowledge, this.document.escape);
    return this.sources;
  }

  stageOf(instruction: Instruction): Stage | null {
    return this.placeOf(instruction)?.stage ?? null;
  }

  stateAt(instruction: Instruction): EffectiveState {
    const place = this.placeOf(instruction);
    if (place === null || place.index === -1) return UNKNOWN_STATE;
    if (!place.isTrigger) return this.states.before(place.stage, place.index);
    return this.states.beforeTrigger(place.stage, instruction);
  }

  stateAfter(stage: Stage): EffectiveState {
    return this.states.after(stage);
  }

  resolve(word: Word, at: Instruction): Value {
    const lookup: Lookup = (name) => this.find(name, at, word.range.start);
    const { escape } = this.document;
    // In the JSON form the builder expands what JSON means, so its escapes go first.
    if (isJsonForm(at) && word.raw.includes('\\')) return expandText(word.value, escape, () => word.range, lookup);
    return resolveWord(word, at, escape, lookup);
  }

  variable(name: string, at: Instruction): Value {
    return valueOf(this.find(name, at, at.range.start), name, at);
  }

  environment(name: string, at: Instruction): Value {
    const found = this.find(name, at, at.range.start);
    const given = found.state === 'unset' && (PREDEFINED_ARGUMENTS.has(name) || SET_BY_RUNTIME.has(name));
    return valueOf(given ? { state: 'unknown' } : found, name, at);
  }

  settersOf(name: string, at: Instruction): readonly (ArgInstruction | EnvInstruction)[] {
    const place = this.placeOf(at);
    const scope = place === null || place.index === -1 ? null : this.scopeOf(place.stage);
    if (place !== null && scope !== null) return scope.allSetters(name, place.isTrigger ? EVERYTHING : at.range.start);
    return this.global.settersBefore(name, at.range.start).map((setter) => setter.instruction);
  }

  /** `position` matters in an ARG only, whose names take effect one after another. */
  private find(name: string, at: Instruction, position: number): Found {
    const place = this.placeOf(at);
    const seen = at.keyword === 'ARG' ? position : at.range.start;
    const scope = place === null || place.index === -1 ? null : this.scopeOf(place.stage);
    if (place === null || scope === null) return this.global.lookup(name, seen);
    if (!place.isTrigger) return scope.lookup(name, seen);
    return scope.lookupInTrigger(name);
  }

  private placeOf(instruction: Instruction): Place | null {
    this.places ??= placesIn(this.stages);
    return this.places.get(instruction) ?? null;
  }

  private scopeOf(stage: Stage): StageScope | null {
    this.scopes ??= this.createScopes();
    return this.scopes[stage.index] ?? null;
  }

  private triggersOf(stage: Stage): readonly Instruction[] {
    const known = this.triggers.get(stage);
    if (known !== undefined) return known;
    const triggers: Instruction[] = [];
    for (const each of stage.instructions) {
      if (each.keyword === 'ONBUILD' && each.instruction !== null) triggers.push(each.instruction);
    }
    this.triggers.set(stage, triggers);
    return triggers;
  }

  private createScopes(): readonly StageScope[] {
    const scopes: StageScope[] = [];
    for (const stage of this.stages) {
      const parent = stage.base.kind === 'stage' ? scopes[stage.base.stage.index] : undefined;
      const environment: StageEnvironment = parent === undefined
        ? { kind: 'base', variables: baseVariables(stage.base, this.build) }
        : { kind: 'stage', scope: parent };
      const inherited = stage.base.kind === 'stage' ? this.triggersOf(stage.base.stage) : [];
      scopes.push(new StageScope(this.scopeContext, this.global, environment, inherited, stage.instructions));
    }
    return scopes;
  }
}

const PATH_ONLY = { PATH: null } as const;

/** The builder gives a PATH to scratch, too. */
function baseVariables(base: StageBase, { baseEnv }: BuildInputs): Readonly<Record<string, string | null>> | null {
  if (base.kind === 'scratch' || baseEnv === 'path-only') return PATH_ONLY;
  return base.kind === 'image' ? (base.known?.environment ?? null) : null;
}

function isJsonForm(instruction: Instruction): boolean {
  const { keyword } = instruction;
  return (keyword === 'COPY' || keyword === 'ADD' || keyword === 'VOLUME') && instruction.form === 'json';
}

function splitFile(instructions: readonly Instruction[]): FileText {
  const globalArgs: ArgInstruction[] = [];
  const orphans: Instruction[] = [];
  const stages: { from: FromInstruction; instructions: Instruction[] }[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      stages.push({ from: instruction, instructions: [] });
      continue;
    }
    const stage = stages[stages.length - 1];
    if (stage !== undefined) stage.instructions.push(instruction);
    else if (instruction.keyword === 'ARG') globalArgs.push(instruction);
    else orphans.push(instruction);
  }
  return { globalArgs, orphans, stages };
}

function placesIn(stages: readonly Stage[]): ReadonlyMap<Instruction, Place> {
  const places = new Map<Instruction, Place>();
  for (const stage of stages) {
    places.set(stage.from, { stage, index: -1, isTrigger: false });
    stage.instructions.forEach((instruction, index) => {
      places.set(instruction, { stage, index, isTrigger: false });
      if (instruction.keyword === 'ONBUILD' && instruction.instruction !== null) {
        places.set(instruction.instruction, { stage, index, isTrigger: true });
      }
    });
  }
  return places;
}
