/** What COPY and ADD may bring into a stage, as far as the text tells. */
import { absolutePath, liesIn } from '../text/container-path';
import type { DockerfileModel, Stage } from './model-types';
import type { AddInstruction, CopyInstruction, Instruction } from './nodes';
import { chainInstructions } from './stages';
import { knownText } from './values';
import { knownDirectory } from './working-directory';

/** Whether the instruction may put something at a path (absolute, as `/bin/sh`): an unknown destination may. */
export function mayBring(model: DockerfileModel, node: CopyInstruction | AddInstruction, path: string): boolean {
  if (node.destination === null) return false;
  const written = knownText(model.resolve(node.destination, node));
  const destination = written === null ? null : absolutePath(written, knownDirectory(model.stateAt(node)));
  return destination === null || liesIn(path, destination);
}

/** Whether some COPY or ADD of the stage's chain, before an instruction if one is named, may put something at one of the paths. */
export function mayHold(model: DockerfileModel, stage: Stage, paths: readonly string[], before: Instruction | null = null): boolean {
  for (const node of chainInstructions(stage)) {
    if (node === before) return false;
    if ((node.keyword === 'COPY' || node.keyword === 'ADD') && paths.some((path) => mayBring(model, node, path))) return true;
  }
  return false;
}

/** Whether it is certain that no `/bin/sh` will be in the image of a stage: neither its base nor the file brings one. */
export function hasNoShell(model: DockerfileModel, node: Instruction): boolean {
  const stage = model.stageOf(node);
  const { shell } = model.stateAt(node);
  if (stage === null || node.trigger || shell.kind !== 'none' || shell.instruction !== null) return false;
  // A RUN that works without a shell may install one.
  return !chainInstructions(stage).some(({ keyword }) => keyword === 'RUN') && !mayHold(model, stage, ['/bin/sh']);
}
