/** What rules may ask of a build context, made of its ignore file and of a way to look into the folder. */
import { isIgnored, isWhollyIgnored, leavesNothingOut, readDockerignore } from '../dockerfile/dockerignore';
import type { ContextFacts } from './rule-definition';

export interface IgnoreFile {
  /** As shown to the user. */
  readonly path: string;
  readonly text: string;
}

/** @param holds whether the folder has a file or folder at a path; null when it was not read */
export function createContextFacts(ignoreFile: IgnoreFile | null, holds: (path: string) => boolean | null): ContextFacts {
  const patterns = readDockerignore(ignoreFile?.text ?? '');
  return {
    ignoreFile: ignoreFile?.path ?? null,
    ignoresNothing: leavesNothingOut(patterns),
    isIgnored: (path) => isIgnored(patterns, path),
    isWhollyIgnored: (path) => isWhollyIgnored(patterns, path),
    holds,
  };
}

/** The context of a rule's example; without `files` it is not known what the folder holds. */
export function exampleContext({ ignore, files }: { readonly ignore?: string; readonly files?: readonly string[] }): ContextFacts {
  const ignoreFile = ignore === undefined ? null : { path: '.dockerignore', text: ignore };
  const holds = (path: string): boolean | null => files?.some((file) => path === '' || file === path || file.startsWith(`${path}/`)) ?? null;
  return createContextFacts(ignoreFile, holds);
}
