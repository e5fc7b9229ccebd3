/**
 * The package managers of programming languages.
 * Sources: their own manual pages and help (pip 24, pipx 1.7, uv 0.9, npm 10, yarn 1 and 4, pnpm 9, gem 3.5), state of 2026.
 */
import type { ManagerShape, PackageAction } from './manager-shape';

const NPM_VALUES: readonly string[] = [
  '--prefix', '--registry', '--cache', '--userconfig', '--globalconfig', '--omit', '--include', '--tag', '--loglevel', '--workspace', '--only', '--also', '--proxy',
  '--https-proxy', '--cafile', '--python', '--before', '--depth', '--cpu', '--os', '--libc', '--arch', '--platform', '--target', '--maxsockets', '--fetch-retries',
  '--fetch-timeout', '--fetch-retry-mintimeout', '--fetch-retry-maxtimeout', '--install-strategy', '--script-shell', '--save-prefix',
];
const NPM_ACTIONS: Readonly<Record<string, PackageAction>> = {
  install: 'install', i: 'install', in: 'install', add: 'install', ci: 'install', 'clean-install': 'install', 'install-clean': 'install', isntall: 'install',
  update: 'upgrade', up: 'upgrade', upgrade: 'upgrade', uninstall: 'remove', un: 'remove', remove: 'remove', rm: 'remove', r: 'remove',
  'cache clean': 'clean', 'cache clear': 'clean', 'cache rm': 'clean', 'cache verify': 'other', pack: 'download',
};

const NPM: ManagerShape = {
  name: 'npm', actions: NPM_ACTIONS, short: 'Cw', long: NPM_VALUES, yes: 'always',
  quiet: ['-q', '-s', '--quiet', '--silent'], noRecommends: ['--no-optional'], dryRun: ['--dry-run'],
  cache: {
    folders: ['~/.npm'], folderOptions: ['--cache'], folderVariables: ['npm_config_cache', 'NPM_CONFIG_CACHE'], offOptions: [], offVariables: [],
  },
};

const PIP: ManagerShape = {
  name: 'pip',
  actions: { install: 'install', uninstall: 'remove', 'cache purge': 'clean', 'cache remove': 'clean', download: 'download', wheel: 'download' },
  short: 'rceibtdfCw',
  long: [
    '--requirement', '--constraint', '--editable', '--index-url', '--extra-index-url', '--find-links', '--target', '--prefix', '--root', '--src', '--platform',
    '--python-version', '--implementation', '--abi', '--upgrade-strategy', '--install-option', '--global-option', '--config-settings', '--config-setting',
    '--no-binary', '--only-binary', '--progress-bar', '--cache-dir', '--trusted-host', '--cert', '--client-cert', '--proxy', '--retries', '--timeout',
    '--exists-action', '--log', '--report', '--use-feature', '--use-deprecated', '--python', '--root-user-action', '--keyring-provider', '--dest',
    '--wheel-dir', '--build', '--group', '--build-constraint', '--resume-retries',
  ],
  yes: 'always',
  quiet: ['-q', '--quiet'],
  noRecommends: 'always',
  dryRun: ['--dry-run'],
  cache: {
    // pip takes the shorter spelling too, as long as no other option begins so.
    folders: ['~/.cache/pip'], folderOptions: ['--cache-dir'], folderVariables: ['PIP_CACHE_DIR'], offOptions: ['--no-cache-dir', '--no-cache'],
    // Whatever boolean it is, also `off` and `0`: run with pip 23.2.
    offVariables: ['PIP_NO_CACHE_DIR'],
  },
};

/** By the name of the program. */
export const LANGUAGE_MANAGERS: readonly (readonly [string, ManagerShape])[] = [
  ['pip', PIP],
  ['pipx', {
    ...PIP,
    name: 'pipx',
    actions: {
      install: 'install', 'install-all': 'install', inject: 'install', upgrade: 'upgrade', 'upgrade-all': 'upgrade', reinstall: 'install', 'reinstall-all': 'install',
      uninstall: 'remove', 'uninstall-all': 'remove',
    },
    short: 'ir',
    long: ['--python', '--index-url', '--pip-args', '--suffix', '--spec', '--preinstall', '--requirement', '--backend'],
  }],
  ['uv', {
    ...PIP,
    name: 'uv',
    actions: {
      'pip install': 'install', 'pip sync': 'install', 'pip uninstall': 'remove', 'tool install': 'install', 'tool upgrade': 'upgrade', 'tool uninstall': 'remove',
      sync: 'install', add: 'install', remove: 'remove', 'cache clean': 'clean', 'cache prune': 'clean',
    },
    short: 'rceipPbfCw',
    long: [
      '--requirement', '--requirements', '--constraint', '--constraints', '--override', '--overrides', '--build-constraint', '--build-constraints', '--editable', '--index',
      '--default-index', '--index-url', '--extra-index-url', '--find-links', '--index-strategy', '--keyring-provider', '--allow-insecure-host', '--trusted-host', '--target',
      '--prefix', '--python', '--python-version', '--python-platform', '--resolution', '--prerelease', '--exclude-newer', '--link-mode', '--config-setting', '--config-settings',
      '--no-binary', '--only-binary', '--no-build-package', '--no-binary-package', '--upgrade-package', '--reinstall-package', '--refresh-package', '--with',
      '--with-editable', '--with-requirements', '--with-executables-from', '--extra', '--no-extra', '--group', '--no-group', '--only-group', '--no-install-package', '--package', '--project',
      '--directory', '--cache-dir', '--config-file', '--color', '--branch', '--tag', '--rev', '--optional', '--torch-backend', '--report',
    ],
    cache: {
      folders: ['~/.cache/uv'], folderOptions: ['--cache-dir'], folderVariables: ['UV_CACHE_DIR'], offOptions: ['--no-cache', '--no-cache-dir', '-n'], offVariables: ['UV_NO_CACHE'],
    },
  }],
  ['npm', NPM],
  ['pnpm', {
    ...NPM,
    name: 'pnpm',
    actions: { ...NPM_ACTIONS, fetch: 'download', 'store prune': 'clean' },
    cache: {
      folders: ['~/.local/share/pnpm/store', '~/.pnpm-store', '/pnpm/store'], folderOptions: ['--store-dir'], folderVariables: ['npm_config_store_dir', 'PNPM_HOME/store'],
      offOptions: [], offVariables: [],
    },
  }],
  ['yarn', {
    ...NPM,
    name: 'yarn',
    actions: {
      install: 'install', add: 'install', 'global add': 'install', upgrade: 'upgrade', up: 'upgrade', remove: 'remove', 'global remove': 'remove', 'cache clean': 'clean',
    },
    long: ['--cwd', '--cache-folder', '--modules-folder', '--registry', '--network-timeout', '--mutex', '--use-yarnrc', '--preferred-cache-folder', '--global-folder'],
    short: '',
    cache: {
      // The second is where version 1 keeps it when root runs it.
      folders: ['~/.cache/yarn', '/usr/local/share/.cache/yarn', '~/.yarn/berry/cache'], folderOptions: ['--cache-folder', '--preferred-cache-folder'],
      folderVariables: ['YARN_CACHE_FOLDER'], offOptions: [], offVariables: [],
    },
  }],
  ['gem', {
    name: 'gem',
    actions: { install: 'install', i: 'install', update: 'upgrade', uninstall: 'remove', cleanup: 'clean', clean: 'clean', fetch: 'download' },
    short: 'vinsPpB',
    long: ['--version', '--install-dir', '--bindir', '--source', '--trust-policy', '--file', '--platform', '--bulk-threshold', '--http-proxy', '--build-root', '--document'],
    yes: 'always',
    quiet: ['-q', '--quiet', '--silent'],
    noRecommends: ['--no-development'],
    dryRun: ['--explain'],
    cache: { folders: ['~/cache', '~/.gem', '~/.local/share/gem'], folderOptions: [], folderVariables: ['GEM_SPEC_CACHE', 'GEM_HOME/cache'], offOptions: [], offVariables: [] },
  }],
];
