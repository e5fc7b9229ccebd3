import type { DockerfileModel } from '../dockerfile/model-types';
import type { Instruction } from '../dockerfile/nodes';
import { sliceOf } from '../dockerfile/source';

const SETTING = /assumeyes\s*=|(?:yum|dnf)\.conf\b|libdnf5\.conf/i;

/** Whether a file may tell yum or dnf to answer yes: an instruction up to this one in its stage or an ancestor writes `assumeyes=` or their configuration. */
export function rpmMayAssumeYes(model: DockerfileModel, instruction: Instruction): boolean {
  if (!SETTING.test(model.source.text)) return false;
  const earlier = model.stageOf(instruction)?.chain.flatMap(({ instructions }) => instructions) ?? [];
  return earlier.some((node) => node.range.start <= instruction.range.start && SETTING.test(sliceOf(model.source, node.range)));
}
