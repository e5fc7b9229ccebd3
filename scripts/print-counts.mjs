// Prints `N passed, N failed, N skipped` of the last whole run of the tests; failed steps beside the tests, whose
// number is given, count as failures.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RESULT_FILE, counts } from './test-results.mjs';
import { ROOT } from './setup.mjs';

const failedSteps = Number(process.argv[2] ?? 0);
const resultFile = join(ROOT, RESULT_FILE);
const { passed, failed, skipped } = existsSync(resultFile) ? counts(resultFile) : { passed: 0, failed: 0, skipped: 0 };
process.stdout.write(`${passed} passed, ${Math.max(failed, failedSteps)} failed, ${skipped} skipped\n`);
