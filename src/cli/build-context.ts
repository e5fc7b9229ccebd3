/** The build context of a run (`--context`): its ignore files, and what the folder holds. */
import { lstatSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRegularFile } from '../config/read-regular-file';
import { shownPath } from '../config/shown-path';
import { createContextFacts, type ContextEntry } from '../engine/context-facts';
import type { RunError } from '../engine/result';
import type { ContextFacts } from '../engine/rule-definition';

export interface BuildContext {
  /** For the Dockerfile at an absolute path (null: one without a file); null when nothing is known. */
  readonly factsFor: (dockerfile: string | null) => ContextFacts | null;
  /** What was met so far: a folder that is not there, ignore files that cannot be read. */
  readonly errors: () => readonly RunError[];
}

/** A larger ignore file no person wrote. */
const MOST_BYTES = 100_000;

/** @param given as on the command line; null when no context is known */
export function createBuildContext(given: string | null, cwd: string): BuildContext {
  if (given === null) return { factsFor: () => null, errors: () => [] };
  const folder = resolve(cwd, given);
  if (!isFolder(folder)) return { factsFor: () => null, errors: () => [{ path: given, message: 'no such folder, so the build context is not known' }] };

  const known = new Map<string, IgnoreFileFacts>();
  const errors: RunError[] = [];
  const entryIn = (path: string): ContextEntry => entryAt(join(folder, path));

  function read(path: string): IgnoreFileFacts {
    const outcome = readRegularFile(path, MOST_BYTES);
    const shown = shownPath(cwd, path);
    if (outcome.ok) return createContextFacts({ path: shown, text: Buffer.from(outcome.bytes).toString('utf8') }, entryIn);
    if (outcome.kind === 'missing') return 'missing';
    errors.push({ path: shown, message: outcome.message });
    return 'unreadable';
  }

  function factsOf(path: string): IgnoreFileFacts {
    let facts = known.get(path);
    if (facts === undefined) {
      facts = read(path);
      known.set(path, facts);
    }
    return facts;
  }

  /** The ignore file beside the Dockerfile comes before that of the context. */
  function factsFor(dockerfile: string | null): ContextFacts | null {
    const paths = [...(dockerfile === null ? [] : [`${dockerfile}.dockerignore`]), join(folder, '.dockerignore')];
    for (const path of paths) {
      const facts = factsOf(path);
      if (facts === 'unreadable') return null;
      if (facts !== 'missing') return facts;
    }
    return createContextFacts(null, entryIn);
  }

  return { factsFor, errors: () => errors };
}

type IgnoreFileFacts = ContextFacts | 'missing' | 'unreadable';

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

/** Links are not followed: the builder is sent the link itself. What cannot be asked for is taken as absent. */
function entryAt(path: string): ContextEntry {
  try {
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status === undefined) return 'nothing';
    return status.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}
