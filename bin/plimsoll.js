#!/usr/bin/env node
'use strict';

const { readFileSync } = require('node:fs');
const nodeModule = require('node:module');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

// Node 22.8 and newer keep compiled code between runs by themselves.
nodeModule.enableCompileCache?.();

/**
 * The program. Half of a short run is V8 compiling it, so the build leaves V8's code cache beside it for the Node that it was
 * built with; V8 itself refuses a cache of another version, and the program is then compiled as usual.
 */
function load(file) {
  let cachedData;
  try {
    cachedData = nodeModule.enableCompileCache === undefined ? readFileSync(`${file}.${process.version}-${process.arch}.cache`) : undefined;
  } catch {
    // Another Node than that of the build.
  }
  if (cachedData === undefined) return require(file);
  const script = new vm.Script(nodeModule.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, nodeModule.createRequire(file), loaded, file, dirname(file));
  return loaded.exports;
}

load(join(__dirname, '../dist/plimsoll.js'))
  .main(process.argv.slice(2))
  .catch((error) => {
    // 1 means problems were found; a failure of the program itself is 2.
    process.exitCode = 2;
    process.stderr.write(`plimsoll: internal error\n${error?.stack ?? error}\n`);
  });
