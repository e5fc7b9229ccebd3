/** The folder of reference files and the corpus beside the repository. It is not part of the project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = join(__dirname, '..', '..', '..', 'shared');

/** A path in the shared folder, or null when there is no such file or folder. */
export function sharedPath(...parts: readonly string[]): string | null {
  const path = join(SHARED, ...parts);
  return existsSync(path) ? path : null;
}

/** A `describe` for tests that need the shared folder: without it they are skipped, with one line that says so. */
export function describeShared(name: string, define: () => void): void {
  if (existsSync(SHARED)) {
    describe(name, define);
    return;
  }
  console.warn(`skipped: ../shared is absent (${name})`);
  describe.skip(name, define);
}
