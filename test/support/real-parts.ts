/** Tests that run programs which are no part of the project. */
import { spawnSync } from 'node:child_process';

/** With this a program that is missing is a failure, so that no run passes by leaving things out. */
export const REAL_PARTS_WANTED = process.env['PLIMSOLL_REAL_PARTS'] === '1';

/** The first of these programs that does not answer to `--version`; null when all do. */
export function missingProgram(...programs: readonly string[]): string | null {
  return programs.find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0) ?? null;
}

/** A `describe` for tests that need such programs: without them they are skipped, with one line that says so. */
export function describeWithPrograms(name: string, programs: readonly string[], define: () => void): void {
  const missing = missingProgram(...programs);
  if (missing === null) {
    describe(name, define);
  } else if (REAL_PARTS_WANTED) {
    describe(name, () => {
      test(`the program ${missing} is there`, () => {
        throw new Error(`${missing} cannot be run, and PLIMSOLL_REAL_PARTS=1 asks for it`);
      });
    });
  } else {
    console.warn(`skipped: the program ${missing} is absent (${name})`);
    describe.skip(name, define);
  }
}
