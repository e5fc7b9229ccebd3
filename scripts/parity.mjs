// `npm run parity`: how far `--preset hadolint` and `--preset buildkit` agree with what those tools really say about the shared
// corpus. Counted per file as a set of (peer's id, instruction), since the tools put their lines in different places of an
// instruction. Options: `--peer NAME`, `--id ID` (one id, with the places that differ), `--most N` (places shown), `--check`
// (exit 1 below the bars). What the remaining differences are stands in docs/parity.md.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSource } from './build/load-source.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, '../shared/corpus');

/** A file is left out for a peer that could not read it; `ids`: which of its ids count; `foreign`: comments of the other tool. */
const PEERS = {
  hadolint: { refused: 'DL1000', ids: /^DL/, foreign: /check(?==skip)/g, build: {}, recall: 0.97, precision: 0.97 },
  buildkit: { refused: 'BUILD_ERROR', ids: /./, foreign: /hadolint(?=\s)/g, build: { baseEnv: 'path-only' }, recall: 0.99, precision: 0.99 },
};

const { values } = parseArgs({
  options: { peer: { type: 'string' }, id: { type: 'string' }, most: { type: 'string', default: '20' }, check: { type: 'boolean', default: false } },
});
if (!existsSync(corpus)) {
  console.log('../shared/corpus is absent, so there is nothing to compare with');
  process.exit(0);
}

const { createSettings, createSource, lint, REGISTERED_RULES, scan } = await loadSource(
  root,
  `export { createSettings, createSource, lint } from './src/index';
   export { REGISTERED_RULES } from './src/engine/registry.generated';
   export { scan } from './src/dockerfile/scan';`,
);
const files = readFileSync(join(corpus, 'oracle.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

let good = true;
for (const [peer, settings] of Object.entries(PEERS)) {
  if (values.peer !== undefined && values.peer !== peer) continue;
  good = compare(peer, settings) && good;
}
process.exitCode = values.check && !good ? 1 : 0;

function compare(peer, { refused, ids, foreign, build, recall, precision }) {
  const idsOf = peerIds(peer);
  const settings = createSettings({ presets: [peer], build });
  const rows = new Map();
  const rowOf = (id) => {
    if (!rows.has(id)) rows.set(id, { both: 0, ours: 0, theirs: 0, rules: new Set(), onlyOurs: [], onlyTheirs: [] });
    return rows.get(id);
  };
  let compared = 0;
  for (const entry of files) {
    if (entry[peer].some(([id]) => id === refused)) continue;
    compared += 1;
    const text = readFileSync(join(corpus, 'dockerfiles', entry.path), 'utf8').replaceAll(foreign, (word) => word.replace(/./, 'x'));
    const source = createSource(entry.path, text);
    const lineOf = instructionLines(source);
    const theirs = new Set(entry[peer].filter(([id]) => ids.test(id)).map(([id, line]) => `${id} ${lineOf(line)}`));
    const ours = new Set();
    for (const problem of lint(source, settings, { asOf: null }).problems) {
      for (const id of idsOf(problem)) {
        if (!ids.test(id)) continue;
        ours.add(`${id} ${lineOf(problem.span.line + 1)}`);
        rowOf(id).rules.add(problem.rule);
      }
    }
    for (const key of new Set([...ours, ...theirs])) {
      const [id, line] = key.split(' ');
      const row = rowOf(id);
      const place = `${entry.path}:${line}`;
      if (ours.has(key)) row.ours += 1;
      if (theirs.has(key)) row.theirs += 1;
      if (ours.has(key) && theirs.has(key)) row.both += 1;
      else if (ours.has(key)) row.onlyOurs.push(place);
      else row.onlyTheirs.push(place);
    }
  }
  return print(peer, rows, compared, recall, precision);
}

/** The ids of one peer that a problem stands for: those of its message, else those of its rule. */
function peerIds(peer) {
  const prefix = `${peer}:`;
  const own = (aliases) => aliases.filter((alias) => alias.startsWith(prefix)).map((alias) => alias.slice(prefix.length));
  const rules = new Map(REGISTERED_RULES.map(({ id, rule }) => [id, rule]));
  return ({ rule, messageId }) => {
    const { aliases = [], messages = {} } = rules.get(rule) ?? {};
    return own(messages[messageId]?.aliases ?? aliases);
  };
}

/** From a line (1-based) to the first line of the instruction that it belongs to; lines between instructions stay. */
function instructionLines(source) {
  const starts = new Map();
  const lineAt = (offset) => source.text.slice(0, offset).split('\n').length;
  for (const { range } of scan(source).instructions) {
    const first = lineAt(range.start);
    const last = lineAt(Math.max(range.start, range.end - 1));
    for (let line = first; line <= last; line += 1) starts.set(line, first);
  }
  return (line) => starts.get(line) ?? line;
}

function print(peer, rows, compared, wantedRecall, wantedPrecision) {
  const sum = (field) => [...rows.values()].reduce((total, row) => total + row[field], 0);
  const share = (part, whole) => (whole === 0 ? '     -' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`);
  console.log(`\n${peer}: ${compared} of ${files.length} files`);
  console.log(`${'id'.padEnd(34)}${'theirs'.padStart(8)}${'ours'.padStart(8)}${'both'.padStart(8)}  recall  precision  rules`);
  const line = (id, { theirs, ours, both }, rules) =>
    console.log(`${id.padEnd(34)}${String(theirs).padStart(8)}${String(ours).padStart(8)}${String(both).padStart(8)}  ${share(both, theirs)}     ${share(both, ours)}  ${rules}`);
  for (const [id, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (values.id === undefined || values.id === id) line(id, row, [...row.rules].join(', '));
    if (values.id !== id) continue;
    for (const [title, places] of [['only ours', row.onlyOurs], ['only theirs', row.onlyTheirs]]) {
      console.log(`  ${title}: ${places.length}`);
      for (const place of places.slice(0, Number(values.most))) console.log(`    ${place}`);
    }
  }
  if (values.id !== undefined) return true;
  line('all', { theirs: sum('theirs'), ours: sum('ours'), both: sum('both') }, '');
  return sum('both') >= wantedRecall * sum('theirs') && sum('both') >= wantedPrecision * sum('ours');
}
