/** Runs a piece of an ES module in a process of its own: jest loads CommonJS only, the scripts are ES modules. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const repository = join(__dirname, '../..');

/** Address of a script below `scripts`, for `import`. */
const scriptUrl = (path: string): string => pathToFileURL(join(repository, 'scripts', path)).href;

/**
 * What `expression` gives, through JSON. It may await, and names `script` (what the script at `path` exports) and `input`.
 * An exception in it is an exception here.
 */
export function evaluate(path: string, expression: string, input: unknown = null): unknown {
  const code = `
    import * as script from ${JSON.stringify(scriptUrl(path))};
    const input = JSON.parse(process.env.INPUT);
    const run = async () => (${expression});
    process.stdout.write(JSON.stringify(await run()) ?? 'null');`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, INPUT: JSON.stringify(input) },
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output);
}
