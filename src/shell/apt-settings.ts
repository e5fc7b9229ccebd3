/** What apt was told by files before a command runs: in the same RUN, an earlier one, or a COPY. */
import type { DockerfileModel } from '../dockerfile/model-types';
import type { AddInstruction, CopyInstruction, Instruction } from '../dockerfile/nodes';
import { sliceOf } from '../dockerfile/source';
import { aptConfigurationWritten, isAptConfigurationFile, readAptConfiguration } from './apt-configuration';
import type { ShellCommand, ShellView } from './commands';

export interface AptSettings {
  /** `unknown` when a file is copied into apt's configuration whose text is not in the Dockerfile. */
  readonly assumeYes: boolean | 'unknown';
  readonly noRecommends: boolean | 'unknown';
}

export function aptSettingsAt(model: DockerfileModel, shell: ShellView, instruction: Instruction, command: ShellCommand): AptSettings {
  let settings: AptSettings = { assumeYes: false, noRecommends: false };
  for (const earlier of instructionsUpTo(model, instruction)) {
    // A cheap look first: most instructions do not speak of apt's configuration.
    if (!sliceOf(model.source, earlier.range).includes('apt.conf')) continue;
    if (earlier.keyword === 'COPY' || earlier.keyword === 'ADD') settings = afterCopy(model, earlier, settings);
    if (earlier.keyword !== 'RUN') continue;
    for (const writer of shell.commands(earlier)) {
      if (earlier === instruction && writer.range.start >= command.range.start) break;
      const { assumeYes, noRecommends } = aptConfigurationWritten(writer);
      settings = { assumeYes: assumeYes ?? settings.assumeYes, noRecommends: noRecommends ?? settings.noRecommends };
    }
  }
  return settings;
}

/** The instructions of the stage and its local ancestors up to and with the given one. */
function instructionsUpTo(model: DockerfileModel, instruction: Instruction): readonly Instruction[] {
  const chain = model.stageOf(instruction)?.chain ?? [];
  const earlier = chain.flatMap(({ instructions }) => instructions).filter(({ range }) => range.start < instruction.range.start);
  // The triggers of a stage run one after the other in the child image.
  const ran = earlier.map((node) => (node.keyword === 'ONBUILD' && instruction.trigger ? (node.instruction ?? node) : node));
  return [...ran.filter((node) => node !== instruction), instruction];
}

function afterCopy(model: DockerfileModel, node: CopyInstruction | AddInstruction, settings: AptSettings): AptSettings {
  if (!isAptConfigurationFile(node.destination?.value ?? '')) return settings;
  const [heredoc] = node.heredocs;
  if (heredoc === undefined) return { assumeYes: 'unknown', noRecommends: 'unknown' };
  const { assumeYes, noRecommends } = readAptConfiguration(sliceOf(model.source, heredoc.bodyRange));
  return { assumeYes: assumeYes ?? settings.assumeYes, noRecommends: noRecommends ?? settings.noRecommends };
}
