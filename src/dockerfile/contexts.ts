/** Named contexts of the build: `--build-context name=…` replaces the image or the stage of that name. */
import { familiarName } from './references';

/** Never replaced: they mean something else to the builder. */
const RESERVED: ReadonlySet<string> = new Set(['scratch', 'context']);

/** Finds the context that replaces an image or stage name: its name as given, or null. */
export type ContextOf = (name: string) => string | null;

export function createContexts(contexts: Readonly<Record<string, string>>): ContextOf {
  const names = new Map<string, string>();
  for (const name of Object.keys(contexts)) names.set(normalised(name), name);
  if (names.size === 0) return () => null;
  return (name) => (RESERVED.has(name.toLowerCase()) ? null : (names.get(normalised(name)) ?? null));
}

/** `docker.io/library/node:latest` and `node` name the same image; case does not count in stage names. */
function normalised(name: string): string {
  const lower = name.toLowerCase();
  const untagged = lower.endsWith(':latest') ? lower.slice(0, -':latest'.length) : lower;
  const slash = untagged.indexOf('/');
  if (slash === -1) return untagged;
  const first = untagged.slice(0, slash);
  return first === 'docker.io' || first === 'index.docker.io'
    ? familiarName(first, untagged.slice(slash + 1))
    : familiarName(null, untagged);
}
