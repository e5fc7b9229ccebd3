import type { DockerfileModel } from '../dockerfile/model-types';
import type { Instruction, InstructionMap } from '../dockerfile/nodes';
import type { DockerfileHandlers } from './rule-definition';

/** The handlers of one rule. */
export interface Visitor {
  readonly handlers: DockerfileHandlers;
  /** Runs one of its handlers; a visitor that failed runs nothing any more. */
  readonly attempt: (run: () => void) => void;
}

/** Calls every handler once per instruction of its keyword, in file order; see {@link DockerfileHandlers}. */
export function walk(model: DockerfileModel, visitors: readonly Visitor[]): void {
  const byKeyword = new Map<Instruction['keyword'], readonly Visitor[]>();
  const withStage = visitors.filter(({ handlers }) => handlers.stage !== undefined);

  function visitorsOf(keyword: Instruction['keyword']): readonly Visitor[] {
    const known = byKeyword.get(keyword);
    if (known !== undefined) return known;
    const found = visitors.filter(({ handlers }) => handlers[keyword] !== undefined);
    byKeyword.set(keyword, found);
    return found;
  }

  function visit(instruction: Instruction): void {
    for (const { handlers, attempt } of visitorsOf(instruction.keyword)) attempt(() => call(handlers, instruction.keyword, instruction));
    if (instruction.keyword === 'ONBUILD' && instruction.instruction !== null) visit(instruction.instruction);
  }

  const stages = model.stages.values();
  let next = stages.next();
  for (const instruction of model.document.instructions) {
    if (next.done !== true && next.value.from === instruction) {
      const stage = next.value;
      for (const { handlers, attempt } of withStage) attempt(() => handlers.stage?.(stage));
      next = stages.next();
    }
    visit(instruction);
  }
  for (const { handlers, attempt } of visitors) attempt(() => handlers.end?.());
}

type KeywordHandlers = { readonly [K in keyof InstructionMap]?: (node: InstructionMap[K]) => void };

function call<K extends keyof InstructionMap>(handlers: KeywordHandlers, keyword: K, node: InstructionMap[K]): void {
  handlers[keyword]?.(node);
}
