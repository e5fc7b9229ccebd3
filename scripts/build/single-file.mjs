// Bundles an entry with all that it loads, by `import()` too, as one file of CommonJS.
import { build } from 'esbuild';

/** Bundles `entries` (name → source path) into `outdir`, one file each. Gives esbuild's metafile. */
export async function buildSingleFiles({ root, entries, outdir, plugins = [], external = [] }) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    bundle: true,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    // Names stay, for stack traces that can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    external,
    plugins,
  });
  return metafile;
}
