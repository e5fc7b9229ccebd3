// `npm run bench`: what a run costs, as ratios to an empty Node program, in interleaved rounds. `--rounds N` (default 20).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { interleave } from './bench/measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin/plimsoll.js');
const corpus = join(root, '../shared/corpus/dockerfiles');
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, 'corpus-rounds': { type: 'string', default: '5' } } });

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
try {
  cpSync(join(root, 'scripts/bench/typical.Dockerfile'), join(folder, 'plain/Dockerfile'));
  cpSync(join(root, 'scripts/bench/typical.Dockerfile'), join(folder, 'configured/Dockerfile'));
  cpSync(join(root, 'scripts/bench/plimsoll.yaml'), join(folder, 'configured/.plimsoll.yaml'));
  const floor = { name: 'node -e 0', args: ['-e', '0'], cwd: folder, allowedStatus: [0] };
  const lint = (name, args, cwd) => ({ name, args: [bin, 'lint', ...args], cwd, allowedStatus: [0, 1] });

  heading('One file of 140 lines');
  print(interleave([floor, lint('default config', ['Dockerfile'], join(folder, 'plain')), lint('YAML config', ['Dockerfile'], join(folder, 'configured')), lint('all of strict', ['--preset', 'strict', 'Dockerfile'], join(folder, 'plain'))], Number(values.rounds)));

  const files = existsSync(corpus) ? listFiles(corpus) : [];
  if (files.length === 0) {
    console.log('\n(the corpus is absent: ../shared/corpus)');
  } else {
    heading(`${files.length} real files in one process`);
    const paths = files.map((file) => relative(corpus, file));
    const results = interleave([floor, lint('all files', paths, corpus), lint('all of strict', ['--preset', 'strict', ...paths], corpus)], Number(values['corpus-rounds']));
    print(results);
    console.log(`${Math.round(files.length / results[1].wall.median)} files per second`);
  }

  const bundle = join(folder, 'in-process.cjs');
  buildSync({ entryPoints: [join(root, 'scripts/bench/in-process.ts')], bundle: true, platform: 'node', format: 'cjs', outfile: bundle, logLevel: 'error' });
  const measure = (flags, paths) => {
    const child = spawnSync(process.execPath, [...flags, bundle, ...paths], { encoding: 'utf8', maxBuffer: 1 << 24 });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout);
  };
  const { shares, growth } = measure([], files);
  if (shares !== null) {
    heading('Shares of that run, in-process and warm');
    const total = Object.values(shares).reduce((sum, time) => sum + time, 0);
    for (const [step, time] of Object.entries(shares)) console.log(`${step.padEnd(24)}${time.toFixed(0).padStart(8)} ms${((100 * time) / total).toFixed(0).padStart(6)} %`);
  }
  // With V8's usual 16 MB for young objects a small file is gone before it is ever copied, and the nodes of a big one are copied
  // twice. With room for both, what is left is our own work.
  const roomy = measure(['--min-semi-space-size=64', '--max-semi-space-size=128'], []).growth;
  heading('Growth: ten times the lines cost');
  console.log(`${''.padEnd(24)}${'usual heap'.padStart(14)}${'roomy heap'.padStart(14)}`);
  for (const [shape, ratio] of Object.entries(growth)) console.log(`${shape.padEnd(24)}${ratio.toFixed(1).padStart(12)} x${roomy[shape].toFixed(1).padStart(12)} x`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function listFiles(top) {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function heading(text) {
  console.log(`\n${text}`);
}

function print(rows) {
  for (const { name, wall, cpu, memory } of rows) {
    const figure = ({ median, ratio }, unit, scale, digits) => `${(median * scale).toFixed(digits).padStart(8)} ${unit} ${ratio.toFixed(2).padStart(6)} x`;
    console.log(`${name.padEnd(24)}wall${figure(wall, 'ms', 1000, 0)}   cpu${figure(cpu, 'ms', 1000, 0)}   peak${figure(memory, 'MiB', 1, 0)}`);
  }
}
