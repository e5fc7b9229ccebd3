// The half of the bench that measures without Node's start: the shares of a run over many files, and growth with size.
// Bundled and run by scripts/bench.mjs; prints one JSON object. Arguments: the paths of the files.
import { readFileSync } from 'node:fs';
import { createModel } from '../../src/dockerfile/model';
import { parseDocument } from '../../src/dockerfile/parse';
import { visitBoundaries } from '../../src/dockerfile/parse-ast';
import { maskText } from '../../src/dockerfile/parse-mask';
import { scan } from '../../src/dockerfile/scan';
import { createSource, type Source } from '../../src/dockerfile/source';
import type { FileResult } from '../../src/engine/result';
import { createSettings, lint } from '../../src/index';
import { baseImage } from '../../src/knowledge/base-images';
import { jsonReport } from '../../src/report/json';
import { createShellView } from '../../src/shell/view';

const settings = createSettings();
// All rules there are: what a rule costs is what the strictest run pays for it.
const strict = createSettings({ presets: ['strict'] });
const facts = { asOf: null };

function lintAll(sources: readonly Source[], asked = settings): FileResult[] {
  return sources.map((source) => lint(source, asked, facts));
}

// Each step does what the one before it does and one thing more, so that a share is a difference: what is lazy counts where it is first asked for.
const STEPS: Readonly<Record<string, (sources: readonly Source[]) => void>> = {
  scan: (sources) => sources.forEach((source) => scan(source)),
  ast: (sources) =>
    sources.forEach((source) => {
      const { edits, escape } = scan(source);
      visitBoundaries(maskText(source.text, edits), escape, () => undefined);
    }),
  nodes: (sources) => sources.forEach((source) => parseDocument(source)),
  model: (sources) => sources.forEach((source) => createModel(source, parseDocument(source), settings.build, { baseImage })),
  shell: (sources) =>
    sources.forEach((source) => {
      const model = createModel(source, parseDocument(source), settings.build, { baseImage });
      const shell = createShellView(model);
      for (const instruction of model.document.instructions) {
        // The words are read when they are first asked for, and nearly all are.
        if (instruction.keyword === 'RUN') for (const command of shell.commands(instruction)) void command.words;
      }
    }),
  rules: (sources) => void lintAll(sources, strict),
  report: (sources) => {
    jsonReport({ tool: { name: 'plimsoll', version: '0' }, results: lintAll(sources, strict), errors: [], rules: new Map() });
  },
};

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function shares(sources: readonly Source[], rounds: number): Record<string, number> {
  const runs = new Map(Object.keys(STEPS).map((step) => [step, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    // The first round warms up and is not counted.
    for (const [step, work] of Object.entries(STEPS)) {
      const time = milliseconds(() => work(sources));
      if (round > 0) runs.get(step)?.push(time);
    }
  }
  let before = 0;
  return Object.fromEntries(
    [...runs].map(([step, times]) => {
      const until = median(times);
      const share = until - before;
      before = until;
      return [step, share];
    }),
  );
}

const REALISTIC = 'RUN apt-get update && apt-get install -y --no-install-recommends git \\\n    curl=1.0 \\\n    # why\n    jq \\\n && rm -rf /var/lib/apt/lists/*\nCOPY --from=build /out/app /app\nENV PATH=/opt/bin:$PATH NAME="a b"\nWORKDIR /srv/app\nUSER app\n';

const SHAPES: Readonly<Record<string, (lines: number) => string>> = {
  'realistic file': (lines) => `FROM debian:12 AS build\n${REALISTIC.repeat(lines / 9)}`,
  'ENV-heavy': (lines) => `FROM debian:12\n${Array.from({ length: lines - 1 }, (_, index) => `ENV V${index}=$V${Math.max(0, index - 1)}/x OTHER="$V${index >> 1}"\n`).join('')}`,
  'one giant RUN': (lines) => `FROM debian:12\nRUN ${'make a b=c && \\\n    '.repeat(lines - 2)}true\n`,
  'comments over stages': (lines) => `${`FROM debian:12\n# one\n# two\n`.repeat(lines / 3)}`,
};

/** 20,000 against 2,000 lines; comments over stages: 5,000 comments over 2,500 stages against a tenth. */
function growth(rounds: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(SHAPES).map(([name, make]) => {
      const big = createSource('big', make(name === 'comments over stages' ? 7500 : 19998));
      const small = createSource('small', make(name === 'comments over stages' ? 750 : 1998));
      const ratios: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        // Ten of the small ones, so that both spans are long enough for the clock.
        const tenSmall = milliseconds(() => lintAll(Array.from({ length: 10 }, () => small)));
        const oneBig = milliseconds(() => lintAll([big]));
        if (round > 0) ratios.push((10 * oneBig) / tenSmall);
      }
      return [name, median(ratios)];
    }),
  );
}

const sources = process.argv.slice(2).map((path) => createSource(path, readFileSync(path, 'utf8')));
process.stdout.write(JSON.stringify({ files: sources.length, shares: sources.length > 0 ? shares(sources, 5) : null, growth: growth(7) }));
