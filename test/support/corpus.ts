/** The real Dockerfiles beside the repository, and what other tools say of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sharedPath } from './shared';

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** All files in order of their paths; empty when the shared folder is absent. */
export function corpusFiles(): readonly CorpusFile[] {
  const root = sharedPath('corpus', 'dockerfiles');
  if (root === null) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

/** What BuildKit's checks report: rule and 1-based line, by path. Files that BuildKit refuses are left out. */
export function buildkitReports(): ReadonlyMap<string, readonly (readonly [rule: string, line: number])[]> {
  const oracle = sharedPath('corpus', 'oracle.jsonl');
  const reports = new Map<string, readonly (readonly [string, number])[]>();
  if (oracle === null) return reports;
  for (const line of readFileSync(oracle, 'utf8').trim().split('\n')) {
    const { path, buildkit }: { path: string; buildkit: readonly (readonly [string, number])[] } = JSON.parse(line);
    if (!buildkit.some(([rule]) => rule === 'BUILD_ERROR')) reports.set(path, buildkit);
  }
  return reports;
}
