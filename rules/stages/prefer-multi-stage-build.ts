import {
  chainInstructions, compileCommand, compilerPattern, defineRule, knownText, mentions, packageCommands, removedPaths,
  type CompileCommand, type Instruction, type RunInstruction, type ShellCommand, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Compile in one stage and ship another',
  why: `A compiler, its libraries and the sources are not needed to run the program. Shipped with it they make the image many times larger,
give an attacker tools, and bring in vulnerabilities that somebody must triage. Build in a stage of its own and copy the result.`,
  exceptions: `Images whose purpose is the tool chain (build and CI images) may suppress it with that reason; with several version managers
in an image, \`make\` is no evidence. Where \`make\` is the only evidence and the image starts no program, it is an info only.`,
  severity: 'warning',
  presets: { strict: {}, cis: {}, gc: {} },
  aliases: ['tally:prefer-multi-stage-build', 'droast:DF011'],
  controls: ['cis-docker:4.3', 'gc:multi-stage'],
  dockerfile: ({ model, shell, report }) => {
    const reported = new Set<Instruction>();

    function judge(output: Stage): void {
      const instructions = chainInstructions(output);
      const mayCompile = new Set(instructions.filter((node) => node.keyword === 'RUN' && mentions(model, node, compilerPattern())));
      if (mayCompile.size === 0) return;
      let compilerInstalled = output.chain.some(hasCompiler);
      let toBuildIn: boolean | null = null;
      for (const node of instructions) {
        if (node.keyword !== 'RUN') continue;
        const installs = installsCompiler(node);
        const evidence = mayCompile.has(node) ? evidenceIn(node, compilerInstalled || installs, instructions) : null;
        if ((evidence === null && !installs) || removesToolchain(node)) continue;
        compilerInstalled = true;
        if (evidence === null) continue;
        if (evidence.kind !== 'build-tool' || !(toBuildIn ??= isToBuildIn(instructions))) return reportEvidence(output, instructions, node, evidence);
      }
    }

    /** `make` and its kin compile only if the project says so; they count once a compiler is there. */
    function evidenceIn(node: RunInstruction, compilerInstalled: boolean, instructions: readonly Instruction[]): CompileCommand | null {
      for (const command of shell.commands(node)) {
        const compile = compileCommand(command);
        if (compile === null) continue;
        if (compile.kind === 'project' || (compile.kind === 'build-tool' && compilerInstalled)) return compile;
        if (compile.kind === 'tool' && compile.program !== null && isStarted(compile.program, instructions)) return compile;
      }
      return null;
    }

    /** Tools are installed to be used by people, unless the image is there to run this one. */
    function isStarted(program: string, instructions: readonly Instruction[]): boolean {
      const isIt = ({ name }: ShellCommand): boolean => name === program || name?.endsWith(`/${program}`) === true;
      return instructions.some((node) => startsProgram(node) && shell.commands(node).some(isIt));
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

    function reportEvidence(output: Stage, instructions: readonly Instruction[], node: RunInstruction, evidence: CompileCommand): void {
      if (reported.has(node)) return;
      reported.add(node);
      const name = model.stageOf(node)?.name ?? null;
      const runtime = runtimeOf(output);
      const path = resultOf(node, evidence);
      const from = `COPY --from=${name ?? 'build'}`;
      const target = `into a new stage${runtime === null ? '' : ` FROM ${runtime}`}`;
      const copy = path?.startsWith('/') === true ? `${from} ${path} ${target}` : `take the result${path === null ? '' : ` (${path})`} ${target} with ${from}`;
      report({
        at: evidence.range,
        ...(evidence.kind === 'build-tool' && !instructions.some(startsProgram) ? { severity: 'info' } : {}),
        message: `${evidence.what} runs in the shipped stage, so the tool chain stays in the image; ${name === null ? `name the stage AS build, and ${copy}` : copy}`,
      });
    }

    /** COPY --from counts paths from the root, so a relative one is joined to the directory if that is certain; null when nothing is known. */
    function resultOf(node: RunInstruction, { output, usualOutput }: CompileCommand): string | null {
      const path = output ?? usualOutput;
      if (path === null || path.startsWith('/')) return path;
      const { workdir } = model.stateAt(node);
      const directory = workdir.from === 'instruction' ? knownText(workdir.value) : null;
      const moves = shell.commands(node).some((command) => command.name === 'cd' || command.name === 'pushd');
      if (moves || directory === null || !/^\/[\w./-]*$/.test(directory)) return path;
      return `${directory.replace(/\/$/, '')}/${path.replace(/^\.\//, '')}`;
    }

    /** Several version managers stand ready: an image for building and testing in, which needs its compilers. */
    function isToBuildIn(instructions: readonly Instruction[]): boolean {
      const managers = new Set<string>();
      for (const node of instructions) {
        if (node.keyword === 'RUN') for (const { name } of shell.commands(node)) if (name !== null && VERSION_MANAGERS.has(name)) managers.add(name);
      }
      return managers.size > 1;
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger compiles in the child image, of which nothing is known' } },
  examples: [
    { good: 'FROM golang:1.23 AS build\nRUN go build -o /out/app .\nFROM gcr.io/distroless/static-debian12\nCOPY --from=build /out/app /app' },
    { bad: 'FROM golang:1.23\nCOPY . .\nRUN «go build» -o /out/app .\nCMD ["/out/app"]', message: 'COPY --from=build /out/app' },
    { bad: 'FROM maven:3-eclipse-temurin-21 AS base\nWORKDIR /src\nRUN «mvn package»\nFROM base\nCMD ["java", "-jar", "target/app.jar"]', message: '--from=base /src/target' },
    { good: 'FROM golang:1.23\nRUN go version && go mod download && go install example.org/tool@v1\nRUN echo "go build" && apt-get install -y golang-go' },
    { good: 'FROM alpine:3.20\nRUN apk add --virtual .build gcc musl-dev && gcc -o /a a.c && apk del .build' },
    { bad: 'FROM debian:12\nRUN apt-get install -y build-essential\nRUN ./configure && «make»\nCMD ["app"]', message: 'make runs' },
    { bad: 'FROM debian:12\nRUN apt-get install -y build-essential\nRUN ./configure && «make»', severity: 'info' },
    { good: 'FROM node:22\nCOPY Makefile .\nRUN make bundle' },
  ],
});

function startsProgram({ keyword }: Instruction): boolean {
  return keyword === 'CMD' || keyword === 'ENTRYPOINT';
}

const VERSION_MANAGERS: ReadonlySet<string> = new Set(['asdf', 'goenv', 'jenv', 'mise', 'nodenv', 'nvm', 'phpenv', 'pyenv', 'rbenv', 'rustup', 'sdk']);

/** Images of interpreters hold C compilers for their extensions, but `make` mostly runs something else there. */
function hasCompiler({ base }: Stage): boolean {
  return base.kind === 'image' && (base.known?.toolchains ?? []).some((language) => language !== 'c' && language !== 'c++');
}

function isCompilerPackage(name: string): boolean {
  return /^(?:build-essential|build-base|base-devel|@?"?development[ -]tools"?|gcc|g\+\+|gcc-c\+\+|clang|musl-dev|golang(?:-go)?|go|rustc?|cargo|ghc|(?:default|openjdk)[\w-]*-jdk(?:-headless)?|dotnet-sdk)(?:[-=:~]?\d.*)?$/i.test(name);
}

function isToolchainPath(path: string): boolean {
  return /(^|\/)(\.?cargo|\.?rustup|golang|go|\.sdkman|jdk[^/]*|[^/]*openjdk[^/]*|gcc[^/]*|\.ghcup|\.stack)(\/\*)?\/?$/.test(path);
}

/** The smaller image that the base table knows, or null. */
function runtimeOf({ chain }: Stage): string | null {
  const base = chain[0]?.base;
  return base?.kind === 'image' ? (base.known?.runtime ?? null) : null;
}
