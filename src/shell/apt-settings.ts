/** What apt was told by files before a command runs: in the base, the same RUN, an earlier one, or a COPY. */
import type { DockerfileModel, Stage } from '../dockerfile/model-types';
import type { AddInstruction, CopyInstruction, Instruction } from '../dockerfile/nodes';
import { sliceOf } from '../dockerfile/source';
import type { AptConfiguration } from './apt-configuration';
import { aptConfigurationWritten, isAptConfigurationFile, readAptConfiguration } from './apt-configuration';
import type { ShellCommand, ShellView } from './commands';

const CONFIGURATION = 'apt.conf';

export interface AptSettings {
  /** `unknown` when a file is copied into apt's configuration whose text is not in the Dockerfile. */
  readonly assumeYes: boolean | 'unknown';
  readonly noRecommends: boolean | 'unknown';
}

/** More files than anybody writes: to follow them for each install would take too long. */
const MOST_FILES = 100;
const UNKNOWN: AptSettings = { assumeYes: 'unknown', noRecommends: 'unknown' };

export function aptSettingsAt(model: DockerfileModel, shell: ShellView, instruction: Instruction, command: ShellCommand): AptSettings {
  if (configuringIn(model).length > MOST_FILES) return UNKNOWN;
  let settings: AptSettings = { assumeYes: baseAssumesYes(model, instruction), noRecommends: false };
  for (const earlier of configuringUpTo(model, instruction)) {
    if (earlier.keyword === 'COPY' || earlier.keyword === 'ADD') settings = afterCopy(model, earlier, settings);
    if (earlier.keyword !== 'RUN') continue;
    const files = filesWritten(shell, earlier);
    if (files.length > MOST_FILES) return UNKNOWN;
    for (const { writer, configuration } of files) {
      if (earlier === instruction && writer.range.start >= command.range.start) break;
      settings = updated(settings, configuration);
    }
  }
  return settings;
}

function baseAssumesYes(model: DockerfileModel, instruction: Instruction): boolean {
  const base = model.stageOf(instruction)?.chain[0]?.base;
  return base?.kind === 'image' && base.known?.aptAssumesYes === true;
}

function updated(settings: AptSettings, { assumeYes, noRecommends }: AptConfiguration): AptSettings {
  return { assumeYes: assumeYes ?? settings.assumeYes, noRecommends: noRecommends ?? settings.noRecommends };
}

interface WrittenFile {
  readonly writer: ShellCommand;
  readonly configuration: AptConfiguration;
}

/** Every install asks, also those of later instructions. */
const filesOf = new WeakMap<Instruction, readonly WrittenFile[]>();

function filesWritten(shell: ShellView, run: Instruction): readonly WrittenFile[] {
  const known = filesOf.get(run);
  if (known !== undefined) return known;
  const files = shell.commands(run)
    .map((writer) => ({ writer, configuration: aptConfigurationWritten(writer) }))
    .filter(({ configuration: { assumeYes, noRecommends } }) => assumeYes !== null || noRecommends !== null);
  filesOf.set(run, files);
  return files;
}

interface Configuring {
  readonly stage: Stage;
  readonly node: Instruction;
}

/** Every install asks, and few files speak of apt's configuration at all. A model never changes, so the answer stays true. */
const configuringOf = new WeakMap<DockerfileModel, readonly Configuring[]>();

/** The instructions that speak of apt's configuration, in the order of the file. */
function configuringIn(model: DockerfileModel): readonly Configuring[] {
  const known = configuringOf.get(model);
  if (known !== undefined) return known;
  const found: Configuring[] = [];
  if (model.source.text.includes(CONFIGURATION)) {
    for (const stage of model.stages) {
      for (const node of stage.instructions) if (sliceOf(model.source, node.range).includes(CONFIGURATION)) found.push({ stage, node });
    }
  }
  configuringOf.set(model, found);
  return found;
}

/** Those of the stage and its local ancestors up to and with the given instruction. */
function configuringUpTo(model: DockerfileModel, instruction: Instruction): readonly Instruction[] {
  const all = configuringIn(model);
  if (all.length === 0) return [];
  const chain = model.stageOf(instruction)?.chain ?? [];
  const earlier = all.filter(({ stage, node }) => node.range.start < instruction.range.start && chain.includes(stage));
  // The triggers of a stage run one after the other in the child image.
  const ran = earlier.map(({ node }) => (node.keyword === 'ONBUILD' && instruction.trigger ? (node.instruction ?? node) : node));
  return [...ran.filter((node) => node !== instruction), instruction];
}

function afterCopy(model: DockerfileModel, node: CopyInstruction | AddInstruction, settings: AptSettings): AptSettings {
  if (!isAptConfigurationFile(node.destination?.value ?? '')) return settings;
  const [heredoc] = node.heredocs;
  if (heredoc === undefined) return UNKNOWN;
  return updated(settings, readAptConfiguration(sliceOf(model.source, heredoc.bodyRange)));
}
