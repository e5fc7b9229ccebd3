/** The labels that an image of this file is given. */
import type { DockerfileModel, Stage } from './model-types';
import type { LabelInstruction, Pair } from './nodes';
import { chainInstructions } from './stages';
import { knownText } from './values';

export interface EffectiveLabel {
  readonly pair: Pair;
  readonly node: LabelInstruction;
}

/** By key, those of the local stages that it is built FROM included. A label that a later one replaces is not in the image; nor are keys known that hold unknown values. */
export function effectiveLabels(model: Pick<DockerfileModel, 'resolve'>, stage: Stage): ReadonlyMap<string, EffectiveLabel> {
  const labels = new Map<string, EffectiveLabel>();
  for (const node of chainInstructions(stage)) {
    if (node.keyword !== 'LABEL') continue;
    for (const pair of node.pairs) {
      const key = knownText(model.resolve(pair.key, node));
      if (key !== null) labels.set(key, { pair, node });
    }
  }
  return labels;
}
