/**
 * Scopes of ARG and ENV. Every scope is resolved front to back once, on the first question, so that neither
 * long chains of `ENV A=$B` nor chains of stages cost more than their length.
 */
import type { Lookup } from './expand';
import { expandText } from './expand';
import type { Found } from './found';
import type { BuildInputs } from './model-types';
import type { ArgInstruction, EnvInstruction, Instruction, Pair, Word } from './nodes';
import { PLATFORM_ARGUMENTS, platformArgument } from './platforms';
import type { Origin, Value } from './values';
import { placesOf } from './word-places';

type SettingInstruction = ArgInstruction | EnvInstruction;

/** One `name=value` of an ARG or ENV. Positions are source offsets; those of inherited triggers are negative. */
interface Setter {
  readonly name: string;
  readonly kind: 'arg' | 'env';
  readonly instruction: SettingInstruction;
  readonly pair: Pair;
  /** Its value is in force from here on. */
  readonly from: number;
  /** Its value sees what is in force here. */
  readonly sees: number;
  readonly index: number;
  found: Found | null;
}

/** What all scopes of a file share. */
export interface ScopeContext {
  readonly escape: '\\' | '`';
  readonly build: BuildInputs;
  /** Every name that some ARG or ENV of the file sets; filled while the scopes are made. */
  readonly names: Set<string>;
}

export function createScopeContext(escape: '\\' | '`', build: BuildInputs): ScopeContext {
  return { escape, build, names: new Set() };
}

const UNSET: Found = { state: 'unset' };
const UNKNOWN: Found = { state: 'unknown' };
const DECLARED: Found = { state: 'declared' };

export const EVERYTHING = Number.POSITIVE_INFINITY;

/** What a build input gives: its value, or null when nobody gave one. */
function givenArgument(name: string, build: BuildInputs): Found | null {
  if (!Object.hasOwn(build.args, name)) return null;
  const value = build.args[name];
  return typeof value === 'string' ? outsideValue('arg', name, value) : UNKNOWN;
}

function outsideValue(kind: 'arg' | 'env', name: string, text: string): Found {
  const origin: Origin = { kind, name, range: null };
  // A value from outside stands nowhere in the file; whoever uses it gives it its place.
  const parts = text === '' ? [] : [{ kind: 'text' as const, text, origin, range: { start: 0, end: 0 } }];
  return { state: 'set', parts, origin };
}

export function resolveWord(word: Word, at: Instruction, escape: '\\' | '`', lookup: Lookup): Value {
  return expandText(word.raw, escape, placesOf(word, at.logical), lookup);
}

abstract class Scope {
  protected readonly setters: Setter[] = [];
  private readonly byName = new Map<string, Setter[]>();
  private resolved = 0;

  constructor(protected readonly context: ScopeContext) {}

  /** The value of a name that this scope itself does not set. */
  protected abstract outside(name: string): Found;

  /** The value of `ARG name` without default that no build input gives. */
  protected abstract declared(setter: Setter): Found;

  protected add(instruction: SettingInstruction, place: { readonly from: number; readonly sees: number } | null): void {
    const kind = instruction.keyword === 'ARG' ? 'arg' : 'env';
    for (const pair of instruction.pairs) {
      const name = pair.key.value;
      const own = kind === 'arg' ? pair.range : instruction.range;
      // BuildKit sets the arguments of one ARG one after another; an ENV takes effect as a whole.
      const from = place?.from ?? own.end;
      const sees = place?.sees ?? own.start;
      const setter: Setter = { name, kind, instruction, pair, from, sees, index: this.setters.length, found: null };
      this.setters.push(setter);
      this.context.names.add(name);
      const sameName = this.byName.get(name);
      if (sameName === undefined) this.byName.set(name, [setter]);
      else sameName.push(setter);
    }
  }

  /** Setters of a name that are in force at a position, in order. */
  settersBefore(name: string, position: number): readonly Setter[] {
    const all = this.byName.get(name);
    return all === undefined ? [] : all.slice(0, countBefore(all, position));
  }

  protected ownSetter(name: string, position: number): Setter | null {
    const all = this.byName.get(name);
    return all === undefined ? null : (all[countBefore(all, position) - 1] ?? null);
  }

  lookup(name: string, position: number): Found {
    const setter = this.ownSetter(name, position);
    if (setter === null) return this.outside(name);
    this.resolveThrough(setter.index);
    return setter.found ?? UNKNOWN;
  }

  resolveAll(): void {
    this.resolveThrough(this.setters.length - 1);
  }

  /** All setters before one are resolved first, so a lookup from inside never goes deeper than one level. */
  private resolveThrough(index: number): void {
    while (this.resolved <= index) {
      const setter = this.setters[this.resolved];
      if (setter === undefined) return;
      setter.found = this.evaluate(setter);
      this.resolved += 1;
    }
  }

  private evaluate(setter: Setter): Found {
    const { name, kind, pair, instruction, sees } = setter;
    if (kind === 'arg') {
      const given = givenArgument(name, this.context.build);
      if (given === null && pair.value === null) return this.declared(setter);
      if (this.context.build.builder !== 'buildkit') {
        // The reference says that ENV always wins; BuildKit takes whichever comes last.
        const before = this.lookup(name, sees);
        if (before.state === 'set' && before.origin.kind === 'env') return before;
      }
      if (given !== null) return given;
    }
    if (pair.value === null) return UNKNOWN;
    const value = resolveWord(pair.value, instruction, this.context.escape, (each) => this.lookup(each, sees));
    const origin: Origin = { kind, name, range: pair.range };
    return { state: 'set', parts: value.kind === 'unset' ? [] : value.parts, origin };
  }
}

function countBefore(setters: readonly Setter[], position: number): number {
  let low = 0;
  let high = setters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((setters[middle]?.from ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** ARGs above the first FROM; visible in FROM, and behind an ARG without default in a stage. */
export class GlobalScope extends Scope {
  constructor(context: ScopeContext, globalArgs: readonly ArgInstruction[]) {
    super(context);
    for (const instruction of globalArgs) this.add(instruction, null);
  }

  protected outside(name: string): Found {
    if (!PLATFORM_ARGUMENTS.has(name)) return UNSET;
    const { build } = this.context;
    const given = givenArgument(name, build);
    if (given !== null) return given;
    const text = platformArgument(name, build.platform);
    return text === null ? UNKNOWN : outsideValue('arg', name, text);
  }

  protected declared(setter: Setter): Found {
    const before = this.lookup(setter.name, setter.sees);
    return before.state === 'unset' ? DECLARED : before;
  }
}

/** What a stage starts from, as far as variables go. */
export type StageEnvironment =
  | { readonly kind: 'stage'; readonly scope: StageScope }
  /** Of an image: as `BaseImage.environment`; null when it is not known. */
  | { readonly kind: 'base'; readonly variables: Readonly<Record<string, string | null>> | null };

export class StageScope extends Scope {
  private readonly parent: StageScope | null;
  private readonly baseVariables: Readonly<Record<string, string | null>> | null;
  /** `ENV $x=1` in this stage or an ancestor: any name may be set. */
  private readonly mayBeSet: boolean;
  private readonly inherited = new Map<string, Found>();
  /** Names that triggers of this stage set: what a later trigger sees of them is not followed. */
  private readonly setByTriggers = new Set<string>();
  private ready = false;

  /** `triggers` are the ONBUILD instructions of the local stage it is built FROM: they run before its own. */
  constructor(
    context: ScopeContext,
    private readonly global: GlobalScope,
    environment: StageEnvironment,
    triggers: readonly Instruction[],
    instructions: readonly Instruction[],
  ) {
    super(context);
    this.parent = environment.kind === 'stage' ? environment.scope : null;
    this.baseVariables = environment.kind === 'base' ? environment.variables : environment.scope.baseVariables;
    let step = -triggers.length;
    for (const trigger of triggers) {
      if (isSetting(trigger)) this.add(trigger, { from: step, sees: step - 1 });
      step += 1;
    }
    for (const instruction of instructions) {
      if (isSetting(instruction)) this.add(instruction, null);
      const trigger = instruction.keyword === 'ONBUILD' ? instruction.instruction : null;
      if (trigger !== null && isSetting(trigger)) for (const pair of trigger.pairs) this.setByTriggers.add(pair.key.value);
    }
    const unknownName = this.setters.some((setter) => setter.kind === 'env' && setter.pair.key.raw.includes('$'));
    this.mayBeSet = unknownName || this.parent?.mayBeSet === true;
  }

  override lookup(name: string, position: number): Found {
    this.prepare();
    return super.lookup(name, position);
  }

  /** Resolves all ancestors, the oldest first: a loop, since chains of stages may be thousands long. */
  private prepare(): void {
    if (this.ready) return;
    const waiting: StageScope[] = [];
    for (let scope = this.parent; scope !== null && !scope.ready; scope = scope.parent) waiting.push(scope);
    this.ready = true;
    for (let scope = waiting.pop(); scope !== undefined; scope = waiting.pop()) {
      scope.ready = true;
      scope.resolveAll();
    }
  }

  protected outside(name: string): Found {
    if (!this.context.names.has(name)) return this.fromBase(name);
    const visited: StageScope[] = [this];
    let found = this.inherited.get(name);
    for (let scope = this.parent; found === undefined && scope !== null; scope = scope.parent) {
      found = scope.passedOn(name) ?? scope.inherited.get(name);
      visited.push(scope);
    }
    const answer = found ?? this.fromBase(name);
    // The scope that gave the answer may set the name itself; what it inherits is another question.
    if (found !== undefined) visited.pop();
    for (const scope of visited) scope.inherited.set(name, answer);
    return answer;
  }

  /** What a stage built FROM this one gets, or null when this stage itself does not set the name. */
  private passedOn(name: string): Found | null {
    const setter = this.ownSetter(name, EVERYTHING);
    if (setter === null) return null;
    // With BuildKit a stage inherits the arguments of the stage it is built FROM; others are not certain.
    if (setter.kind === 'arg' && this.context.build.builder !== 'buildkit') return UNKNOWN;
    return setter.found ?? UNKNOWN;
  }

  private fromBase(name: string): Found {
    if (this.baseVariables === null || this.mayBeSet) return UNKNOWN;
    const value = Object.hasOwn(this.baseVariables, name) ? this.baseVariables[name] : undefined;
    if (value === undefined) return UNSET;
    return value === null ? UNKNOWN : outsideValue('env', name, value);
  }

  protected declared(setter: Setter): Found {
    const global = this.global.lookup(setter.name, EVERYTHING);
    if (global.state === 'set' || global.state === 'unknown') return global;
    const before = this.lookup(setter.name, setter.sees);
    return before.state === 'set' ? before : DECLARED;
  }

  /** What a trigger sees when it runs in an image built FROM this stage: only the final ENV is certain. */
  lookupInTrigger(name: string): Found {
    if (this.setByTriggers.has(name)) return UNKNOWN;
    const found = this.lookup(name, EVERYTHING);
    return found.state === 'set' && found.origin.kind === 'env' ? found : UNKNOWN;
  }

  /** Instructions of the stage and its ancestors (oldest first) that set a name before a position. */
  allSetters(name: string, position: number): readonly SettingInstruction[] {
    if (!this.context.names.has(name)) return [];
    const groups: (readonly Setter[])[] = [this.settersBefore(name, position)];
    for (let scope = this.parent; scope !== null; scope = scope.parent) groups.push(scope.settersBefore(name, EVERYTHING));
    const instructions = new Set<SettingInstruction>();
    for (const group of groups.reverse()) for (const setter of group) instructions.add(setter.instruction);
    return [...instructions];
  }
}

function isSetting(instruction: Instruction): instruction is SettingInstruction {
  return instruction.keyword === 'ARG' || instruction.keyword === 'ENV';
}

/** A found variable as the value of a question that has no place in the file: the parts keep the places where they were set. */
export function valueOf(found: Found, name: string, at: Instruction): Value {
  if (found.state === 'unset') return { kind: 'unset' };
  if (found.state !== 'set') return { kind: 'parts', parts: [{ kind: 'unknown', name, range: at.range }] };
  const { origin, parts } = found;
  return { kind: 'parts', parts: parts.map((part) => (part.kind === 'text' && part.origin.kind === 'literal' ? { ...part, origin } : part)) };
}
