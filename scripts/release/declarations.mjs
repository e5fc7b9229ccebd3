// Type declarations of the library's entry points, and of what they name.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Files that a declaration file names by relative imports. */
function namedBy(path) {
  const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => join(dirname(path), fileName))
    .map((base) => [`${base}.d.ts`, join(base, 'index.d.ts')].find((candidate) => existsSync(candidate)) ?? base);
}

/** Writes the declarations of `entries` (paths below `root`) into `outdir`, in the folders of their sources. */
export function writeDeclarations(root, entries, outdir) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ compilerOptions: config.compilerOptions, files: entries }, ts.sys, root);
  const all = mkdtempSync(join(root, '.plimsoll', 'declarations-'));
  try {
    const emit = { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root, outDir: all };
    const { emitSkipped, diagnostics } = ts.createProgram(entries.map((path) => join(root, path)), emit).emit();
    if (emitSkipped || diagnostics.length > 0) {
      throw new Error(ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }));
    }
    const wanted = new Set();
    const visit = (path) => {
      if (wanted.has(path)) return;
      wanted.add(path);
      namedBy(path).forEach(visit);
    };
    for (const entry of entries) visit(join(all, entry.replace(/\.ts$/, '.d.ts')));
    for (const path of wanted) cpSync(path, join(outdir, relative(all, path)));
  } finally {
    rmSync(all, { recursive: true, force: true });
  }
}
