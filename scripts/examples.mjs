// The stored outputs of examples/ and the output in the README: `node scripts/examples.mjs` checks them, `--write` renews them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './main-module.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Format and the file that holds its expected output. */
const FORMATS = { text: 'expected.txt', json: 'expected.json', sarif: 'expected.sarif', github: 'expected.github.txt' };

/** Every example as `{ path, expected, actual }`, one for each format, and the README. Paths are relative to the root. */
export function exampleOutputs() {
  const outputs = readdirSync(join(root, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      Object.entries(FORMATS).map(([format, file]) => {
        const path = `examples/${name}/${file}`;
        return { path, expected: read(path), actual: lint(`examples/${name}/Dockerfile`, format) };
      }),
    );
  const readme = read('README.md') ?? '';
  const shown = `\`\`\`text\n${lint('examples/python-service/Dockerfile', 'text')}\`\`\``;
  const actual = readme.replace(/(<!-- output:begin -->\n)[^]*?(<!-- output:end -->)/, (_, begin, end) => `${begin}${shown}\n${end}`);
  return [...outputs, { path: 'README.md', expected: readme, actual }];
}

function lint(file, format) {
  const child = spawnSync(process.execPath, [join(root, 'bin/plimsoll.js'), 'lint', '--no-config-lookup', '--no-color', '--format', format, file], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (child.status !== 0 && child.status !== 1) throw new Error(`${file} as ${format}: ${child.stderr}`);
  // The token that fences untrusted text is another one in each run.
  const token = /^::stop-commands::(\S+)$/m.exec(child.stdout)?.[1];
  return token === undefined ? child.stdout : child.stdout.replaceAll(token, 'TOKEN');
}

function read(path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
}

if (isMain(import.meta.url)) {
  const stale = exampleOutputs().filter(({ expected, actual }) => expected !== actual);
  if (process.argv.includes('--write')) {
    for (const { path, actual } of stale) writeFileSync(join(root, path), actual);
    console.log(`${stale.length} renewed`);
  } else if (stale.length > 0) {
    console.error(`stale: ${stale.map(({ path }) => path).join(', ')}; run node scripts/examples.mjs --write`);
    process.exitCode = 1;
  }
}
