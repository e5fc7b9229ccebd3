// After a whole run of the tests: fails when a test was skipped that is not on the list, and when the list names a
// test that does not exist. `node scripts/check-skips.mjs LIST`; a list holds one full test name a line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESULT_FILE, skippedTests, testNames } from './test-results.mjs';
import { ROOT } from './setup.mjs';

const [list] = process.argv.slice(2);
const resultFile = join(ROOT, RESULT_FILE);
const allowed = readFileSync(list, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const skipped = skippedTests(resultFile);
const existing = new Set(testNames(resultFile));

const report = (title, names) => process.stdout.write(`${title}: ${names.length}\n${names.map((name) => `  ${name}\n`).join('')}`);
report('skipped', skipped);
const unexpected = skipped.filter((name) => !allowed.includes(name));
const gone = allowed.filter((name) => !existing.has(name));
if (unexpected.length > 0) report(`skipped, but not in ${list}`, unexpected);
if (gone.length > 0) report(`in ${list}, but no test`, gone);
if (unexpected.length + gone.length > 0) process.exitCode = 1;
