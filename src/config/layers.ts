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
