/** Compiled by the build from `configSchema(REGISTERED_RULES)` with ajv (all errors, standalone code). */
import type { ConfigFile } from './config-file';

/** One violation of the schema, as ajv describes it. */
export interface SchemaError {
  /** JSON pointer of the value that is wrong, or that holds the wrong key. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface ConfigValidator {
  (data: unknown): data is ConfigFile;
  /** Those of the last call; null when it found none. */
  errors?: readonly SchemaError[] | null;
}

export const validateConfig: ConfigValidator;
