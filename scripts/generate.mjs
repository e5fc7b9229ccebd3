// Writes everything that is derived from the rules. `--check` writes nothing and names the committed files that are
// stale.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSource } from './build/load-source.mjs';
import { rulePage, rulesTable } from './generate/rule-pages.mjs';
import { validatorsText } from './generate/validators.mjs';
import { isMain } from './main-module.mjs';
import { listRules, registryText } from './registry.mjs';

const PAGES = 'docs/rules';

// In a bundle this module is replaced by the texts alone, as data (see build/rule-plugin.mjs).
const RULE_TEXTS = `import { REGISTERED_RULES } from './registry.generated';
import type { RegisteredRule } from './rule-definition';

/** Every rule with all its texts and examples, for its page. Load it by \`import()\`. */
export const RULE_TEXTS: readonly RegisteredRule[] = REGISTERED_RULES;
`;

const SOURCES = `
export { configSchema } from './src/config/schema';
export { presetRules } from './src/config/presets';
export { REGISTERED_RULES } from './src/engine/registry.generated';
export { PRESET_NAMES } from './src/engine/rule-definition';
`;

const WITH_EXAMPLES = `${SOURCES}
export { exampleProblems } from './src/testing';
`;

/** Writes only what changed, so that watchers and caches stay quiet. */
function writeIfChanged(path, text) {
  if (readOrNull(path) === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Generated files that git does not hold. */
export async function generateIgnored(root) {
  const write = (path, text) => writeIfChanged(join(root, path), text);
  write('src/engine/registry.generated.ts', registryText(listRules(join(root, 'rules'))));
  write('src/engine/rule-texts.generated.ts', RULE_TEXTS);
  const { configSchema, REGISTERED_RULES } = await loadSource(root, SOURCES);
  write('src/config/validators.generated.js', await validatorsText(root, configSchema(REGISTERED_RULES)));
}

/** Generated files that are committed, as `path → text`. */
export async function committedTexts(root) {
  const { configSchema, exampleProblems, presetRules, PRESET_NAMES, REGISTERED_RULES } = await loadSource(root, WITH_EXAMPLES);
  const presets = new Map(PRESET_NAMES.map((name) => [name, presetRules(name, REGISTERED_RULES)]));
  return new Map([
    ['docs/plimsoll.schema.json', `${JSON.stringify(configSchema(REGISTERED_RULES), null, 2)}\n`],
    ['rules/README.md', rulesTable(REGISTERED_RULES, presets)],
    ...REGISTERED_RULES.map((entry) => [`${PAGES}/${entry.id}.md`, rulePage(entry, presets, exampleProblems)]),
  ]);
}

function stalePages(root, texts) {
  mkdirSync(join(root, PAGES), { recursive: true });
  return readdirSync(join(root, PAGES))
    .map((name) => `${PAGES}/${name}`)
    .filter((path) => !texts.has(path));
}

async function main(root, check) {
  if (!check) await generateIgnored(root);
  const texts = await committedTexts(root);
  const stale = [...texts].filter(([path, text]) => readOrNull(join(root, path)) !== text).map(([path]) => path);
  const left = stalePages(root, texts);
  if (check) {
    for (const path of [...stale, ...left]) process.stderr.write(`stale: ${path}\n`);
    if (stale.length + left.length > 0) {
      process.stderr.write('Run `npm run generate` and commit what it writes.\n');
      process.exitCode = 1;
    }
    return;
  }
  for (const path of stale) writeIfChanged(join(root, path), texts.get(path));
  for (const path of left) rmSync(join(root, path));
  process.stderr.write(`generate: ${stale.length} written, ${left.length} removed, ${texts.size - stale.length} unchanged\n`);
}

if (isMain(import.meta.url)) await main(join(dirname(fileURLToPath(import.meta.url)), '..'), process.argv.includes('--check'));
