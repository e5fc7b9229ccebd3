#!/usr/bin/env node
'use strict';

// Node 22.8 and newer keep compiled code between runs.
require('node:module').enableCompileCache?.();

require('../dist/plimsoll.js')
  .main(process.argv.slice(2))
  .catch((error) => {
    // 1 means problems were found; a failure of the program itself is 2.
    process.exitCode = 2;
    process.stderr.write(`plimsoll: internal error\n${error?.stack ?? error}\n`);
  });
