// Writes src/engine/registry.generated.ts from the folder listing of rules/<category>/<id>.ts.
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Rule files as `{ category, id }`, sorted by id. */
export function listRules(folder = join(root, 'rules')) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: category }) =>
      readdirSync(join(folder, category))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => ({ category, id: file.slice(0, -'.ts'.length) })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function registryText(rules) {
  const imports = rules.map(({ category, id }, index) => `import rule${index} from '../../rules/${category}/${id}';`);
  const entries = rules.map(({ category, id }, index) => `  { id: '${id}', category: '${category}', rule: rule${index} },`);
  return [
    "import type { RegisteredRule } from './rule-definition';",
    ...imports,
    '',
    'export const REGISTERED_RULES: readonly RegisteredRule[] = [',
    ...entries,
    '];',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'src/engine/registry.generated.ts'), registryText(listRules()));
}
