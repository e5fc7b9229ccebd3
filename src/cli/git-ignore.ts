import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compilePatterns, matchPatterns, type Pattern } from '../config/patterns';
import { readRegularFile } from '../config/read-regular-file';
import { withSlashes } from '../config/shown-path';

/** The `.gitignore` files in force in one folder, the nearest first. */
export type GitIgnore = readonly IgnoreFile[];

interface IgnoreFile {
  /** Absolute, with `/` between names and at its end. */
  readonly folder: string;
  readonly patterns: readonly Pattern[];
}

/** More patterns than this no person wrote. */
const MOST_BYTES = 1_000_000;

/** What is in force in a folder before its own file: the files above it, up to the root of its repository. */
export function gitIgnoreAbove(folder: string): GitIgnore {
  const root = repositoryRoot(folder);
  if (root === null || root === folder) return [];
  const folders: string[] = [];
  for (let above = dirname(folder); above !== root; above = dirname(above)) folders.push(above);
  return [...folders, root].flatMap((above) => readIgnoreFile(above));
}

/** What is in force in a folder, given what is above it. */
export function gitIgnoreIn(folder: string, above: GitIgnore): GitIgnore {
  const own = readIgnoreFile(folder);
  return own.length === 0 ? above : [...own, ...above];
}

/** Whether git disregards a path, whose parent folders it does not. */
export function isGitIgnored(ignore: GitIgnore, path: string, isFolder: boolean): boolean {
  const slashed = withSlashes(path);
  for (const { folder, patterns } of ignore) {
    const verdict = matchPatterns(patterns, slashed.slice(folder.length), isFolder);
    if (verdict !== null) return verdict === 'match';
  }
  return false;
}

/** The nearest folder, this one or above, with `.git` in it (a file in a work tree); null outside of repositories. */
export function repositoryRoot(folder: string): string | null {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return above;
    if (dirname(above) === above) return null;
  }
}

function readIgnoreFile(folder: string): readonly IgnoreFile[] {
  const read = readRegularFile(join(folder, '.gitignore'), MOST_BYTES);
  if (!read.ok) return [];
  const patterns = compilePatterns(Buffer.from(read.bytes).toString('utf8').replace(/^\ufeff/, '').split('\n'));
  const slashed = withSlashes(folder);
  return patterns.length === 0 ? [] : [{ folder: slashed.endsWith('/') ? slashed : `${slashed}/`, patterns }];
}
