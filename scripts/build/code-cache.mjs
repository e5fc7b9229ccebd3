// See code-cache.cjs: the cache is made by a process of its own, since it holds what that process has run.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const maker = fileURLToPath(new URL('code-cache.cjs', import.meta.url));

/** Writes the code caches of `program` and of its large parts beside them. A failure leaves none: the program then only starts slower. */
export function writeCodeCache(root, program) {
  const examples = readdirSync(join(root, 'examples')).map((name) => join(root, 'examples', name, 'Dockerfile'));
  const { status } = spawnSync(process.execPath, [maker, program, join(root, 'scripts/bench/plimsoll.yaml'), ...examples, join(root, 'scripts/bench/typical.Dockerfile')], { stdio: 'ignore' });
  return status === 0;
}
