// Reads what jest wrote about a whole run.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Where a whole run leaves jest's results, below the root. */
export const RESULT_FILE = '.plimsoll/test-results.json';

const LEAST_COVERAGE = 90;

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

const assertions = (resultFile) => readJson(resultFile).testResults.flatMap(({ assertionResults }) => assertionResults);

export const testNames = (resultFile) => assertions(resultFile).map(({ fullName }) => fullName);

/** Names of the tests that did not run, sorted. */
export function skippedTests(resultFile) {
  return assertions(resultFile)
    .filter(({ status }) => status === 'pending' || status === 'todo' || status === 'disabled')
    .map(({ fullName }) => fullName)
    .sort();
}

/** `{ passed, failed, skipped }` of tests; a test file that could not be run counts as one failure. */
export function counts(resultFile) {
  const result = readJson(resultFile);
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** The test file that a source file must have: the mirrored path; one file runs the examples of every rule. */
function testFileOf(path) {
  return path.startsWith('rules/') ? 'test/rules.test.ts' : path.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
}

/**
 * What is wrong with the coverage of a whole run, one sentence a file. Files that no test loads are in the summary,
 * too (`collectCoverageFrom`); files of types only have no lines and need no test.
 */
export function coverageFaults(root, summaryFile = join(root, 'coverage', 'coverage-summary.json')) {
  const { total, ...files } = readJson(summaryFile);
  const faults = total.lines.total === 0 ? ['no line of any file was measured'] : [];
  for (const [absolute, { lines }] of Object.entries(files)) {
    if (lines.total === 0) continue;
    const path = relative(root, absolute).split(sep).join('/');
    if (!existsSync(join(root, testFileOf(path)))) faults.push(`${path}: has no ${testFileOf(path)}`);
    if (lines.pct < LEAST_COVERAGE) {
      faults.push(`${path}: ${lines.covered} of ${lines.total} lines are covered (${lines.pct} %, at least ${LEAST_COVERAGE} % is asked)`);
    }
  }
  return faults.sort();
}
