/** From the paths on the command line to the files that are linted. */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { compilePatterns, coversPath } from '../config/patterns';
import { shownPath, withSlashes } from '../config/shown-path';
import type { RunError } from '../engine/result';
import type { RunConfigs } from './configs';
import { findDockerfiles, type FoundFile } from './find-dockerfiles';
import type { LintOptions } from './lint-options';

export type Target = ({ readonly kind: 'file' } & FoundFile) | { readonly kind: 'stdin'; readonly path: string; readonly absolute: string | null };

export interface Targets {
  readonly targets: readonly Target[];
  readonly errors: readonly RunError[];
  /** Files that were named, but that settings leave out; as given. */
  readonly leftOut: readonly string[];
}

type TargetOptions = Pick<LintOptions, 'paths' | 'stdinFilename' | 'ignorePatterns' | 'ignoreFiles' | 'errorOnUnmatched'>;

/** Each file is there once, however often it is named. */
export async function findTargets(options: TargetOptions, configs: RunConfigs, cwd: string): Promise<Targets> {
  const targets = new Map<string, Target>();
  const errors: RunError[] = [];
  const leftOut: string[] = [];
  const add = (target: Target): void => {
    const key = target.kind === 'stdin' ? '-' : target.absolute;
    if (!targets.has(key)) targets.set(key, target);
  };
  const isIgnored = ignoring(options, configs, cwd);

  for (const path of options.paths.length === 0 ? ['.'] : options.paths) {
    const absolute = resolve(cwd, path);
    if (path === '-') {
      const { stdinFilename } = options;
      add({ kind: 'stdin', path: stdinFilename ?? '-', absolute: stdinFilename === null ? null : resolve(cwd, stdinFilename) });
    } else if (isFolder(absolute)) {
      const found = await findDockerfiles({ path, absolute }, { gitIgnore: options.ignoreFiles, isIgnored });
      errors.push(...found.errors);
      for (const file of found.files) add({ kind: 'file', ...file });
      const isEmpty = found.files.length === 0 && found.errors.length === 0;
      if (isEmpty && options.errorOnUnmatched) errors.push({ path, message: NOTHING_FOUND });
    } else if (await isIgnored(dirname(absolute), withSlashes(absolute), false)) {
      leftOut.push(path);
    } else {
      add({ kind: 'file', path, absolute });
    }
  }
  return { targets: [...targets.values()], errors, leftOut };
}

const NOTHING_FOUND = 'no Dockerfile found in this folder; name the file if it is called otherwise';

/** What the command line and (unless `--no-ignore` is given) the config of the folder leave out. */
function ignoring(options: TargetOptions, configs: RunConfigs, cwd: string): (folder: string, path: string, isFolder: boolean) => Promise<boolean> {
  const patterns = compilePatterns(options.ignorePatterns);
  return async (folder, path, isFolderPath) => {
    const fromHere = shownPath(cwd, path);
    if (patterns.length > 0 && fromHere !== path && coversPath(patterns, fromHere, isFolderPath)) return true;
    return options.ignoreFiles && (await configs.forFolder(folder))?.isIgnored(path, isFolderPath) === true;
  };
}

function isFolder(absolute: string): boolean {
  try {
    return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
