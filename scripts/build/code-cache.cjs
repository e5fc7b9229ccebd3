// Lints a few files with the program and writes V8's code cache of all that it needed for that: `node code-cache.cjs PROGRAM CONFIG FILE…`.
// bin/plimsoll.js reads it. The text that is compiled must be the same in both.
const { readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

// Node is quick enough with what is smaller, and each cache is one more file to read.
const SMALLEST = 50_000;

const [program, config, ...files] = process.argv.slice(2);
const scripts = new Map();

function load(file) {
  if (file in require.cache) return require.cache[file].exports;
  const text = Module.wrap(readFileSync(file, 'utf8'));
  const script = new vm.Script(text, { filename: file });
  if (text.length > SMALLEST) scripts.set(file, script);
  const module = new Module(file);
  require.cache[file] = module;
  const folder = dirname(file);
  script.runInThisContext()(module.exports, (name) => (name.startsWith('.') ? load(join(folder, name)) : require(name)), module, file, folder);
  return module.exports;
}

const { main } = load(program);
main(['lint', '--no-config-lookup', '--fail-level', 'never', ...files])
  .then(() => main(['lint', '--config', config, '--fail-level', 'never', ...files.slice(0, 1)]))
  .then(() => {
    for (const [file, script] of scripts) writeFileSync(`${file}.${process.version}-${process.arch}.cache`, script.createCachedData());
  });
