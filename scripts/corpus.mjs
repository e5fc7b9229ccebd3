// What a rule reports on the shared corpus, as a sample to read: `npm run corpus -- RULE [--preset NAME] [--context N]`.
// The sample is the first 20 by sha256 of `path:line`; for a rule with a hadolint or BuildKit id also 20 findings that
// only we have and 20 that only the peer has, compared by file and line of the instruction.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, '../shared/corpus');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { preset: { type: 'string' }, context: { type: 'string', default: '0' }, most: { type: 'string', default: '20' }, rule: { type: 'string', multiple: true, default: [] } },
});
const [rule] = positionals;
if (rule === undefined) fail('name a rule: npm run corpus -- no-latest-tag');
if (!existsSync(corpus)) fail('../shared/corpus is absent');

const flags = ['--format', 'json', '--no-config-lookup', '--no-ignore', '--fail-level', 'never'];
if (values.preset !== undefined) flags.push('--preset', values.preset);
for (const setting of values.rule) flags.push('--rule', setting);
// By name, since one of them has a name that no search would take for a Dockerfile.
const files = readdirSync(join(corpus, 'dockerfiles'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(corpus, join(entry.parentPath, entry.name)));
const child = spawnSync(process.execPath, [join(root, 'bin/plimsoll.js'), 'lint', ...flags, ...files], {
  cwd: corpus,
  encoding: 'utf8',
  maxBuffer: 1 << 30,
});
if (child.status !== 0) fail(child.stderr);
const report = JSON.parse(child.stdout);

const findings = report.results.flatMap((result) =>
  result.problems.filter((problem) => problem.rule === rule).map((problem) => ({ path: result.path.replace(/^dockerfiles\//, ''), ...problem })),
);
const levels = {};
for (const { severity } of findings) levels[severity] = (levels[severity] ?? 0) + 1;
console.log(`${rule}: ${findings.length} findings in ${new Set(findings.map(({ path }) => path)).size} files`, levels);
print('sample', findings);

const peerIds = (report.rules[rule]?.aliases ?? []).filter((alias) => /^(hadolint|buildkit):/.test(alias));
const oracle = new Map(readFileSync(join(corpus, 'oracle.jsonl'), 'utf8').trim().split('\n').map((line) => [JSON.parse(line).path, JSON.parse(line)]));
for (const peer of ['hadolint', 'buildkit']) {
  const ids = peerIds.filter((alias) => alias.startsWith(`${peer}:`)).map((alias) => alias.slice(peer.length + 1));
  if (ids.length === 0) continue;
  const refused = (entry) => entry[peer].some(([id]) => id === 'DL1000' || id === 'BUILD_ERROR');
  const theirs = new Set();
  for (const [path, entry] of oracle) if (!refused(entry)) for (const [id, line] of entry[peer]) if (ids.includes(id)) theirs.add(`${path}:${line}`);
  const compared = findings.filter(({ path }) => oracle.has(path) && !refused(oracle.get(path)));
  const ours = new Set(compared.map(({ path, line }) => `${path}:${instructionLine(path, line)}`));
  print(`only ours, not ${ids.join(', ')}`, compared.filter(({ path, line }) => !theirs.has(`${path}:${instructionLine(path, line)}`)));
  print(`only ${ids.join(', ')}, not ours`, [...theirs].filter((key) => !ours.has(key)).map((key) => ({ path: key.slice(0, key.lastIndexOf(':')), line: Number(key.slice(key.lastIndexOf(':') + 1)), message: '' })));
}

/** 1-based line on which the (possibly continued) instruction around a line starts. */
function instructionLine(path, line) {
  const lines = linesOf(path);
  let start = line;
  while (start > 1 && /[\\`]\s*$|^\s*#/.test(lines[start - 2] ?? '')) start -= 1;
  while (start < line && /^\s*(#|$)/.test(lines[start - 1] ?? '')) start += 1;
  return start;
}

function linesOf(path) {
  return readFileSync(join(corpus, 'dockerfiles', path), 'utf8').split('\n');
}

function print(title, list) {
  const keyed = list.map((finding) => ({ ...finding, key: createHash('sha256').update(`${finding.path}:${finding.line}`).digest('hex') }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  console.log(`\n== ${title}: ${list.length}`);
  for (const { path, line, column, severity, message } of keyed.slice(0, Number(values.most))) {
    console.log(`${path}:${line}${column === undefined ? '' : `:${column}`} ${severity ?? ''} ${message}`);
    const context = Number(values.context);
    const lines = linesOf(path);
    for (let at = line - context; at <= line + context; at += 1) if (lines[at - 1] !== undefined) console.log(`    ${at}| ${lines[at - 1].slice(0, 200)}`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
