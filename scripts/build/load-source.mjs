import { Module, createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The exports of a TypeScript module made on the spot from `code`, whose imports are relative to the project. */
export async function loadSource(root, code, plugins = []) {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins,
  });
  const module = new Module(join(root, 'loaded-source.cjs'));
  module.paths = createRequire(join(root, 'package.json')).resolve.paths('x') ?? [];
  module._compile(result.outputFiles[0].text, module.id);
  return module.exports;
}
