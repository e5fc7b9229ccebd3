import {
  chainInstructions, compileCommand, compilerPattern, defineRule, imageName, knownText, mentions, type BaseImage, type CopyInstruction, type ImageReference, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Run what one stage builds on a base that fits it',
  why: `A program that is linked against glibc does not start on musl ("not found", though the file is there), nor on an older glibc than
it was built with. Packages of an interpreter are made for its version: site-packages of Python 3.11 are not even looked at by 3.12.`,
  exceptions: 'A static program runs anywhere. `CGO_ENABLED=0`, `-static` and a musl target are understood; where the project says so itself, suppress the line.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    /** Compiled in the stage, and not certainly static. */
    function compiledDynamically(stage: Stage): readonly string[] {
      const outputs: string[] = [];
      for (const node of chainInstructions(stage)) {
        const { start, end } = node.range;
        if (STATIC.test(model.source.text.slice(start, end))) return [];
        if (node.keyword !== 'RUN' || !mentions(model, node, compilerPattern())) continue;
        for (const command of shell.commands(node)) {
          const compiled = compileCommand(command);
          if (compiled === null || compiled.kind !== 'project' || !LINKED.has(compiled.language)) continue;
          outputs.push(...[compiled.output, compiled.usualOutput].filter((path) => path !== null));
        }
      }
      return outputs;
    }

    function judge(node: CopyInstruction): void {
      if (node.trigger || !node.flags.some(({ name }) => name === 'from')) return;
      const stage = model.stageOf(node);
      if (stage?.isShipped !== true) return;
      const target = model.imageSources.find(({ instruction }) => instruction === node)?.target;
      if (target?.kind !== 'stage') return;
      const built = rootOf(target.stage);
      const run = rootOf(stage);
      if (built === null || run === null) return;
      for (const source of node.sources) {
        const path = knownText(model.resolve(source, node));
        if (path === null) continue;
        const mismatch = interpreterMismatch(path, built, run) ?? libraryMismatch(path, built, run, () => compiledDynamically(target.stage));
        if (mismatch === null) continue;
        report({ at: source.range, message: `${source.raw} is made on ${imageName(built.reference)} and runs on ${imageName(run.reference)}${mismatch}` });
        return;
      }
    }

    return { COPY: judge };
  },
  variants: { onbuild: { expect: 'skip', why: 'what a child image copies from is not known' } },
  examples: [
    { good: 'FROM rust:1.80-bookworm AS build\nRUN cargo build --release\nFROM debian:bookworm-slim\nCOPY --from=build /app/target/release/app /app' },
    { good: 'FROM rust:1.80-bookworm AS build\nRUN cargo build --release --target x86_64-unknown-linux-musl\nFROM alpine:3.20\nCOPY --from=build /app/target/release/app /app' },
    { good: 'FROM golang:1.23 AS build\nRUN go build -o /app .\nFROM alpine:3.20\nCOPY --from=build /app /app\nCOPY --from=build /src/index.html /srv/' },
    { bad: 'FROM rust:1.80-bookworm AS build\nRUN cargo build --release\nFROM alpine:3.20\nCOPY --from=build «/app/target/release/app» /app', message: 'musl' },
    { bad: 'FROM debian:13 AS build\nRUN apt-get install -y gcc && gcc -o /out/app main.c\nFROM debian:12-slim\nCOPY --from=build «/out/app» /app', message: 'older' },
    { bad: 'FROM python:3.11-slim AS build\nRUN pip install flask\nFROM python:3.12-slim\nCOPY --from=build «/usr/local/lib/python3.11/site-packages» /usr/local/lib/python3.11/site-packages', message: 'Python' },
  ],
});

/** Signs of a program that needs no C library of its base. */
const STATIC = /CGO_ENABLED=0|CGO_ENABLED 0|-static|musl|crt-static/;

/** What links against the C library as a matter of course; Go does so for some packages only. */
const LINKED: ReadonlySet<string> = new Set(['c', 'c++', 'rust']);

interface Root {
  readonly known: BaseImage;
  readonly reference: ImageReference;
}

function rootOf(stage: Stage): Root | null {
  const base = stage.chain[0]?.base;
  return base?.kind === 'image' && base.known !== null ? { known: base.known, reference: base.reference } : null;
}

/** Names of images whose tags are versions of an interpreter, the packages that are made for one version, and how many numbers matter. */
const INTERPRETERS: readonly { readonly name: string; readonly title: string; readonly packages: RegExp; readonly version: RegExp }[] = [
  { name: 'python', title: 'Python', packages: /(?:^|\/)(?:site-packages|\.?venv|virtualenv)(?:\/|$)/, version: /^(\d+\.\d+)/ },
  { name: 'ruby', title: 'Ruby', packages: /^\/usr\/local\/bundle(?:\/|$)/, version: /^(\d+\.\d+)/ },
];

function interpreterMismatch(path: string, built: Root, run: Root): string | null {
  for (const { name, title, packages, version } of INTERPRETERS) {
    if (built.known.name !== name || run.known.name !== name || !packages.test(path)) continue;
    const [from, to] = [built, run].map(({ reference: { tag } }) => (tag.kind === 'known' ? (version.exec(tag.text)?.[1] ?? null) : null));
    if (from === null || from === undefined || to === null || to === undefined || from === to) continue;
    return `, but packages for ${title} ${from} do not serve ${to}; use the same version in both stages`;
  }
  return null;
}

function libraryMismatch(path: string, built: Root, run: Root, outputs: () => readonly string[]): string | null {
  const from = built.known.libc;
  const to = run.known.libc;
  const isOlder = isOlderRelease(run.known, built.known);
  if (from === null || to === null || (from === to && !isOlder)) return null;
  // Rust for musl links statically by itself.
  if (from === 'musl' && built.known.name === 'rust') return null;
  if (!outputs().some((output) => isPartOf(output, path))) return null;
  if (isOlder) return `, which has an older C library; build on the older release, or link statically`;
  return `, which has ${to === 'none' ? 'no C library' : `${to}, not ${from}`}; build on the same system, or link statically`;
}

/** The output itself, or something in the folder that the tool writes to. */
function isPartOf(output: string, path: string): boolean {
  const folder = output.replace(/^\.?\//, '').replace(/\/$/, '');
  return folder !== '' && `${path}/`.includes(`/${folder}/`);
}

function isOlderRelease(run: BaseImage, built: BaseImage): boolean {
  if (run.distribution === null || run.distribution !== built.distribution || run.release === null || built.release === null) return false;
  if (run.libc !== 'glibc' || built.libc !== 'glibc') return false;
  return Number(run.release) < Number(built.release);
}
