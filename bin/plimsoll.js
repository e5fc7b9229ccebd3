#!/usr/bin/env node
'use strict';

const { readFileSync } = require('node:fs');
const nodeModule = require('node:module');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

// Node 22.8 and newer keep compiled code between runs by themselves.
nodeModule.enableCompileCache?.();

/**
 * One of the program's files. Half of a short run is V8 compiling them, so the build leaves V8's code caches beside the large
 * ones for the Node that it was built with; V8 itself refuses a cache of another version, and the file is then compiled as usual.
 */
function load(file) {
  const cachedData = codeCacheOf(file);
  if (cachedData === undefined || file in require.cache) return require(file);
  const script = new vm.Script(nodeModule.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
  // Others of our files ask for this one through Node, and must not get a second one.
  const module = new nodeModule(file);
  require.cache[file] = module;
  const folder = dirname(file);
  script.runInThisContext()(module.exports, (name) => (name.startsWith('.') ? load(join(folder, name)) : require(name)), module, file, folder);
  module.loaded = true;
  return module.exports;
}

function codeCacheOf(file) {
  if (nodeModule.enableCompileCache !== undefined) return undefined;
  try {
    return readFileSync(`${file}.${process.version}-${process.arch}.cache`);
  } catch {
    // A small file, or another Node than that of the build.
    return undefined;
  }
}

load(join(__dirname, '../dist/plimsoll.js'))
  .main(process.argv.slice(2))
  .catch((error) => {
    // 1 means problems were found; a failure of the program itself is 2.
    process.exitCode = 2;
    process.stderr.write(`plimsoll: internal error\n${error?.stack ?? error}\n`);
  });
