import {
  baseName, cleansAptLists, commandsThatLeaveCache, defineRule, environmentOf, isGitSource, isRemoteSource, knownText, mountsOf, packageCommands,
  type AddInstruction, type CopyInstruction, type PackageAction, type PackageCommand, type PackageManagerName, type ReportedFix, type RunInstruction, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Give a package manager a cache mount',
  why: `A RUN behind a COPY is run anew whenever a copied file has changed, and without a cache that outlives its layer the package manager
then downloads everything again. With \`RUN --mount=type=cache\` it fetches only what is new, and nothing of the cache is shipped, so that
there is no need to switch it off or to clean up behind it.

A RUN with nothing of the build context in front of it is built once and then taken from the layer cache; it is judged with \`layers: all\`.
Where a shipped stage leaves the cache in its layer, the rules about cleaning up say so, and this one is silent. It tells of the first
command of each manager in a RUN, and for those that build with what lies in the cache (cargo, go, maven, nuget) once in a stage and those
built from it.`,
  exceptions: `A cache mount helps only where it is kept from build to build: on machines that are thrown away after each, it does nothing.
A stage whose cache is copied, mounted or needed without network later on is silent.
apt deletes what it downloads in the images of Debian and Ubuntu until /etc/apt/apt.conf.d/docker-clean is removed.`,
  severity: 'off',
  presets: {},
  aliases: ['tally:prefer-package-cache-mounts', 'tally:js/node-gyp-cache-mounts', 'tally:ruby/prefer-bundler-cache-mount'],
  controls: [],
  options: {
    layers: {
      type: 'string',
      enum: ['behind-copy', 'all'],
      default: 'behind-copy',
      description: '`behind-copy` judges a RUN only if files of the build context are copied in front of it, or are mounted.',
    },
    managers: {
      type: 'array',
      items: {
        type: 'string',
        enum: [
          'apk', 'apt', 'bun', 'bundle', 'cargo', 'composer', 'conda', 'dnf', 'go', 'maven', 'npm', 'nuget', 'pip', 'pnpm', 'poetry', 'uv', 'yarn', 'yum', 'zypper',
        ],
      },
      default: [
        'apk', 'apt', 'bun', 'bundle', 'cargo', 'composer', 'conda', 'dnf', 'go', 'maven', 'npm', 'nuget', 'pip', 'pnpm', 'poetry', 'uv', 'yarn', 'yum', 'zypper',
      ],
      description: 'The managers to judge. `apt` stands for `apt-get` too, `bundle` for `gem`, `dnf` for `microdnf`.',
    },
  },
  mentions: [
    'apk', 'apt', 'bun', 'bundle', 'bundler', 'cargo', 'composer', 'conda', 'dnf', 'dotnet', 'gem', 'go', 'mamba', 'microdnf', 'micromamba', 'mvn', 'mvnw', 'npm', 'pip',
    'pnpm', 'poetry', 'uv', 'yarn', 'yum', 'zypper',
  ],
  dockerfile: ({ model, shell, options, report }) => {
    const judged = new Set<string>(options.managers);
    /** The managers that a stage was told of. */
    const toldIn = new Map<Stage, Set<PackageManagerName>>();
    let elsewhere: string | null = null;
    const copied = new Set<Stage>();

    /** A file of the project decides whether the layer can be used again. */
    function noteCopy(node: AddInstruction | CopyInstruction): void {
      const stage = model.stageOf(node);
      if (stage === null || node.flags.some(({ name }) => name === 'from') || node.sources.every(({ value }) => isRemoteSource(value) || isGitSource(value))) return;
      copied.add(stage);
    }

    function dependsOnFiles(node: RunInstruction, stage: Stage): boolean {
      return options.layers === 'all' || stage.chain.some((each) => copied.has(each)) || mountsOf(node).some(({ type, flag }) => type === 'bind' && !flag.options.some(({ key }) => key === 'from'));
    }

    /** What is copied or mounted from stages and images. */
    function sourcesElsewhere(): string {
      return (elsewhere ??= model.imageSources.map(({ instruction }) => instruction.argumentText).join('\n'));
    }

    function isMeant(node: RunInstruction, stage: Stage, asked: PackageCommand, cache: Cache): boolean {
      if (!judged.has(cache.option ?? asked.manager) || asked.dryRun || isOwnUpdate(asked)) return true;
      if (asked.options.some(({ name }) => OFFLINE.has(name)) || cache.kept?.test(sourcesElsewhere()) === true) return true;
      if (cache.isLibrary === true) return stage.isShipped || stage.chain.some((each) => toldIn.get(each)?.has(asked.manager) === true) || needsItOffline(asked.manager);
      return stage.isShipped && isToldElsewhere(node, asked);
    }

    /** Then a RUN without the mount would find nothing. */
    function needsItOffline(manager: PackageManagerName): boolean {
      return model.stages.some(({ instructions }) => instructions.some((node) => node.keyword === 'RUN'
        && packageCommands(model, shell, node).some((other) => other.manager === manager && (other.noCache !== false || other.options.some(({ name }) => OFFLINE.has(name))))));
    }

    /** A rule about cleaning up speaks of it, and offers the mount. */
    function isToldElsewhere(node: RunInstruction, asked: PackageCommand): boolean {
      if (asked.manager === 'apt' || asked.manager === 'apt-get') {
        return packageCommands(model, shell, node).some(({ action }) => action === 'refresh') && !shell.commands(node).some((command) => cleansAptLists(command) !== false);
      }
      return leavesCache(node, asked);
    }

    function leavesCache(node: RunInstruction, asked: PackageCommand): boolean {
      return commandsThatLeaveCache(model, shell, node, [asked.manager], [asked.action]).includes(asked);
    }

    /** Only where nothing else is to be changed: the cache is at its usual place, in the home of root, and left alone. */
    function fixOf(node: RunInstruction, asked: PackageCommand, cache: Cache): ReportedFix | null {
      if (cache.rootFolder === undefined || !isRoot(node) || !leavesCache(node, asked)) return null;
      if (asked.options.some(({ name }) => asked.cache.folderOptions.includes(name)) || model.source.text.includes('config set cache')) return null;
      const variables = ['HOME', 'XDG_CACHE_HOME', ...asked.cache.folderVariables.map((name) => name.replace(/\/.*/s, ''))];
      if (variables.some((name) => environmentOf(model, shell, node, asked.command, name) !== '')) return null;
      const place = { start: node.keywordRange.end, end: node.keywordRange.end };
      return { kind: 'suggestion', changes: 'image', edits: [{ at: place, text: ` --mount=type=cache,target=${cache.rootFolder}` }] };
    }

    function isRoot(node: RunInstruction): boolean {
      const { user } = model.stateAt(node);
      const name = user.from === 'base' ? user.text : user.from === 'instruction' ? knownText(user.value) : null;
      return name !== null && /^(?:|root|0)(?::.*)?$/.test(name);
    }

    /** What must go for the mount to be of use. */
    function hindrance(node: RunInstruction, asked: PackageCommand): string {
      const option = asked.options.find(({ name }) => asked.cache.offOptions.includes(name));
      if (option !== undefined) return `, and leave out ${option.name}`;
      return leavesCache(node, asked) || asked.manager === 'apt' || asked.manager === 'apt-get' ? '' : ', and leave out what empties it or switches it off';
    }

    function judge(node: RunInstruction): void {
      const stage = model.stageOf(node);
      if (stage === null || model.build.builder === 'classic' || model.stateAt(node).os === 'windows') return;
      if (!dependsOnFiles(node, stage)) return;
      // Who mounts a cache has chosen which.
      if (mountsOf(node).some(({ type }) => type === 'cache' || type === 'tmpfs') || node.flags.some(({ name, value }) => name === 'network' && value?.value === 'none')) return;
      const told = new Set<string>();
      for (const asked of packageCommands(model, shell, node)) {
        const cache = CACHES[asked.manager];
        if (cache === undefined || told.has(cache.option ?? asked.manager) || !(cache.actions ?? INSTALLS).includes(asked.action) || isMeant(node, stage, asked, cache)) continue;
        told.add(cache.option ?? asked.manager);
        toldIn.set(stage, (toldIn.get(stage) ?? new Set()).add(asked.manager));
        const { command, subcommand, subcommandText } = asked;
        const fix = fixOf(node, asked, cache);
        report({
          at: subcommand?.range ?? command.nameRange ?? command.range,
          message: `${`${programOf(asked)} ${subcommandText}`.trim()} has no cache to start from when this layer is built anew; mount one on ${cache.folder}${hindrance(node, asked)}${cache.isLibrary === true ? ', here and in each RUN that builds with it' : ''}`,
          ...(fix === null ? {} : { fix }),
        });
      }
    }

    return {
      ADD: noteCopy,
      COPY: noteCopy,
      RUN: judge,
    };
  },
  examples: [
    {
      bad: 'FROM node:22 AS build\nCOPY package*.json .\nRUN npm «ci» && npm run build\nFROM scratch\nCOPY --from=build /a /a',
      fixed: 'FROM node:22 AS build\nCOPY package*.json .\nRUN --mount=type=cache,target=/root/.npm npm ci && npm run build\nFROM scratch\nCOPY --from=build /a /a',
      message: 'npm ci has no cache to start from when this layer is built anew; mount one on ~/.npm',
    },
    { good: 'FROM node:22 AS build\nRUN npm ci\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci\nRUN npm run build && npm cache clean --force\nFROM scratch\nCOPY --from=build /a /a' },
    { bad: 'FROM python:3.13\nRUN --mount=type=bind,target=/src pip «install» --no-cache-dir -r /src/requirements.txt', message: 'mount one on ~/.cache/pip, and leave out --no-cache-dir' },
    { good: 'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\nRUN pip install --no-index --find-links=/wheels a\nRUN --network=none pip install --no-cache-dir a' },
    { bad: 'FROM golang:1.25 AS build\nCOPY . .\nRUN go «mod» download\nRUN go build -o /a .\nFROM scratch\nCOPY --from=build /a /a', message: 'in each RUN that builds with it' },
    { good: 'FROM maven:3 AS build\nCOPY . .\nRUN mvn dependency:go-offline\nRUN mvn -o package\nFROM golang:1.25 AS more\nCOPY . .\nRUN go mod download\nFROM debian:12\nCOPY --from=more /go/pkg/mod /go/pkg/mod' },
    { options: { layers: 'all' }, bad: 'FROM debian:12\nRUN apt-get update && apt-get «install» -y git && rm -rf /var/lib/apt/lists/*', message: 'mount one on /var/cache/apt and /var/lib/apt' },
    { options: { managers: ['npm'] }, good: 'FROM alpine:3.20\nCOPY . .\nRUN apk add --no-cache git && pip install --no-cache-dir a' },
  ],
});

interface Cache {
  /** For the message. */
  readonly folder: string;
  /** The folder where root runs it, if one mount there is all that it takes. */
  readonly rootFolder?: string;
  /** The name it goes by among the options. */
  readonly option?: string;
  readonly actions?: readonly PackageAction[];
  /** What is built with lies in it, so that each RUN must find it. */
  readonly isLibrary?: true;
  /** Paths in which it is handed on to other stages. */
  readonly kept?: RegExp;
}

/** A manager that brings itself up to date fetches one file. */
function isOwnUpdate({ packages, options, opaque }: PackageCommand): boolean {
  return packages.length > 0 && opaque.length === 0 && !options.some(({ name }) => name === '-r' || name === '--requirement')
    && packages.every(({ value }) => /^(?:pip|setuptools|wheel|uv|npm|yarn|pnpm|corepack)(?:[=<>~!@]|$)/.test(value));
}

/** `python3 -m pip` goes by the name of its module. */
function programOf({ manager, command }: PackageCommand): string {
  return command.name === null || /^(?:python|pypy)[\d.]*$/.test(baseName(command.name)) ? manager : baseName(command.name);
}

const INSTALLS: readonly PackageAction[] = ['install', 'upgrade'];
const BUILDS: readonly PackageAction[] = ['install', 'download', 'build'];
const OFFLINE: ReadonlySet<string> = new Set(['--offline', '--no-index', '--no-network', '--no-download', '--no-restore', '-no-restore', '--local', '--package-lock-only', '--lockfile-only']);

const APT: Cache = { folder: '/var/cache/apt and /var/lib/apt', option: 'apt' };
const DNF: Cache = { folder: '/var/cache/dnf (/var/cache/libdnf5 with dnf 5)', option: 'dnf' };
const BUNDLE: Cache = { folder: 'the cache folder of GEM_HOME', option: 'bundle' };

const CACHES: Readonly<Partial<Record<PackageManagerName, Cache>>> = {
  'apt-get': APT,
  apt: APT,
  apk: { folder: '/etc/apk/cache' },
  dnf: DNF,
  microdnf: DNF,
  yum: { folder: '/var/cache/yum' },
  zypper: { folder: '/var/cache/zypp' },
  pip: { folder: '~/.cache/pip', rootFolder: '/root/.cache/pip', kept: /\.cache/ },
  uv: { folder: '~/.cache/uv', rootFolder: '/root/.cache/uv', kept: /\.cache/ },
  poetry: { folder: '~/.cache/pypoetry', rootFolder: '/root/.cache/pypoetry', kept: /\.cache/ },
  npm: { folder: '~/.npm', rootFolder: '/root/.npm', kept: /\.npm\b/ },
  yarn: { folder: 'what yarn cache dir says', kept: /\.cache|\.yarn/ },
  pnpm: { folder: 'what pnpm store path says', kept: /pnpm/ },
  bun: { folder: '~/.bun/install/cache', rootFolder: '/root/.bun/install/cache', kept: /\.bun\b/ },
  composer: { folder: '~/.composer/cache', kept: /\.composer/ },
  conda: { folder: 'its pkgs folder' },
  bundle: BUNDLE,
  gem: BUNDLE,
  cargo: { folder: 'the registry folder of CARGO_HOME', actions: BUILDS, isLibrary: true, kept: /cargo(?:\/(?:registry|git)|\/?(?:\s|$))/ },
  go: { folder: 'GOMODCACHE and GOCACHE (go env says where)', actions: BUILDS, isLibrary: true, kept: /(?:^|\s)\S*\/go(?:\/pkg|\/?\s)|go-build/m },
  maven: { folder: '~/.m2/repository', actions: BUILDS, isLibrary: true, kept: /\.m2\b/ },
  nuget: { folder: '~/.nuget/packages', actions: BUILDS, isLibrary: true, kept: /\.nuget\b/ },
};
