import type { DockerfileModel, Stage } from '../dockerfile/model-types';
import type { Instruction, InstructionMap } from '../dockerfile/nodes';
import type { DockerfileHandlers } from './rule-definition';

/** The handlers of one rule. */
export interface Visitor {
  readonly handlers: DockerfileHandlers;
  /** Told what one of its handlers threw; nothing of a stopped visitor is called any more. */
  readonly rule: { readonly stopped: boolean; stop(thrown: unknown): void };
}

/** Calls every handler once per instruction of its keyword, in file order; see {@link DockerfileHandlers}. */
export function walk(model: DockerfileModel, visitors: readonly Visitor[]): void {
  const byHandler = visitorsByHandler(visitors);
  const stages = model.stages.values();
  let next = stages.next();
  for (const instruction of model.document.instructions) {
    if (next.done !== true && next.value.from === instruction) {
      enterStage(next.value, byHandler.get('stage') ?? []);
      next = stages.next();
    }
    visit(instruction, byHandler);
  }
  for (const { handlers, rule } of byHandler.get('end') ?? []) {
    if (rule.stopped) continue;
    try {
      handlers.end?.();
    } catch (thrown) {
      rule.stop(thrown);
    }
  }
}

type VisitorsByHandler = ReadonlyMap<string, readonly Visitor[]>;

function visitorsByHandler(visitors: readonly Visitor[]): VisitorsByHandler {
  const byHandler = new Map<string, Visitor[]>();
  for (const visitor of visitors) {
    for (const name in visitor.handlers) {
      const list = byHandler.get(name);
      if (list === undefined) byHandler.set(name, [visitor]);
      else list.push(visitor);
    }
  }
  return byHandler;
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

function visit(instruction: Instruction, byHandler: VisitorsByHandler): void {
  for (const { handlers, rule } of byHandler.get(instruction.keyword) ?? []) {
    if (rule.stopped) continue;
    try {
      call(handlers, instruction.keyword, instruction);
    } catch (thrown) {
      rule.stop(thrown);
    }
  }
  if (instruction.keyword === 'ONBUILD' && instruction.instruction !== null) visit(instruction.instruction, byHandler);
}

type KeywordHandlers = { readonly [K in keyof InstructionMap]?: (node: InstructionMap[K]) => void };

function call<K extends keyof InstructionMap>(handlers: KeywordHandlers, keyword: K, node: InstructionMap[K]): void {
  handlers[keyword]?.(node);
}
