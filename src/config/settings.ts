/** What a run is told, after config files, presets and flags are put together. */
import type { BuildInputs } from '../dockerfile/model-types';
import type { Severity } from '../engine/result';

export interface RuleSetting {
  readonly severity: Severity | 'off';
  /** The user named the severity, so it replaces the rule's level. */
  readonly explicit: boolean;
  /** Complete: defaults, then the preset's, then the user's. */
  readonly options: Readonly<Record<string, string | boolean | number | readonly string[]>>;
  /** Severities set by a preset for one message, or by the user through an alias of it (`DL4003: off`), by message id. */
  readonly messages: Readonly<Record<string, Severity | 'off'>>;
}

export interface Settings {
  /** By rule id; a rule that is missing is off. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly build: BuildInputs;
  /** `--no-inline-config`: suppression comments count for nothing. */
  readonly inlineConfig: boolean;
}

export const DEFAULT_BUILD: BuildInputs = { targets: [], args: {}, contexts: {}, platform: null, builder: 'buildkit' };
