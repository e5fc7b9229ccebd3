import type { DockerfileModel, Stage } from '../dockerfile/model-types';
import type { Instruction, InstructionMap, RunInstruction } from '../dockerfile/nodes';
import type { DockerfileHandlers } from './rule-definition';

/** The handlers of one rule. */
export interface Visitor {
  readonly handlers: DockerfileHandlers;
  /** Told what one of its handlers threw; nothing of a stopped visitor is called any more. */
  readonly rule: { readonly stopped: boolean; stop(thrown: unknown): void };
}

/**
 * Calls every handler once per instruction of its keyword, in file order; see {@link DockerfileHandlers}.
 * `atRun` gives those whose handlers of RUN are called for this one instruction besides.
 */
export function walk(model: DockerfileModel, visitors: readonly Visitor[], atRun: (node: RunInstruction) => readonly Visitor[] = () => []): void {
  const calls = callsOf(visitors);
  const stages = model.stages.values();
  let next = stages.next();
  for (const instruction of model.document.instructions) {
    if (next.done !== true && next.value.from === instruction) {
      enterStage(next.value, calls.stage);
      next = stages.next();
    }
    visit(instruction, calls.byKeyword, atRun);
  }
  for (const { handlers, rule } of calls.end) {
    if (rule.stopped) continue;
    try {
      handlers.end?.();
    } catch (thrown) {
      rule.stop(thrown);
    }
  }
}

/** Found once per file, so that the many calls need not look for their handler each. */
interface Call<K extends keyof InstructionMap> extends Visitor {
  readonly handle: (this: DockerfileHandlers, node: InstructionMap[K]) => void;
}

type CallsByKeyword = { readonly [K in keyof InstructionMap]: Call<K>[] };

interface Calls {
  readonly byKeyword: CallsByKeyword;
  readonly stage: readonly Visitor[];
  readonly end: readonly Visitor[];
}

function callsOf(visitors: readonly Visitor[]): Calls {
  const byKeyword: CallsByKeyword = {
    ADD: [], ARG: [], CMD: [], COPY: [], ENTRYPOINT: [], ENV: [], EXPOSE: [], FROM: [], HEALTHCHECK: [], LABEL: [], MAINTAINER: [], ONBUILD: [], RUN: [],
    SHELL: [], STOPSIGNAL: [], USER: [], VOLUME: [], WORKDIR: [], UNKNOWN: [],
  };
  const stage: Visitor[] = [];
  const end: Visitor[] = [];
  for (const visitor of visitors) {
    for (const name in visitor.handlers) {
      if (name === 'stage') stage.push(visitor);
      else if (name === 'end') end.push(visitor);
      else if (isKeyword(name, byKeyword)) addCall(byKeyword, name, visitor);
    }
  }
  return { byKeyword, stage, end };
}

function isKeyword(name: string, calls: CallsByKeyword): name is keyof InstructionMap {
  return name in calls;
}

function addCall<K extends keyof InstructionMap>(calls: Pick<CallsByKeyword, K>, keyword: K, { handlers, rule }: Visitor): void {
  const byKeyword: { readonly [N in keyof InstructionMap]?: Call<N>['handle'] } = handlers;
  const handle = byKeyword[keyword];
  if (handle !== undefined) calls[keyword].push({ handlers, rule, handle });
}

function enterStage(stage: Stage, visitors: readonly Visitor[]): void {
  for (const { handlers, rule } of visitors) {
    if (rule.stopped) continue;
    try {
      handlers.stage?.(stage);
    } catch (thrown) {
      rule.stop(thrown);
    }
  }
}

function visit(instruction: Instruction, calls: CallsByKeyword, atRun: (node: RunInstruction) => readonly Visitor[]): void {
  callAll(calls, instruction.keyword, instruction);
  if (instruction.keyword === 'RUN') {
    for (const { handlers, rule } of atRun(instruction)) {
      if (rule.stopped) continue;
      try {
        handlers.RUN?.(instruction);
      } catch (thrown) {
        rule.stop(thrown);
      }
    }
  }
  if (instruction.keyword === 'ONBUILD' && instruction.instruction !== null) visit(instruction.instruction, calls, atRun);
}

function callAll<K extends keyof InstructionMap>(calls: CallsByKeyword, keyword: K, node: InstructionMap[K]): void {
  const own: readonly Call<K>[] = calls[keyword];
  for (const { handlers, handle, rule } of own) {
    if (rule.stopped) continue;
    try {
      handle.call(handlers, node);
    } catch (thrown) {
      rule.stop(thrown);
    }
  }
}
