import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether the module of that URL is the one that node was started with, through a link or not. */
export function isMain(url) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(url);
}
