/** What a container of a stage starts: the ENTRYPOINT and the CMD that are left at its end. */
import type { Stage } from './model-types';
import type { CmdInstruction, EntrypointInstruction } from './nodes';
import { chainInstructions } from './stages';

export interface StartCommand {
  /** Null when no stage of the file sets one: then the base decides. */
  readonly entrypoint: EntrypointInstruction | null;
  /** Null when no stage of the file sets one, or a later ENTRYPOINT has cleared it. */
  readonly command: CmdInstruction | null;
}

/** An ENTRYPOINT clears the CMD that its stage has inherited, but not one of the stage itself. */
export function startCommand(stage: Stage): StartCommand {
  let entrypoint: EntrypointInstruction | null = null;
  let command: CmdInstruction | null = null;
  const own = new Set(stage.base.kind === 'stage' ? stage.instructions : []);
  for (const node of chainInstructions(stage)) {
    if (node.keyword === 'CMD') command = node;
    if (node.keyword !== 'ENTRYPOINT') continue;
    entrypoint = node;
    if (command !== null && own.has(node) && !own.has(command)) command = null;
  }
  return { entrypoint, command };
}
