// Bundles the program, the library and the GitHub action into a folder.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeCodeCache } from './build/code-cache.mjs';
import { buildChunks } from './build/chunks.mjs';
import { lazyRequires } from './build/lazy-requires.mjs';
import { loadSource } from './build/load-source.mjs';
import { rulePlugin } from './build/rule-plugin.mjs';
import { buildSingleFiles } from './build/single-file.mjs';

// oclif reaches for these only in projects of TypeScript that are run from source.
const NOT_BUNDLED = ['typescript', 'ts-node', 'tsx'];

const PROGRAM = { plimsoll: 'src/cli/main.ts', oclif: 'src/cli/oclif.ts' };
const ACTION = { action: 'src/action/main.ts' };
export const LIBRARY = { index: 'src/index.ts', rule: 'src/rule.ts', testing: 'src/testing.ts' };

const present = (root, entries) => Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path))));

/** Builds into `outdir`, which must be empty; with a code cache for the Node that builds, if asked. Gives esbuild's metafiles. */
export async function build(root, outdir, { codeCache = false } = {}) {
  const { REGISTERED_RULES } = await loadSource(root, `export { REGISTERED_RULES } from './src/engine/registry.generated';`);
  const plugins = [rulePlugin(root, REGISTERED_RULES), lazyRequires];
  const options = { root, outdir, plugins, external: NOT_BUNDLED };
  // Two graphs: with one, what the library shares with the program would be split off the program's start-up file.
  const program = await buildChunks({ ...options, entries: present(root, PROGRAM), startup: 'plimsoll.js' });
  const library = await buildChunks({ ...options, entries: present(root, LIBRARY) });
  const action = await buildSingleFiles({ ...options, entries: present(root, ACTION) });
  if (codeCache) writeCodeCache(root, join(outdir, 'plimsoll.js'));
  return { program, library, action };
}
