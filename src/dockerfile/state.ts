/**
 * User, directory, shell and system in force at each instruction: one pass per stage, on the first question,
 * ancestors first. A state object is shared by all instructions up to the next one that changes it.
 */
import type { BaseImage } from '../knowledge/base-image';
import type { EffectiveShell, EffectiveState, OperatingSystem, Setting, Stage } from './model-types';
import type { Instruction, UserInstruction, Word, WorkdirInstruction } from './nodes';
import { operatingSystemOf } from './platforms';
import { NO_SHELL, isWindowsShell, shellOfBase, shellOfInstruction } from './shell-setting';
import type { Value } from './values';
import { joinDirectory } from './working-directory';

export interface StateInputs {
  readonly escape: '\\' | '`';
  /** `os/arch[/variant]` of the build, or null. */
  readonly platform: string | null;
  /** The instructions inside the ONBUILDs of a stage: they run first in every stage built FROM it. */
  triggersOf(stage: Stage): readonly Instruction[];
  resolve(word: Word, at: Instruction): Value;
}

interface StageStates {
  /** Before each instruction of the stage. */
  readonly before: readonly EffectiveState[];
  readonly after: EffectiveState;
  /** What a plain `sh` is here. */
  readonly baseShell: EffectiveShell;
}

const UNKNOWN_SHELL: EffectiveShell = shellOfBase(null, 'unknown');

export const UNKNOWN_STATE: EffectiveState = {
  user: { from: 'unknown' }, workdir: { from: 'unknown' }, shell: UNKNOWN_SHELL, os: 'unknown',
};

export class States {
  private readonly computed = new Map<Stage, StageStates>();
  private readonly triggers = new Map<Stage, ReadonlyMap<Instruction, EffectiveState>>();

  constructor(private readonly inputs: StateInputs) {}

  /** The state before the instruction with that index in `stage.instructions`. */
  before(stage: Stage, index: number): EffectiveState {
    return this.statesOf(stage).before[index] ?? UNKNOWN_STATE;
  }

  after(stage: Stage): EffectiveState {
    return this.statesOf(stage).after;
  }

  /** What a trigger of the stage runs in: the end of the stage, and the triggers before it. */
  beforeTrigger(stage: Stage, trigger: Instruction): EffectiveState {
    let states = this.triggers.get(stage);
    if (states === undefined) {
      states = this.computeTriggers(stage);
      this.triggers.set(stage, states);
    }
    return states.get(trigger) ?? UNKNOWN_STATE;
  }

  private computeTriggers(stage: Stage): ReadonlyMap<Instruction, EffectiveState> {
    const { after, baseShell } = this.statesOf(stage);
    const states = new Map<Instruction, EffectiveState>();
    let state = after;
    for (const trigger of this.inputs.triggersOf(stage)) {
      states.set(trigger, state);
      state = this.changed(state, trigger, baseShell);
    }
    return states;
  }

  private statesOf(stage: Stage): StageStates {
    const waiting: Stage[] = [];
    let from: Stage | null = stage;
    while (from !== null && !this.computed.has(from)) {
      waiting.push(from);
      from = from.base.kind === 'stage' ? from.base.stage : null;
    }
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) this.computed.set(next, this.compute(next));
    const states = this.computed.get(stage);
    return states ?? { before: [], after: UNKNOWN_STATE, baseShell: UNKNOWN_SHELL };
  }

  private compute(stage: Stage): StageStates {
    const inherited = stage.base.kind === 'stage' ? this.computed.get(stage.base.stage) : undefined;
    const os = inherited?.after.os ?? this.systemOf(stage);
    let state = inherited?.after ?? startOf(stage, os);
    const baseShell = inherited?.baseShell ?? state.shell;
    if (stage.base.kind === 'stage') {
      for (const trigger of this.inputs.triggersOf(stage.base.stage)) state = this.changed(state, trigger, baseShell);
    }
    const before: EffectiveState[] = [];
    for (const instruction of stage.instructions) {
      before.push(state);
      state = this.changed(state, instruction, baseShell);
    }
    return { before, after: state, baseShell };
  }

  private changed(state: EffectiveState, instruction: Instruction, baseShell: EffectiveShell): EffectiveState {
    switch (instruction.keyword) {
      case 'SHELL':
        return { ...state, shell: shellOfInstruction(instruction, baseShell) };
      case 'USER':
        return instruction.user === null ? state : { ...state, user: this.userOf(instruction, instruction.user) };
      case 'WORKDIR':
        return instruction.path === null ? state : { ...state, workdir: this.directoryOf(instruction, instruction.path, state) };
      default:
        return state;
    }
  }

  private userOf(instruction: UserInstruction, user: Word): Setting<UserInstruction> {
    return { from: 'instruction', instruction, value: this.inputs.resolve(user, instruction) };
  }

  private directoryOf(instruction: WorkdirInstruction, path: Word, state: EffectiveState): Setting<WorkdirInstruction> {
    const value = joinDirectory(directoryValue(state.workdir, path), this.inputs.resolve(path, instruction), state.os, path.range);
    return { from: 'instruction', instruction, value };
  }

  private systemOf(stage: Stage): OperatingSystem {
    const known = stage.base.kind === 'image' ? stage.base.known : null;
    if (known?.os === 'windows') return 'windows';
    const requested = this.requestedSystem(stage);
    if (requested !== 'unknown') return requested;
    if (stage.base.kind === 'scratch' || (known?.os === 'linux' && !known.sharesTagWithWindows)) return 'linux';
    if (stage.instructions.some((instruction) => instruction.keyword === 'SHELL' && isWindowsShell(instruction))) return 'windows';
    // A shared tag is a Windows image on a Windows builder, and hardly anybody else escapes with backticks.
    return known?.os === 'linux' && this.inputs.escape !== '`' ? 'linux' : 'unknown';
  }

  private requestedSystem(stage: Stage): OperatingSystem {
    const flag = stage.from.flags.find((each) => each.name.toLowerCase() === 'platform');
    if (flag === undefined) return this.inputs.platform === null ? 'unknown' : operatingSystemOf(textValue(this.inputs.platform));
    return flag.value === null ? 'unknown' : operatingSystemOf(this.inputs.resolve(flag.value, stage.from));
  }
}

function startOf(stage: Stage, os: OperatingSystem): EffectiveState {
  if (stage.base.kind === 'scratch') {
    const nothing = { from: 'base' as const, text: '' };
    return { user: nothing, workdir: { from: 'base', text: '/' }, shell: os === 'linux' ? NO_SHELL : shellOfBase(null, os), os };
  }
  const known = stage.base.kind === 'image' ? stage.base.known : null;
  return { user: baseUser(known), workdir: baseDirectory(known), shell: shellOfBase(known, os), os };
}

function baseUser(known: BaseImage | null): Setting<UserInstruction> {
  return known === null || known.user === null ? { from: 'unknown' } : { from: 'base', text: known.user };
}

function baseDirectory(known: BaseImage | null): Setting<WorkdirInstruction> {
  const workdir = known?.workdir ?? null;
  return workdir === null ? { from: 'unknown' } : { from: 'base', text: workdir === '' ? '/' : workdir };
}

function directoryValue(workdir: Setting<WorkdirInstruction>, path: Word): Value {
  if (workdir.from === 'instruction') return workdir.value;
  return workdir.from === 'base' ? textValue(workdir.text) : { kind: 'parts', parts: [{ kind: 'unknown', name: null, range: path.range }] };
}

function textValue(text: string): Value {
  const parts = text === '' ? [] : [{ kind: 'text' as const, text, origin: { kind: 'literal' as const }, range: { start: 0, end: 0 } }];
  return { kind: 'parts', parts };
}
