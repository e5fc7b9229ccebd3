import {
  compileCommand, defineRule, packageCommands, removedPaths,
  type CompileCommand, type Instruction, type RunInstruction, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Compile in one stage and ship another',
  why: `A compiler, its libraries and the sources are not needed to run the program. Shipped with it they make the image many times larger,
give an attacker tools, and bring in vulnerabilities that somebody must triage. Build in a stage of its own and copy the result.`,
  exceptions: 'Images whose purpose is the tool chain (build and CI images) may suppress it with that reason.',
  severity: 'warning',
  presets: { strict: {}, cis: {}, gc: {} },
  aliases: ['tally:prefer-multi-stage-build', 'droast:DF011'],
  controls: ['cis-docker:4.3', 'gc:multi-stage'],
  dockerfile: ({ model, shell, report }) => {
    const reported = new Set<Instruction>();

    function judge(output: Stage): void {
      let compilerInstalled = false;
      for (const stage of output.chain) {
        if (hasNativeToolchain(stage)) compilerInstalled = true;
        for (const node of stage.instructions) {
          if (node.keyword !== 'RUN') continue;
          const evidence = evidenceIn(node, compilerInstalled || installsCompiler(node));
          if (evidence !== null && !removesToolchain(node)) return reportEvidence(output, node, evidence);
          if (installsCompiler(node) && !removesToolchain(node)) compilerInstalled = true;
        }
      }
    }

    /** `make` and its kin compile only if the project says so; they count once a compiler is there. */
    function evidenceIn(node: RunInstruction, compilerInstalled: boolean): CompileCommand | null {
      for (const command of shell.commands(node)) {
        const compile = compileCommand(command);
        if (compile?.kind === 'project' || (compile?.kind === 'build-tool' && compilerInstalled)) return compile;
      }
      return null;
    }

    function installsCompiler(node: RunInstruction): boolean {
      return packageCommands(model, shell, node).some(({ action, packages }) => action === 'install' && packages.some(({ value }) => isCompilerPackage(value)));
    }

    /** The same layer takes the tool chain away again, by the package manager or by name. */
    function removesToolchain(node: RunInstruction): boolean {
      const asked = packageCommands(model, shell, node);
      if (asked.some(({ action, subcommandText }) => action === 'remove' || subcommandText === 'history')) return true;
      return shell.commands(node).some((command) => removedPaths(command).some(({ value }) => isToolchainPath(value)));
    }

    function reportEvidence(output: Stage, node: RunInstruction, { what, range, output: written, usualOutput }: CompileCommand): void {
      if (reported.has(node)) return;
      reported.add(node);
      const result = written ?? usualOutput ?? 'the result';
      const runtime = runtimeOf(output);
      report({
        at: range,
        message: `${what} runs in the shipped stage, so the tool chain stays in the image; name the stage AS build, and COPY --from=build ${result} into a new stage${runtime === null ? '' : ` FROM ${runtime}`}`,
      });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger compiles in the child image, of which nothing is known' } },
  examples: [
    { good: 'FROM golang:1.23 AS build\nRUN go build -o /out/app .\nFROM gcr.io/distroless/static-debian12\nCOPY --from=build /out/app /app' },
    { bad: 'FROM golang:1.23\nCOPY . .\nRUN «go build» -o /out/app .\nCMD ["/out/app"]', message: 'COPY --from=build /out/app' },
    { bad: 'FROM maven:3-eclipse-temurin-21 AS base\nRUN «mvn package»\nFROM base\nCMD ["java", "-jar", "target/app.jar"]' },
    { good: 'FROM golang:1.23\nRUN go version && go mod download\nRUN echo "go build" && apt-get install -y golang-go' },
    { good: 'FROM alpine:3.20\nRUN apk add --virtual .build gcc musl-dev && gcc -o /a a.c && apk del .build' },
    { bad: 'FROM debian:12\nRUN apt-get install -y build-essential\nRUN ./configure && «make»', message: 'make runs' },
    { good: 'FROM debian:12\nCOPY Makefile .\nRUN make install-config' },
    { bad: 'FROM rust:1.83\nRUN set -eux; \\\n  cd /src; \\\n  «cargo build» --release', message: 'target/release' },
  ],
});

function hasNativeToolchain({ base }: Stage): boolean {
  return base.kind === 'image' && (base.known?.toolchains ?? []).some((language) => language === 'c' || language === 'c++');
}

function isCompilerPackage(name: string): boolean {
  return /^(build-essential|build-base|gcc|g\+\+|clang|gcc-c\+\+|musl-dev|@development.*|@"?Development Tools"?|base-devel)([-=:~]?[\d.]+.*)?$/i.test(name);
}

function isToolchainPath(path: string): boolean {
  return /(^|\/)(\.?cargo|\.?rustup|golang|go|\.sdkman|jdk[^/]*|[^/]*openjdk[^/]*|gcc[^/]*|\.ghcup|\.stack)(\/\*)?\/?$/.test(path);
}

/** The smaller image that the base table knows, or null. */
function runtimeOf({ chain }: Stage): string | null {
  const base = chain[0]?.base;
  return base?.kind === 'image' ? (base.known?.runtime ?? null) : null;
}
