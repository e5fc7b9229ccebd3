// Bundles as CommonJS, which starts faster than ES modules. What is loaded by `import()`, and what such parts share,
// become files of their own: esbuild splits ES modules only, so it is run twice, first to split, then to turn the
// parts into CommonJS.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

const OPTIONS = {
  platform: 'node',
  target: 'node20',
  // Files of ASCII alone are read and compiled faster.
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
};

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

/** esbuild plugin: files are those in `texts` (path → text); all others stay what they are called. */
function filesInMemory(texts) {
  return {
    name: 'files-in-memory',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, resolveDir, kind }) => {
        const file = path.startsWith('.') ? resolve(resolveDir, path) : path;
        return kind === 'import-statement' && texts.has(file) ? { path: file } : { path, external: true };
      });
      build.onLoad({ filter: /.*/ }, ({ path }) => ({ contents: texts.get(path), loader: 'js', resolveDir: dirname(path) }));
    },
  };
}

const specifier = (from, to) => {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
};

/**
 * Bundles `entries` (name → source path) into `outdir`. All that the entry `startup` loads at once is one file; the
 * parts that share something with it take it from there. Gives esbuild's metafile of the split.
 */
export async function buildChunks({ root, entries, outdir, startup, plugins = [], external = [] }) {
  const split = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    bundle: true,
    format: 'esm',
    splitting: true,
    metafile: true,
    mainFields: ['module', 'main'],
    chunkNames: 'chunks/[name]-[hash]',
    external,
    plugins,
  });
  const { metafile } = split;
  const nameOf = (path) => relative(outdir, resolve(root, path)).split(sep).join('/');
  const started = startup === undefined ? [] : loadedAtOnce(metafile, Object.keys(metafile.outputs).find((path) => nameOf(path) === startup)).map(nameOf);
  const merged = new Set(started.filter((name) => name !== startup));
  // `import()` of one of our parts, or of Node's, becomes `require()`: starting Node's loader of ES modules costs more than
  // the part, and code out of V8's cache has no `import()` at all.
  const withRequire = (path, text) =>
    text.replaceAll(/\bimport\("(node:[^"]+)"\)/g, 'Promise.resolve().then(()=>require("$1"))').replaceAll(/\bimport\("(\.[^"]+)"\)/g, (whole, to) => {
      const target = nameOf(resolve(dirname(path), to));
      const from = merged.has(nameOf(path)) ? startup : nameOf(path);
      return `Promise.resolve().then(()=>require(${JSON.stringify(specifier(from, target))}))`;
    });
  const texts = new Map(split.outputFiles.map(({ path, text }) => [path, withRequire(path, text)]));
  const write = async (name, text) => {
    await mkdir(dirname(join(outdir, name)), { recursive: true });
    await writeFile(join(outdir, name), text);
  };

  /** CommonJS of `contents`, in place of the file `name`; it takes in the files that `inside` names. */
  const commonJs = async (name, contents, inside, more = {}) => {
    const included = new Map([...texts].filter(([path]) => inside.has(nameOf(path))));
    const stdin = { contents, resolveDir: dirname(join(outdir, name)), sourcefile: name, loader: 'js' };
    const result = await build({ ...OPTIONS, ...more, stdin, bundle: true, format: 'cjs', plugins: [filesInMemory(included)] });
    return result.outputFiles[0].text;
  };

  /** esbuild escapes what is in strings, but not what is in regular expressions. */
  const demandAscii = (name, text) => {
    const [found] = /.{0,40}[^\0-\x7f].{0,40}/u.exec(text) ?? [];
    if (found !== undefined) throw new Error(`${name} would take twice the memory and start slower for a character beyond ASCII; write it as \\u… in ${found}`);
    return text;
  };

  for (const [path, text] of texts) {
    const name = nameOf(path);
    if (merged.has(name)) continue;
    if (name !== startup) await write(name, await commonJs(name, text, new Set()));
  }
  if (startup === undefined) return metafile;

  const shared = [...merged].filter((name) =>
    Object.entries(metafile.outputs).some(([path, { imports }]) => !started.includes(nameOf(path)) && imports.some((each) => nameOf(each.path) === name)),
  );
  const exported = shared.map((name, index) => `export * as shared${index} from ${JSON.stringify(specifier(startup, name))};`);
  const entry = `export * from './${startup}';\n${exported.join('\n')}`;
  // Long names make for readable stack traces, but here every byte is parsed by every run.
  await write(startup, demandAscii(startup, await commonJs('startup.js', entry, new Set(started), { minifyIdentifiers: true })));
  for (const [index, name] of shared.entries()) {
    await write(name, `module.exports=require(${JSON.stringify(specifier(name, startup))}).shared${index};\n`);
  }
  return metafile;
}
