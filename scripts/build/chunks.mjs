// esbuild splits ES modules only, and CommonJS starts faster; so each file that it split off is turned into CommonJS.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { build, transform } from 'esbuild';

const OPTIONS = {
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  // Names stay, for stack traces that can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Bundles `entries` (name → source path) into `outdir` as CommonJS; what they load by `import()`, and what they
 * share, become files of their own. Gives esbuild's metafile.
 */
export async function buildChunks({ root, entries, outdir, plugins = [], external = [] }) {
  const result = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    bundle: true,
    format: 'esm',
    splitting: true,
    metafile: true,
    write: false,
    mainFields: ['module', 'main'],
    chunkNames: 'chunks/[name]-[hash]',
    external,
    plugins,
  });
  for (const file of result.outputFiles) {
    const { code } = await transform(file.text, { ...OPTIONS, format: 'cjs', sourcefile: basename(file.path) });
    await mkdir(dirname(file.path), { recursive: true });
    await writeFile(file.path, code);
  }
  return result.metafile;
}

/** The files of the bundle that loading `output` reads at once, without `import()`. */
export function loadedAtOnce(metafile, output) {
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: next, kind, external } of metafile.outputs[path].imports) {
      if (kind !== 'dynamic-import' && !external) visit(next);
    }
  };
  visit(output);
  return [...found];
}

