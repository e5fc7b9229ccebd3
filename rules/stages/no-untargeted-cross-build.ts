import {
  compileCommand, compilerPattern, defineRule, mentions, sliceOf,
  type CompileCommand, type Instruction, type RunInstruction, type ShellCommand, type Stage,
} from '../../src/rule';

/** Whatever may carry the target into the build: platform arguments, cross compilers and their settings, targets that run anywhere. */
const TARGETS = new RegExp(
  'TARGET_?(?:ARCH|OS|PLATFORM|VARIANT|TRIPLE)|GOARCH|GOOS|GOARM|CARGO_BUILD_TARGET|CROSS|--target|--host|--arch|--runtime|--triple|-march|\\b(?:xx|zig|cross|goreleaser|gox|buildx|wasm\\w*|qemu\\w*)\\b'
  + '|-(?:gnu|musl|gnueabihf|musleabihf|mingw32|emcc)\\b|\\b(?:x86_64|aarch64|amd64|arm64|riscv64|s390x|ppc64le|armv7)\\b', 'i');

/** Their output holds machine code; that of the others runs wherever there is a virtual machine, or cannot be told. */
const NATIVE: ReadonlySet<CompileCommand['language']> = new Set(['go', 'rust', 'c', 'c++', 'haskell', 'swift', 'd', 'ocaml', 'crystal', 'nim', 'fortran']);

export default defineRule({
  summary: 'Compile for the target platform in a stage that runs on the platform of the builder',
  why: `\`FROM --platform=$BUILDPLATFORM\` runs the stage on the machine of the builder, whatever the image is for. A compiler that is not told
otherwise makes a program for that machine; the image for another platform is built without an error and fails when it starts, with
\`exec format error\`.`,
  exceptions: `A program that is needed during the build alone is rightly made for the builder; the rule is silent unless another stage copies
from this one.`,
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['buildplatform'],
  dockerfile: ({ model, shell, report }) => {
    /** The stage whose FROM decides the platform. */
    function runsOnBuilder({ chain }: Stage): boolean {
      const platform = chain[0]?.from.flags.find(({ name }) => name === 'platform')?.value ?? null;
      return platform !== null && /^\$(?:BUILDPLATFORM|\{BUILDPLATFORM\})$/.test(platform.value);
    }

    function mayTarget({ chain }: Stage): boolean {
      return chain.some(({ name, from, instructions }) =>
        TARGETS.test(name ?? '') || TARGETS.test(from.argumentText) || instructions.some((node) => TARGETS.test(sliceOf(model.source, node.range))));
    }

    /** A stage for the target takes something from this one, or from what is built on it. */
    function isCopiedToTarget(stage: Stage): boolean {
      return model.imageSources.some(({ instruction, target }) => {
        if (instruction.keyword !== 'COPY' || target.kind !== 'stage' || !target.stage.chain.includes(stage)) return false;
        const taker = model.stageOf(instruction);
        return taker !== null && taker.isShipped && !taker.chain.some(({ from }) => from.flags.some(({ name }) => name === 'platform'));
      });
    }

    function compileIn(node: Instruction, later: readonly ShellCommand[]): CompileCommand | null {
      if (node.keyword !== 'RUN' || !mentions(model, node, compilerPattern())) return null;
      for (const command of shell.commands(node)) {
        const compile = compileCommand(command);
        if (compile?.kind === 'project' && NATIVE.has(compile.language) && !later.some(({ name }) => isProgram(name, compile.output))) return compile;
      }
      return null;
    }

    return {
      stage(stage) {
        if (!stage.from.argumentText.includes('BUILDPLATFORM') && stage.base.kind !== 'stage') return;
        if (!runsOnBuilder(stage) || !isCopiedToTarget(stage) || mayTarget(stage)) return;
        const runs = stage.instructions.filter((node): node is RunInstruction => node.keyword === 'RUN');
        const commands = runs.flatMap((node) => shell.commands(node));
        for (const node of runs) {
          const compile = compileIn(node, commands);
          if (compile === null) continue;
          report({
            at: compile.range,
            message: `${compile.what} makes a program for the builder's machine, since the stage runs on $BUILDPLATFORM; declare ARG TARGETARCH and tell the compiler${compile.language === 'go' ? ', as in GOARCH=$TARGETARCH' : ' to build for it'}`,
          });
          return;
        }
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'COPY --from in a trigger names a stage of the child build, so nothing is copied from this one' } },
  examples: [
    { bad: 'FROM --platform=$BUILDPLATFORM golang:1.23 AS build\nRUN CGO_ENABLED=0 «go build» -o /app .\nFROM alpine:3.20\nCOPY --from=build /app /app', message: 'GOARCH=$TARGETARCH' },
    { good: 'FROM --platform=$BUILDPLATFORM golang:1.23 AS build\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /app .\nFROM alpine:3.20\nCOPY --from=build /app /app' },
    { good: 'FROM --platform=$BUILDPLATFORM tonistiigi/xx AS xx\nFROM --platform=$BUILDPLATFORM golang:1.23 AS build\nCOPY --from=xx / /\nRUN xx-go build -o /app .\nFROM alpine:3.20\nCOPY --from=build /app /app' },
    { good: 'FROM --platform=$BUILDPLATFORM maven:3 AS build\nRUN mvn package\nFROM eclipse-temurin:21-jre\nCOPY --from=build /app.jar /app.jar' },
    { good: 'FROM --platform=$BUILDPLATFORM golang:1.23 AS build\nRUN go build -o /usr/bin/generate ./generate && generate > /page.html\nFROM nginx:1.27\nCOPY --from=build /page.html /' },
    { good: 'FROM golang:1.23 AS build\nRUN go build -o /app .\nFROM alpine:3.20\nCOPY --from=build /app /app' },
    { bad: 'FROM --platform=${BUILDPLATFORM} rust:1.82 AS base\nFROM base AS build\nRUN «cargo build» --release\nFROM debian:12\nCOPY --from=build /target/release/app /app' },
    { good: 'FROM --platform=$BUILDPLATFORM golang:1.23 AS test\nRUN go build ./...\nFROM --platform=$BUILDPLATFORM alpine:3.20\nCOPY --from=test /app /app' },
  ],
});

/** The program that was made is run right there: it belongs to the build. */
function isProgram(name: string | null, output: string | null): boolean {
  if (name === null || output === null) return false;
  const file = output.slice(output.lastIndexOf('/') + 1);
  return file !== '' && name.slice(name.lastIndexOf('/') + 1) === file;
}
