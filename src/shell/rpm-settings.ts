import type { DockerfileModel, Stage } from '../dockerfile/model-types';
import type { Instruction } from '../dockerfile/nodes';
import { sliceOf } from '../dockerfile/source';

const SETTING = /assumeyes\s*=|(?:yum|dnf)\.conf\b|libdnf5\.conf/i;

/** Whether a file may tell yum or dnf to answer yes: an instruction up to this one in its stage or an ancestor writes `assumeyes=` or their configuration. */
export function rpmMayAssumeYes(model: DockerfileModel, instruction: Instruction): boolean {
  return model.stageOf(instruction)?.chain.some((stage) => firstIn(model, stage) <= instruction.range.start) === true;
}

/** Where the first instruction of a stage begins that writes it; many may ask. */
const firsts = new WeakMap<Stage, number>();

function firstIn(model: DockerfileModel, stage: Stage): number {
  const known = firsts.get(stage);
  if (known !== undefined) return known;
  const first = stage.instructions.find(({ range }) => SETTING.test(sliceOf(model.source, range)))?.range.start ?? Infinity;
  firsts.set(stage, first);
  return first;
}
