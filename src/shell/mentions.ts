/** A cheap look at an instruction's text before its shell is parsed: most instructions do not concern most rules. */
import type { DockerfileModel } from '../dockerfile/model-types';
import type { Instruction } from '../dockerfile/nodes';
import { sliceOf } from '../dockerfile/source';

/** Whether the text that a shell is given, heredocs included, holds a text at all; in quotes and comments counts too. */
export function mentions(model: DockerfileModel, instruction: Instruction, wanted: string | RegExp): boolean {
  if (holds(instruction.argumentText, wanted)) return true;
  return instruction.heredocs.length > 0 && instruction.heredocs.some(({ bodyRange }) => holds(sliceOf(model.source, bodyRange), wanted));
}

function holds(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
