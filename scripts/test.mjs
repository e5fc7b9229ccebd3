// `npm test`: sets up what is missing, runs jest, then checks what was left out and what was not covered.
// With arguments (`npm test -- test/dockerfile`) only jest runs, on what they name.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RESULT_FILE, coverageFaults, skippedTests } from './test-results.mjs';
import { ROOT, setUpOrExit } from './setup.mjs';

await setUpOrExit();

const only = process.argv.slice(2);
const resultFile = join(ROOT, RESULT_FILE);
mkdirSync(join(ROOT, '.plimsoll'), { recursive: true });
rmSync(resultFile, { force: true });
const wholeRun = ['--coverage', '--json', `--outputFile=${resultFile}`];
const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(process.execPath, [jest, ...(only.length > 0 ? only : wholeRun)], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;

if (only.length === 0 && existsSync(resultFile)) {
  const say = (title, lines) => lines.length > 0 && process.stderr.write(`\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
  say('Skipped tests:', skippedTests(resultFile));
  // Tests that failed explain missing coverage by themselves.
  if (status === 0) {
    const faults = coverageFaults(ROOT);
    say('Source files without enough tests:', faults);
    if (faults.length > 0) process.exitCode = 1;
  }
}
