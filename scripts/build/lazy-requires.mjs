// dockerfile-ast loads all its classes at once, though only its parser is asked. In the bundle each of its modules
// loads another at the first use. semver, which makes its expressions when it is loaded, waits for its first call.
import { readFile } from 'node:fs/promises';

const REQUIRE = /^(?:const|let|var) (\w+) = require\(("[^"]+")\);$/gm;

/** A CommonJS module as TypeScript writes it, its requires delayed to their first use where that comes later. */
export function delayRequires(text) {
  let result = text;
  for (const [line, name, path] of text.matchAll(REQUIRE)) {
    const uses = new RegExp(`\\b${name}\\b`, 'g');
    const members = new RegExp(`\\b${name}\\.`, 'g');
    const others = text.replace(line, '');
    const isMembersOnly = (others.match(uses) ?? []).length === (others.match(members) ?? []).length;
    // A base class is needed when the module is loaded, as is all that stands outside of functions. What is exported
    // again is asked for by a function.
    const isNeededAtOnce = new RegExp(`\\bextends ${name}\\.|^(?!Object\\.defineProperty\\(exports, "\\w+", \\{ enumerable: true, get: function)\\S.*\\b${name}\\.`, 'm').test(others);
    if (!isMembersOnly || isNeededAtOnce) continue;
    result = result.replace(line, `let ${name};`).replaceAll(members, `(${name} ??= require(${path})).`);
  }
  return result;
}

/** What a rule asks for a few texts only: loaded at the first call. */
const AT_FIRST_CALL = /^semver\/functions\/\w+$/;

/** esbuild plugin. */
export const lazyRequires = {
  name: 'lazy-requires',
  setup(build) {
    build.onResolve({ filter: AT_FIRST_CALL }, ({ path, namespace, resolveDir }) =>
      namespace === 'file' ? { path, namespace: 'at-first-call', pluginData: { resolveDir } } : undefined,
    );
    build.onLoad({ filter: AT_FIRST_CALL, namespace: 'at-first-call' }, ({ path, pluginData }) => ({
      contents: `let loaded;\nmodule.exports = (...args) => (loaded ??= require(${JSON.stringify(path)}))(...args);`,
      loader: 'js',
      resolveDir: pluginData.resolveDir,
    }));
    build.onLoad({ filter: /[\\/]dockerfile-ast[\\/]lib[\\/].*\.js$/ }, async ({ path }) => ({
      contents: delayRequires(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
