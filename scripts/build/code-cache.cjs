// Lints a few files with the program and writes V8's code cache of all that it needed for that: `node code-cache.cjs PROGRAM FILE…`.
// bin/plimsoll.js reads it. The text that is compiled must be the same in both.
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname } = require('node:path');
const vm = require('node:vm');

const [program, ...files] = process.argv.slice(2);
const script = new vm.Script(wrap(readFileSync(program, 'utf8')), { filename: program });
const loaded = { exports: {} };
script.runInThisContext()(loaded.exports, createRequire(program), loaded, program, dirname(program));

loaded.exports.main(['lint', '--no-config-lookup', '--fail-level', 'never', ...files]).then(() => {
  writeFileSync(`${program}.${process.version}-${process.arch}.cache`, script.createCachedData());
});
