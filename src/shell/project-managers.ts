/**
 * The managers that also build a project, and conda. What they fetch is mostly the library that is compiled or run, not only a copy of it.
 * Sources: their own references (go 1.25, cargo 1.88, bun 1.2, bundler 2.6, composer 2.8, conda 25 and mamba 2, poetry 2.1, Maven 3.9, .NET 9), state of 2026.
 */
import type { ManagerShape } from './manager-shape';

const ALWAYS = { yes: 'always', noRecommends: 'always' } as const;

const GO: ManagerShape = {
  ...ALWAYS,
  name: 'go',
  actions: {
    install: 'install', get: 'install', 'mod download': 'download', 'mod vendor': 'download', 'mod tidy': 'download', build: 'build', run: 'build', test: 'build', vet: 'build',
    clean: 'clean',
  },
  singleDash: true,
  short: '',
  long: [
    '-C', '-asmflags', '-buildmode', '-compiler', '-covermode', '-coverpkg', '-exec', '-gccgoflags', '-gcflags', '-installsuffix', '-ldflags', '-mod', '-modfile', '-o', '-overlay',
    '-p', '-pgo', '-pkgdir', '-tags', '-toolexec', '-vet',
  ],
  quiet: [],
  dryRun: ['-n'],
  cache: {
    folders: ['/go/pkg/mod', '~/go/pkg/mod', '~/pkg/mod', '~/.cache/go-build'], folderOptions: [], folderVariables: ['GOMODCACHE', 'GOCACHE', 'GOPATH/pkg/mod'],
    offOptions: [], offVariables: [],
  },
};

const BUNDLE: ManagerShape = {
  ...ALWAYS,
  name: 'bundle',
  actions: { install: 'install', add: 'install', update: 'upgrade', remove: 'remove', cache: 'download', package: 'download' },
  short: 'jr',
  long: ['--jobs', '--retry', '--without', '--with', '--path', '--gemfile', '--binstubs', '--trust-policy', '--target-rbconfig'],
  quiet: ['--quiet'],
  dryRun: [],
  cache: {
    folders: ['~/cache', '~/.bundle/cache'], folderOptions: [], folderVariables: ['BUNDLE_USER_CACHE', 'GEM_HOME/cache', 'BUNDLE_PATH/cache'], offOptions: [], offVariables: [],
  },
};

const COMPOSER: ManagerShape = {
  name: 'composer',
  actions: {
    install: 'install', i: 'install', require: 'install', 'create-project': 'install', 'global require': 'install', 'global install': 'install',
    update: 'upgrade', u: 'upgrade', upgrade: 'upgrade', 'global update': 'upgrade', remove: 'remove', rm: 'remove', 'global remove': 'remove',
    'clear-cache': 'clean', clearcache: 'clean', cc: 'clean',
  },
  short: 'd',
  long: ['--working-dir', '--stability', '--repository', '--apcu-autoloader-prefix', '--ignore-platform-req', '--audit-format'],
  yes: ['-n', '--no-interaction'],
  quiet: ['-q', '--quiet'],
  noRecommends: 'always',
  dryRun: ['--dry-run'],
  cache: {
    folders: ['~/.composer/cache', '~/.cache/composer', '/tmp/cache'], folderOptions: [], folderVariables: ['COMPOSER_CACHE_DIR', 'COMPOSER_HOME/cache'],
    offOptions: ['--no-cache'], offVariables: [],
  },
};

const CONDA: ManagerShape = {
  name: 'conda',
  actions: {
    install: 'install', create: 'install', 'env create': 'install', 'env update': 'install', update: 'upgrade', upgrade: 'upgrade', remove: 'remove', uninstall: 'remove',
    'env remove': 'remove', clean: 'clean',
  },
  short: 'npcf',
  long: ['--name', '--prefix', '--channel', '--file', '--clone', '--solver', '--subdir', '--platform', '--repodata-fn', '--revision', '--root-prefix', '--rc-file'],
  yes: ['-y', '--yes'],
  quiet: ['-q', '--quiet'],
  noRecommends: 'always',
  dryRun: ['-d', '--dry-run'],
  cache: { folders: ['~/pkgs', '~/.conda/pkgs'], folderOptions: [], folderVariables: ['CONDA_PKGS_DIRS'], offOptions: [], offVariables: [] },
};

const MAVEN: ManagerShape = {
  ...ALWAYS,
  name: 'maven',
  // Goals have no end: see `packageCommand`.
  actions: {},
  singleDash: true,
  short: '',
  long: [
    '-f', '-file', '-s', '-settings', '-gs', '-global-settings', '-t', '-toolchains', '-pl', '-projects', '-P', '-activate-profiles', '-T', '-threads', '-rf', '-resume-from',
    '-l', '-log-file', '-b', '-builder', '-D', '-define', '-color',
  ],
  quiet: ['-q', '-quiet'],
  dryRun: [],
  cache: { folders: ['~/.m2/repository'], folderOptions: ['-Dmaven.repo.local'], folderVariables: [], offOptions: ['-o', '-offline'], offVariables: [] },
};

/** By the name of the program. */
export const PROJECT_MANAGERS: readonly (readonly [string, ManagerShape])[] = [
  ['go', GO],
  ['bun', {
    ...ALWAYS,
    name: 'bun',
    actions: { install: 'install', i: 'install', add: 'install', a: 'install', update: 'upgrade', remove: 'remove', rm: 'remove', 'pm cache': 'other', 'pm cache rm': 'clean' },
    short: 'c',
    long: ['--config', '--cwd', '--cache-dir', '--registry', '--cafile', '--backend', '--network-concurrency', '--omit', '--filter', '--linker', '--concurrent-scripts'],
    quiet: ['--silent', '--quiet'],
    dryRun: ['--dry-run'],
    cache: {
      folders: ['~/.bun/install/cache'], folderOptions: ['--cache-dir'], folderVariables: ['BUN_INSTALL_CACHE_DIR', 'BUN_INSTALL/install/cache'], offOptions: ['--no-cache'],
      offVariables: [],
    },
  }],
  ['bundle', BUNDLE],
  ['bundler', BUNDLE],
  ['cargo', {
    ...ALWAYS,
    name: 'cargo',
    actions: {
      install: 'install', uninstall: 'remove', fetch: 'download', vendor: 'download', 'chef cook': 'build', cache: 'clean',
      build: 'build', b: 'build', check: 'build', c: 'build', test: 'build', t: 'build', run: 'build', r: 'build', bench: 'build', doc: 'build', rustc: 'build', clippy: 'build',
    },
    short: 'pFjZC',
    long: [
      '--version', '--target', '--features', '--package', '--bin', '--bench', '--example', '--test', '--exclude', '--profile', '--manifest-path', '--target-dir', '--jobs', '--root', '--path',
      '--git', '--branch', '--tag', '--rev', '--registry', '--index', '--config', '--color', '--message-format', '--recipe-path',
    ],
    quiet: ['-q', '--quiet'],
    dryRun: ['--dry-run'],
    cache: {
      folders: ['~/.cargo/registry', '/usr/local/cargo/registry', '~/registry'], folderOptions: [], folderVariables: ['CARGO_HOME/registry'], offOptions: ['--offline', '--frozen'],
      offVariables: ['CARGO_NET_OFFLINE'],
    },
  }],
  ['composer', COMPOSER],
  ['composer.phar', COMPOSER],
  ['conda', CONDA],
  ['mamba', CONDA],
  ['micromamba', CONDA],
  ['mvn', MAVEN],
  ['mvnw', MAVEN],
  ['dotnet', {
    ...ALWAYS,
    name: 'nuget',
    actions: {
      restore: 'download', build: 'build', publish: 'build', pack: 'build', run: 'build', test: 'build', msbuild: 'build', 'tool install': 'install', 'tool update': 'upgrade',
      'tool restore': 'install', 'tool uninstall': 'remove', 'nuget locals': 'clean',
    },
    // `-p:Name=value` is one word.
    singleDash: true,
    short: '',
    long: [
      '-r', '-runtime', '-s', '-source', '-add-source', '-configfile', '-c', '-configuration', '-o', '-output', '-f', '-framework', '-v', '-verbosity', '-a', '-arch', '-os',
      '-packages', '-project', '-tool-path', '-version', '-version-suffix', '-lock-file-path',
    ],
    quiet: [],
    dryRun: [],
    cache: {
      folders: ['~/.nuget/packages', '~/.local/share/NuGet'], folderOptions: ['-packages'], folderVariables: ['NUGET_PACKAGES'], offOptions: ['-no-restore'], offVariables: [],
    },
  }],
  ['poetry', {
    name: 'poetry',
    actions: {
      install: 'install', add: 'install', sync: 'install', 'self add': 'install', update: 'upgrade', 'self update': 'upgrade', remove: 'remove', 'cache clear': 'clean',
    },
    short: 'PCEG',
    long: ['--project', '--directory', '--extras', '--with', '--without', '--only', '--group', '--python', '--source'],
    yes: ['-n', '--no-interaction'],
    quiet: ['-q', '--quiet'],
    noRecommends: 'always',
    dryRun: ['--dry-run'],
    cache: { folders: ['~/.cache/pypoetry'], folderOptions: [], folderVariables: ['POETRY_CACHE_DIR'], offOptions: ['--no-cache'], offVariables: [] },
  }],
];
