// Makes a release: what is published, and what git tags for releases hold. Built files only, nothing to install.
//   npm run release -- FOLDER
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LIBRARY, build } from './build.mjs';
import { isMain } from './main-module.mjs';
import { writeDeclarations } from './release/declarations.mjs';
import { bundledPackages, noticesText } from './release/notices.mjs';
import { ROOT } from './setup.mjs';

const COPIED = ['LICENSE', 'README.md', 'bin', 'action.yml', '.pre-commit-hooks.yaml'];

/** For developing only; nothing of it works, or is needed, in a release. */
const LEFT_OUT = ['scripts', 'devDependencies', 'overrides', 'private'];

function releasePackage(text) {
  const manifest = JSON.parse(text);
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !LEFT_OUT.includes(key)));
}

/** `folder` must be empty or not exist. */
export async function makeReleaseTree(root, folder) {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  for (const name of COPIED.filter((path) => existsSync(join(root, path)))) cpSync(join(root, name), join(folder, name), { recursive: true });
  const manifest = releasePackage(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  const metafiles = Object.values(await build(root, dist));
  writeDeclarations(root, Object.values(LIBRARY), join(dist, 'types'));
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES'), noticesText(root, bundledPackages(metafiles)));
}

if (isMain(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    process.stderr.write('usage: npm run release -- FOLDER\n');
    process.exitCode = 2;
  } else {
    // npm runs scripts in the package's folder; the folder given is meant from where the user stands.
    const { npm_lifecycle_event: script, INIT_CWD: start = '.' } = process.env;
    await makeReleaseTree(ROOT, resolve(script === 'release' ? start : '.', folder));
  }
}
