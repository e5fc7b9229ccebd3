/** What the file means: stages, references, values, and the state in force at each instruction. */
import type { BaseImage } from '../knowledge/base-image';
import type {
  AddInstruction, ArgInstruction, CopyInstruction, DockerfileDocument, EnvInstruction, Flag, FromInstruction, Instruction,
  RunInstruction, ShellInstruction, UserInstruction, Word, WorkdirInstruction,
} from './nodes';
import type { Range, Source } from './source';
import type { Value } from './values';

/** What the build is given from outside. Part of the settings. */
export interface BuildInputs {
  /** Stage names or numbers that are built; empty means the last stage. */
  readonly targets: readonly string[];
  /** `--build-arg` values; null means "given, but with a value we do not know". */
  readonly args: Readonly<Record<string, string | null>>;
  /** Names of `--build-context`, with their location. */
  readonly contexts: Readonly<Record<string, string>>;
  /** `os/arch[/variant]`, or null. */
  readonly platform: string | null;
  readonly builder: 'buildkit' | 'classic' | 'buildah';
  /** For comparisons without images: every base counts as one that sets PATH alone. */
  readonly baseEnv?: 'path-only';
}

export type Component =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }
  /** `range` is the smallest text of the file that stands for it (a whole `${…}` when it comes from a variable). */
  | { readonly kind: 'known'; readonly text: string; readonly range: Range };

/** An image reference in parts, as far as they are known, after the distribution reference grammar. */
export interface ImageReference {
  readonly word: Word;
  readonly value: Value;
  /** Host with optional port; `absent` means Docker Hub. */
  readonly registry: Component;
  /** Repository path without the registry: `library` is not added. */
  readonly path: Component;
  readonly tag: Component;
  readonly digest: Component;
  /** False when the known text cannot be an image reference. */
  readonly valid: boolean;
}

export type StageBase =
  | { readonly kind: 'scratch' }
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** A name of `--build-context`. */
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'image'; readonly reference: ImageReference; readonly known: BaseImage | null }
  /** The name holds an unknown value, so it may be a stage, a context or an image; `reference` is what can be said of it. */
  | { readonly kind: 'unknown'; readonly reference: ImageReference | null };

export interface Stage {
  /** 0-based, as in `COPY --from=0`. */
  readonly index: number;
  /** As written; null for a nameless stage. Compare names without regard to case. */
  readonly name: string | null;
  readonly from: FromInstruction;
  readonly base: StageBase;
  /** In order, without the FROM. */
  readonly instructions: readonly Instruction[];
  /** Local stages this one is built FROM, root ancestor first, itself last. Never empty. */
  readonly chain: readonly Stage[];
  /** The last stage, or one that the build inputs name as target. */
  readonly isOutput: boolean;
  /** It or a stage built FROM it is an output: what it adds is shipped. */
  readonly isShipped: boolean;
}

/** Where an image other than a stage's base is named: `COPY --from` and `RUN --mount=…,from=`. */
export interface ImageSource {
  readonly instruction: CopyInstruction | AddInstruction | RunInstruction;
  readonly flag: Flag;
  readonly word: Word;
  readonly target: StageBase;
}

export type OperatingSystem = 'linux' | 'windows' | 'unknown';

export type ShellKind = 'sh' | 'dash' | 'ash' | 'bash' | 'zsh' | 'ksh' | 'cmd' | 'powershell' | 'other' | 'none' | 'unknown';

/** The shell that runs shell-form instructions. */
export interface EffectiveShell {
  readonly kind: ShellKind;
  /** The words of SHELL, or null when the base decides. */
  readonly words: readonly string[] | null;
  /** The SHELL in force, in this stage or a local ancestor. */
  readonly instruction: ShellInstruction | null;
  /** `-e` and `-o pipefail` among its words. */
  readonly errexit: boolean;
  readonly pipefail: boolean;
  /** Whether the shell knows `-o pipefail`; null when its version is unknown. */
  readonly knowsPipefail: boolean | null;
}

/** A setting that an instruction made, or that comes from the base. */
export type Setting<I> =
  | { readonly from: 'instruction'; readonly instruction: I; readonly value: Value }
  /** Known from the base-image table, or certain for `scratch`. '' stands for "the base sets none". */
  | { readonly from: 'base'; readonly text: string }
  | { readonly from: 'unknown' };

/** What is in force when an instruction runs: before it takes effect itself. */
export interface EffectiveState {
  readonly user: Setting<UserInstruction>;
  /** `value` is the joined path when relative WORKDIRs add up. */
  readonly workdir: Setting<WorkdirInstruction>;
  readonly shell: EffectiveShell;
  readonly os: OperatingSystem;
}

export interface DockerfileModel {
  readonly source: Source;
  readonly document: DockerfileDocument;
  readonly build: BuildInputs;
  /** The image of `# syntax=`, or null. */
  readonly syntax: string | null;
  /** ARGs above the first FROM. */
  readonly globalArgs: readonly ArgInstruction[];
  /** Whatever else stands above the first FROM. */
  readonly orphans: readonly Instruction[];
  readonly stages: readonly Stage[];
  readonly outputs: readonly Stage[];
  /** Images and stages named in COPY --from and mounts, in order. */
  readonly imageSources: readonly ImageSource[];
  /** The stage an instruction (or trigger) stands in; null above the first FROM. */
  stageOf(instruction: Instruction): Stage | null;
  /** The state before the instruction runs. For instructions above the first FROM everything is unknown. */
  stateAt(instruction: Instruction): EffectiveState;
  /** The state at the end of a stage: what its image would be given. */
  stateAfter(stage: Stage): EffectiveState;
  /** Expands a word as the builder would at that instruction (its own ARG or ENV not yet in force). */
  resolve(word: Word, at: Instruction): Value;
  /** The value of one variable before the instruction runs, for the builder's expansion. */
  variable(name: string, at: Instruction): Value;
  /**
   * What a process of RUN sees: as {@link variable}, and the predefined build arguments as unknown.
   * A name that nothing sets is `unset` only if the base's environment is known.
   */
  environment(name: string, at: Instruction): Value;
  /** ENV and ARG instructions of the stage's chain (base first) that set a name before the instruction. */
  settersOf(name: string, at: Instruction): readonly (ArgInstruction | EnvInstruction)[];
}

/** Tables that the model asks; given by the caller, so that the core holds no data it does not need. */
export interface ModelKnowledge {
  /** By the known parts of a reference; null when the image is not in the table. */
  baseImage(reference: { readonly registry: string | null; readonly path: string; readonly tag: string | null }): BaseImage | null;
}
