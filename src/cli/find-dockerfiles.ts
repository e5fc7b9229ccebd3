/** Finds the Dockerfiles below a folder. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../config/read-regular-file';
import { withSlashes } from '../config/shown-path';
import type { RunError } from '../engine/result';
import { isDockerfileName } from './dockerfile-names';
import { gitIgnoreAbove, gitIgnoreIn, isGitIgnored, type GitIgnore } from './git-ignore';

export interface FoundFile {
  /** As shown: the folder as given, then the way from it. */
  readonly path: string;
  readonly absolute: string;
}

export interface FoundFiles {
  /** Sorted by folder and name. */
  readonly files: readonly FoundFile[];
  /** Folders that could not be read. */
  readonly errors: readonly RunError[];
}

export interface SearchOptions {
  /** Whether `.gitignore` files count. */
  readonly gitIgnore: boolean;
  /** Whether the settings leave out a path in a folder; absolute, with `/` between names. */
  readonly isIgnored: (folder: string, path: string, isFolder: boolean) => Promise<boolean>;
}

/** Folders that are never searched, unless they are the one that is asked for. */
const NOT_SEARCHED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Symbolic links to folders are not followed, so no folder is searched twice. */
export async function findDockerfiles(given: FoundFile, options: SearchOptions): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const errors: RunError[] = [];

  async function search(folder: FoundFile, above: GitIgnore): Promise<void> {
    const entries = readFolder(folder, errors);
    const ignore = options.gitIgnore ? gitIgnoreIn(folder.absolute, above) : [];
    for (const entry of entries) {
      const isFolder = entry.isDirectory();
      if (isFolder ? NOT_SEARCHED.has(entry.name) : !isDockerfileName(entry.name)) continue;
      const found = { path: joinShown(folder.path, entry.name), absolute: join(folder.absolute, entry.name) };
      if (isGitIgnored(ignore, found.absolute, isFolder)) continue;
      if (await options.isIgnored(folder.absolute, withSlashes(found.absolute), isFolder)) continue;
      if (isFolder) await search(found, ignore);
      else if (!isLinkToFolder(entry, found.absolute)) files.push(found);
    }
  }

  await search(given, options.gitIgnore ? gitIgnoreAbove(given.absolute) : []);
  return { files, errors };
}

function readFolder({ path, absolute }: FoundFile, errors: RunError[]): readonly Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    errors.push({ path, message: `this folder cannot be read (${errorCode(error)})` });
    return [];
  }
}

/** A broken link is not: it has the name of a Dockerfile, so that it cannot be read is to be said. */
function isLinkToFolder(entry: Dirent, absolute: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(absolute).isDirectory();
  } catch {
    return false;
  }
}

function joinShown(folder: string, name: string): string {
  const plain = folder.replace(/(?<=.)[/\\]+$/, '');
  if (plain === '.') return name;
  return plain === '/' ? `/${name}` : `${plain}/${name}`;
}
