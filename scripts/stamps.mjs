// Says whether the dependencies and the build are those of the present files. A stamp lies inside what it vouches
// for, so that it disappears with it, and is written last.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BUILT_FROM = ['src', 'rules', 'scripts', 'package.json', 'tsconfig.json'];

const dependencyStampPath = (root) => join(root, 'node_modules', '.plimsoll-stamp');
export const buildStampPath = (dist) => join(dist, '.stamp');

function hash(parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex');
}

const isGenerated = (name) => /\.generated\.[cm]?[jt]s$/.test(name);

/** Files below `path`, relative to `root`, sorted. */
function filesBelow(root, path) {
  const found = [];
  const entries = readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const child = `${path}/${entry.name}`;
    if (entry.isDirectory()) found.push(...filesBelow(root, child));
    else if (entry.isFile()) found.push(child);
  }
  return found;
}

function dependencyKey(root) {
  const nodeMajor = process.versions.node.split('.')[0];
  return hash([readFileSync(join(root, 'package-lock.json')), `node ${nodeMajor}`, process.platform, process.arch]);
}

function readOrNull(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

export function areDependenciesFresh(root) {
  return readOrNull(dependencyStampPath(root)) === dependencyKey(root);
}

export function forgetDependencies(root) {
  rmSync(dependencyStampPath(root), { force: true });
}

export function stampDependencies(root) {
  writeFileSync(dependencyStampPath(root), dependencyKey(root));
}

/** Generated files that git does not hold; they are part of the build. */
function generatedFiles(root) {
  return filesBelow(root, 'src').filter(isGenerated);
}

/** What the build is made from, as one hash. */
export function buildKey(root) {
  const files = BUILT_FROM.filter((path) => existsSync(join(root, path)))
    .flatMap((path) => (/\.json$/.test(path) ? [path] : filesBelow(root, path)))
    .filter((path) => !isGenerated(path));
  return hash([dependencyKey(root), ...files.flatMap((path) => [path, readFileSync(join(root, path))])]);
}

export function buildStamp(root, key) {
  const generated = generatedFiles(root).map((path) => [path, hash([readFileSync(join(root, path))])]);
  return JSON.stringify({ key, generated });
}

export function isBuildFresh(root) {
  const stamp = readOrNull(buildStampPath(join(root, 'dist')));
  return stamp !== null && stamp === buildStamp(root, buildKey(root));
}
