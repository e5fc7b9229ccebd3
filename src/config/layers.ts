import type { PresetName } from '../engine/rule-definition';
import type { ConfigFile } from './config-file';

/** What a config is put together from; later layers win. */
export type ConfigLayer = PresetLayer | FileLayer;

export interface PresetLayer {
  readonly kind: 'preset';
  readonly name: PresetName;
}

export interface FileLayer {
  readonly kind: 'file';
  /** As shown to the user. */
  readonly path: string;
  /** Absolute, with `/` between names; its patterns are relative to it. */
  readonly folder: string;
  readonly content: ConfigFile;
}

/** A mistake in a config. Line and column are 1-based; null when the file as a whole is meant. */
export interface ConfigProblem {
  readonly path: string;
  readonly place: { readonly line: number; readonly column: number } | null;
  readonly message: string;
}

export type LoadedConfig =
  | { readonly ok: true; readonly layers: readonly ConfigLayer[] }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };
