import {
  chainInstructions, commandsThatLeaveCache, defineRule, endOfChain, environmentOf, mentions, packageCommands, removedPaths,
  type PackageAction, type PackageCommand, type PackageManagerName, type ReportedFix, type RunInstruction, type ShellCommand, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Clean up behind a package manager in the same RUN',
  why: `Package managers keep a copy of what they download, so that the next installation is quicker. In an image there is no next one: the
copies are shipped for nothing. A later RUN that deletes them does not help, since they stay in the earlier layer. A cache mount keeps
them out of the image and still makes the next build quicker.`,
  exceptions: `Where the image starts go, cargo, mvn or dotnet itself, their folder is what the program runs with, and nothing is reported; nor is it
for commands that do nothing but fill it (\`go mod download\`).
Images made for building others may want a filled cache; suppress it there with that reason.`,
  severity: 'info',
  presets: { strict: {}, gc: { severity: 'warning' } },
  aliases: ['dockerfile_lint:no_gem_clean_all', 'dockerfile_lint:no_rvm_cleanup_all', 'dockerfile-doctor:DD061'],
  controls: ['gc:minimal-image'],
  mentions: { RUN: ['npm', 'pnpm', 'bun', 'conda', 'mamba', 'micromamba', 'composer', 'cargo', 'go', 'poetry', 'uv', 'dotnet', 'mvn', 'mvnw', 'gem', 'bundle', 'bundler', 'rvm'] },
  options: {
    managers: {
      type: 'array',
      items: { type: 'string', enum: ['npm', 'pnpm', 'bun', 'conda', 'composer', 'cargo', 'go', 'poetry', 'uv', 'nuget', 'maven', 'gem', 'rvm'] },
      default: ['npm', 'pnpm', 'bun', 'conda', 'composer', 'cargo', 'go', 'poetry', 'uv', 'nuget', 'maven'],
      description: 'The managers to judge. `gem` stands for `bundle` too; pip, yarn, apk and the others of distributions have rules of their own.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    let judged: readonly PackageManagerName[] | null = null;
    const started = new Map<Stage, string>();

    /** The names of the programs that the shipped image starts, as text. */
    function startedIn(stage: Stage): string {
      const known = started.get(stage);
      if (known !== undefined) return known;
      const outputs = model.outputs.filter((output) => output.chain.includes(stage));
      const commands = outputs.flatMap((output) => chainInstructions(output).map((node) => (node.keyword === 'ONBUILD' ? (node.instruction ?? node) : node)))
        .filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
      const text = commands.flatMap((node) => shell.commands(node)).map(({ name }) => name ?? '').join(' ');
      started.set(stage, text);
      return text;
    }

    function isMeant({ manager, action, options: given }: PackageCommand, stage: Stage): boolean {
      const cache = CACHES[manager];
      // Fetched ahead, to build with later or in a child image.
      if (cache === undefined || (cache.starter !== undefined && action === 'download')) return true;
      // Global tools are kept in a folder of their own, not in that of packages (dotnet/sdk 8).
      if (manager === 'nuget' && given.some(({ name }) => name === '-g' || name === '-global')) return true;
      if (cache.starter?.test(startedIn(stage)) === true && !given.some(({ name }) => name === '-tool-path')) return true;
      return cache.setting !== undefined && stage.chain.some(({ instructions }) => instructions.some((node) => mentions(model, node, cache.setting ?? '')));
    }

    /** Another folder than the usual one, if an option or variable names it. */
    function folderOf(node: RunInstruction, { cache, command, options: given }: PackageCommand): string | null {
      const told = given.find(({ name, value }) => cache.folderOptions.includes(name) && value !== null)?.value ?? null;
      if (told !== null) return told;
      const set = cache.folderVariables.filter((name) => !name.includes('/')).map((name) => environmentOf(model, shell, node, command, name) ?? '');
      return set.find((folder) => folder !== '') ?? null;
    }

    /** A variable of the manager says what is deleted: `rm -rf "$GOPATH"`. */
    function removesByVariable(node: RunInstruction, { manager, command }: PackageCommand): boolean {
      const home = CACHES[manager]?.home;
      return home !== undefined && shell.commands(node).some((later) => later.range.start > command.range.start
        && removedPaths(later).some(({ variables }) => variables.some((name) => home.test(name))));
    }

    /** The whole home goes, with all that is in it. */
    function removesHome(node: RunInstruction, asked: PackageCommand): boolean {
      return shell.commands(node).some((later) => later.range.start > asked.command.range.start
        && removedPaths(later).some(({ value }) => /^(?:~|\$HOME|\/root)\/?(?:\*|\.\*)?$|^\/go\/?\*?$/.test(value)));
    }

    function judgeRvm(node: RunInstruction): void {
      if (!mentions(model, node, 'rvm')) return;
      const calls = shell.commands(node).filter((command) => isRvm(command, 'install') || isRvm(command, 'cleanup'));
      const last = calls.at(-1);
      const at = last?.words[1]?.range;
      if (last !== undefined && at !== undefined && isRvm(last, 'install')) report({ at, message: 'rvm install leaves its sources and archives in this layer; end the RUN with rvm cleanup all' });
    }

    return {
      RUN(node) {
        const stage = model.stageOf(node);
        if (stage?.isShipped !== true) return;
        if (options.managers.includes('rvm')) judgeRvm(node);
        if (packageCommands(model, shell, node).length === 0) return;
        judged ??= options.managers.flatMap((name) => (name === 'rvm' ? [] : name === 'gem' ? ['gem', 'bundle'] : [name]));
        const left = commandsThatLeaveCache(model, shell, node, judged, FETCHES)
          .filter((asked) => !isMeant(asked, stage) && !removesByVariable(node, asked) && !removesHome(node, asked));
        if (left.length === 0) return;
        // The last of each manager, in the order of the text.
        const last = new Map(left.map((asked) => [asked.manager, asked] as const));
        for (const asked of last.values()) {
          const cache = CACHES[asked.manager];
          if (cache === undefined) continue;
          const { command, subcommand, subcommandText } = asked;
          const program = command.name?.replace(/^.*\//, '') ?? asked.manager;
          const fix = cache.command === undefined || command.wrapper !== null ? null : fixWith(endOfChain(shell, node), cache.command);
          report({
            at: subcommand?.range ?? command.nameRange ?? command.range,
            message: `${`${program} ${subcommandText}`.trim()} leaves its cache in this layer; mount a cache on ${folderOf(node, asked) ?? cache.folder}${cache.command === undefined ? '' : `, or end the RUN with ${cache.command}`}`,
            ...(fix === null ? {} : { fix }),
          });
        }
      },
    };
  },
  examples: [
    { good: 'FROM mcr.microsoft.com/dotnet/sdk:8.0\nRUN dotnet tool install --global dotnet-ef && dotnet tool install -g a\nCMD ["/app"]' },
    {
      bad: 'FROM node:22\nRUN npm «ci» && npm run build',
      fixed: 'FROM node:22\nRUN npm ci && npm run build && npm cache clean --force',
      message: 'leaves its cache in this layer; mount a cache on ~/.npm, or end the RUN with npm cache clean --force',
    },
    { good: 'FROM node:22\nRUN npm ci && npm cache clean --force\nRUN npm install -g pm2; rm -rf /root/.npm\nRUN --mount=type=cache,target=/root/.npm npm ci\nRUN npm run build && pip install a' },
    { good: 'FROM node:22 AS build\nRUN npm ci\nFROM scratch\nCOPY --from=build /a /a' },
    { bad: 'FROM continuumio/miniconda3:25.3.1-1\nRUN conda «install» -y numpy; pip install a\nRUN conda clean -afy', message: 'conda clean -afy' },
    { good: 'FROM golang:1.25\nRUN go install example.org/a@v1 && rm -rf "$GOPATH/pkg" /root/.cache\nRUN go mod download\nCMD ["go", "run", "."]' },
    { bad: 'FROM golang:1.25\nRUN go «install» example.org/a@v1\nCMD ["a"]', message: '/go/pkg/mod' },
    { good: 'FROM ruby:3.4\nRUN gem install rails && bundle install && rvm install 3.4' },
    { options: { managers: ['gem', 'rvm'] }, bad: 'FROM ruby:3.4\nRUN npm ci; gem «install» rails; bundle «install»; rvm «install» 3.4\nRUN gem install a && gem cleanup all; rvm install 3; rvm cleanup all' },
  ],
});

const FETCHES: readonly PackageAction[] = ['install', 'upgrade', 'download', 'build'];

interface Cache {
  /** For the message. */
  readonly folder: string;
  /** Empties it, and breaks nothing that comes later. */
  readonly command?: string;
  /** An image that starts this needs what lies there. */
  readonly starter?: RegExp;
  /** Variables that a RUN may clean up by. */
  readonly home?: RegExp;
  /** With this text anywhere, the cache lies elsewhere. */
  readonly setting?: RegExp;
}

const CACHES: Readonly<Partial<Record<PackageManagerName, Cache>>> = {
  npm: { folder: '~/.npm', command: 'npm cache clean --force', setting: /npm (?:-g )?(?:config )?set (?:-g |--global )?["']?cache\b/ },
  pnpm: { folder: 'its store (pnpm store path)', setting: /store-dir/ },
  bun: { folder: '~/.bun/install/cache', command: 'bun pm cache rm' },
  conda: { folder: 'its pkgs folder', command: 'conda clean -afy', home: /CONDA|MAMBA/, setting: /pkgs_dirs/ },
  composer: { folder: '~/.composer/cache', command: 'composer clear-cache', home: /COMPOSER/, setting: /cache-dir/ },
  cargo: { folder: '~/.cargo/registry', starter: /(?:^|[ /])cargo(?= |$)/, home: /CARGO/ },
  go: { folder: '/go/pkg/mod and ~/.cache/go-build', starter: /(?:^|[ /])go(?= |$)/, home: /^(?:GOPATH|GOMODCACHE|GOCACHE)$/ },
  poetry: { folder: '~/.cache/pypoetry', home: /POETRY/, setting: /cache-dir/ },
  uv: { folder: '~/.cache/uv', command: 'uv cache clean' },
  nuget: { folder: '~/.nuget/packages', starter: /(?:^|[ /])dotnet(?= |$)/, home: /NUGET/ },
  maven: { folder: '~/.m2/repository', starter: /(?:^|[ /])mvnw?(?= |$)/, setting: /repo\.local|localRepository/ },
  gem: { folder: 'the cache folder of GEM_HOME', home: /GEM/ },
  bundle: { folder: 'the cache folder of GEM_HOME', home: /GEM|BUNDLE/ },
};

function isRvm({ name, words }: ShellCommand, subcommand: string): boolean {
  return name !== null && /(?:^|\/)rvm$/.test(name) && words[1]?.value === subcommand;
}

function fixWith(place: { readonly start: number; readonly end: number } | null, command: string): ReportedFix | null {
  return place === null ? null : { kind: 'suggestion', changes: 'image', edits: [{ at: place, text: ` && ${command}` }] };
}
