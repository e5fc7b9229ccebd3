/** What rules may ask of a build context, made of its ignore file and of a way to look into the folder. */
import { isIgnored, isWhollyIgnored, leavesNothingOut, readDockerignore } from '../dockerfile/dockerignore';
import type { ContextFacts } from './rule-definition';

export interface IgnoreFile {
  /** As shown to the user. */
  readonly path: string;
  readonly text: string;
}

export type ContextEntry = 'file' | 'folder' | 'nothing';

/** @param entryAt what the folder has at a path; null when it was not read */
export function createContextFacts(ignoreFile: IgnoreFile | null, entryAt: (path: string) => ContextEntry | null): ContextFacts {
  const patterns = readDockerignore(ignoreFile?.text ?? '');
  const is = (path: string, wanted: (entry: ContextEntry) => boolean): boolean | null => {
    const entry = entryAt(path);
    return entry === null ? null : wanted(entry);
  };
  return {
    ignoreFile: ignoreFile?.path ?? null,
    ignoresNothing: leavesNothingOut(patterns),
    isIgnored: (path) => isIgnored(patterns, path),
    isWhollyIgnored: (path) => isWhollyIgnored(patterns, path),
    holds: (path) => is(path, (entry) => entry !== 'nothing'),
    holdsFolder: (path) => is(path, (entry) => entry === 'folder'),
  };
}

/** The context of a rule's example; without `files` it is not known what the folder holds. */
export function exampleContext({ ignore, files }: { readonly ignore?: string; readonly files?: readonly string[] }): ContextFacts {
  const ignoreFile = ignore === undefined ? null : { path: '.dockerignore', text: ignore };
  return createContextFacts(ignoreFile, (path) => {
    if (files === undefined) return null;
    if (files.includes(path)) return 'file';
    return path === '' || files.some((file) => file.startsWith(`${path}/`)) ? 'folder' : 'nothing';
  });
}
