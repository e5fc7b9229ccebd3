// The licences of the packages whose code is in the bundles.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Packages whose code is in generated files, which the bundler takes for our own. */
const IN_GENERATED_FILES = ['node_modules/ajv'];

/** Folders of packages (`node_modules/…`) that went into bundles. */
export function bundledPackages(metafiles) {
  const folders = new Set(IN_GENERATED_FILES);
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const path of Object.keys(inputs)) {
        const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
        if (folder !== undefined) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

function noticeOf(root, folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (typeof license !== 'string') throw new Error(`${folder}: its package.json names no licence`);
  const text = file === undefined ? `Licence: ${license} (the package holds no text of it)` : readFileSync(join(root, folder, file), 'utf8').trim();
  return { name, version, license, text };
}

/** The text of THIRD-PARTY-NOTICES. */
export function noticesText(root, folders) {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  const notices = present.map((folder) => noticeOf(root, folder));
  const sections = notices.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`);
  return [`The bundles in dist contain code of these packages.\n`, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}
