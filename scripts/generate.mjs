// Writes everything that is derived from the rules.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listRules, registryText } from './registry.mjs';

// In a bundle this module is replaced by the texts alone, as data (see build/rule-plugin.mjs).
const RULE_TEXTS = `import { REGISTERED_RULES } from './registry.generated';
import type { RegisteredRule } from './rule-definition';

/** Every rule with all its texts and examples, for its page. Load it by \`import()\`. */
export const RULE_TEXTS: readonly RegisteredRule[] = REGISTERED_RULES;
`;

/** Generated files that git does not hold. */
export async function generateIgnored(root) {
  writeFileSync(join(root, 'src/engine/registry.generated.ts'), registryText(listRules(join(root, 'rules'))));
  writeFileSync(join(root, 'src/engine/rule-texts.generated.ts'), RULE_TEXTS);
}
