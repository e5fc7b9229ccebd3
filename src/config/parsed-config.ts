/** A config text as a value whose places can be found again, whatever its notation. */

/** A key path into the value: keys of objects, and indexes of arrays in decimal. */
export type KeyPath = readonly string[];

export interface ParsedConfig {
  readonly value: unknown;
  /** Offset of the value at a path, or of its key; of the nearest value around it when there is no such thing. */
  locate(path: KeyPath, part: 'key' | 'value'): number;
}

export type ParseOutcome =
  | { readonly ok: true; readonly config: ParsedConfig }
  | { readonly ok: false; readonly offset: number; readonly message: string };
