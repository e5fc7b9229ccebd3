/** The content of a config file, after validation against the schema. */
import type { BuildInputs } from '../dockerfile/model-types';
import type { Level } from '../engine/rule-definition';

/** From which severity on problems make the run fail; `never` leaves that to errors of the run itself. */
export const FAIL_LEVELS = ['error', 'warning', 'info', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

export const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly Level[];

export const BUILDERS = ['buildkit', 'classic', 'buildah'] as const satisfies readonly BuildInputs['builder'][];

/** `os/arch[/variant]`, as in `linux/arm64/v8`. */
export const PLATFORM_PATTERN = '^[a-z0-9._-]+/[a-z0-9._-]+(/[a-z0-9._-]+)?$';

export type OptionValues = Readonly<Record<string, string | boolean | number | readonly string[]>>;

/** A severity, or a severity with options. */
export type RuleEntry = Level | readonly [Level, OptionValues];

/** By rule id or alias, in the order of the file. */
export type RuleEntries = Readonly<Record<string, RuleEntry>>;

export interface Override {
  /** Patterns in the manner of `.gitignore`, relative to the config file. */
  readonly files: readonly string[];
  readonly rules?: RuleEntries;
  readonly build?: Partial<BuildInputs>;
}

export interface ConfigFile {
  readonly $schema?: string;
  readonly root?: true;
  /** Names of presets, and relative paths of other config files. */
  readonly extends?: string | readonly string[];
  readonly rules?: RuleEntries;
  readonly overrides?: readonly Override[];
  readonly build?: Partial<BuildInputs>;
  /** Patterns of files and folders that are not linted, relative to the config file. */
  readonly ignore?: readonly string[];
  readonly noInlineConfig?: boolean;
  readonly failLevel?: FailLevel;
}

/** The entries of `extends`, in order. */
export function extendsOf(content: ConfigFile): readonly string[] {
  const { extends: bases } = content;
  if (bases === undefined) return [];
  return typeof bases === 'string' ? [bases] : bases;
}

/** An entry of `extends` that looks like a path is a file, any other the name of a preset. */
export function isFileReference(entry: string): boolean {
  return /[/\\]|\.(?:ya?ml|json)$/i.test(entry);
}
