/** Every example of every rule, as written and in each variant. */
import { REGISTERED_RULES } from '../src/engine/registry.generated';
import { testRules } from '../src/testing';

testRules(REGISTERED_RULES, { describe, it });
