/** A validator as the build compiles it, made on the spot. */
import Ajv from 'ajv';
import { configSchema } from '../../src/config/schema';
import type { ConfigFile } from '../../src/config/config-file';
import type { ConfigValidator } from '../../src/config/validators.generated';
import type { RegisteredRule } from '../../src/engine/rule-definition';

export function validatorOf(rules: readonly RegisteredRule[]): ConfigValidator {
  return new Ajv({ allErrors: true, strict: true, strictTypes: false, strictTuples: false }).compile<ConfigFile>(configSchema(rules));
}
