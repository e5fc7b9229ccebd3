/**
 * What each package manager's command line means: which words are subcommands, which options take a value.
 * Sources: the managers' own manual pages (apt 2.9, aptitude 0.8, apk-tools 2.14, yum 4 and 3.4, dnf 4 and 5,
 * microdnf 3.10, zypper 1.14, pacman 6, pip 24, npm 10, gem 3.5), state of 2026.
 */

export type PackageAction =
  /** Fetches the lists of packages and nothing else. */
  | 'refresh'
  | 'install'
  /** Newer versions of what is installed. */
  | 'upgrade'
  /** As `upgrade`, and may remove packages or change the release. */
  | 'dist-upgrade'
  | 'remove'
  /** Deletes caches. */
  | 'clean'
  | 'download'
  | 'other';

export type PackageManagerName =
  | 'apt' | 'apt-get' | 'aptitude' | 'apk' | 'yum' | 'dnf' | 'microdnf' | 'tdnf' | 'zypper' | 'pacman'
  | 'pip' | 'uv' | 'npm' | 'yarn' | 'pnpm' | 'gem';

export interface ManagerShape {
  readonly name: PackageManagerName;
  /** Subcommands, some of two words, and what they do; what is not listed is `other`. */
  readonly actions: Readonly<Record<string, PackageAction>>;
  /** Letters of short options that take a value. */
  readonly short: string;
  /** The same in front of the subcommand, where it differs. */
  readonly shortInFront?: string;
  /** Long options whose value is the next word unless written with `=`. */
  readonly long: readonly string[];
  /** Options that answer every question; `always` when the manager never asks. */
  readonly yes: readonly string[] | 'always';
  /** Options that answer every question in front of the subcommand, and mean something else behind it. */
  readonly yesInFront?: readonly string[];
  readonly quiet: readonly string[];
  /** Options without which weak dependencies are installed; `always` when there are none. */
  readonly noRecommends: readonly string[] | 'always';
  /** Options with which nothing is changed. */
  readonly dryRun: readonly string[];
}

const APT_ACTIONS: Readonly<Record<string, PackageAction>> = {
  update: 'refresh', install: 'install', reinstall: 'install', 'build-dep': 'install', satisfy: 'install',
  upgrade: 'upgrade', 'dist-upgrade': 'dist-upgrade', 'full-upgrade': 'dist-upgrade', 'dselect-upgrade': 'dist-upgrade',
  remove: 'remove', purge: 'remove', autoremove: 'remove', 'auto-remove': 'remove', autopurge: 'remove',
  clean: 'clean', autoclean: 'clean', 'auto-clean': 'clean', distclean: 'clean', 'dist-clean': 'clean',
  download: 'download', source: 'download', changelog: 'download',
};

const APT_GET: ManagerShape = {
  name: 'apt-get',
  actions: APT_ACTIONS,
  short: 'octaPS',
  long: [
    '--option', '--config-file', '--target-release', '--default-release', '--host-architecture', '--build-profiles', '--with-source', '--solver',
    '--planner', '--error-on', '--snapshot',
  ],
  yes: ['-y', '--yes', '--assume-yes'],
  quiet: ['-q', '--quiet', '--silent'],
  noRecommends: ['--no-install-recommends'],
  dryRun: ['-s', '--simulate', '--just-print', '--dry-run', '--recon', '--no-act', '--print-uris'],
};

const RPM_ACTIONS: Readonly<Record<string, PackageAction>> = {
  makecache: 'refresh', 'check-update': 'refresh', 'check-upgrade': 'refresh',
  install: 'install', localinstall: 'install', groupinstall: 'install', 'group install': 'install', 'groups install': 'install', 'module install': 'install',
  reinstall: 'install', builddep: 'install', 'build-dep': 'install', swap: 'install', 'install-n': 'install', 'install-na': 'install', 'install-nevra': 'install',
  'environment install': 'install', in: 'install',
  update: 'upgrade', upgrade: 'upgrade', 'upgrade-minimal': 'upgrade', 'update-minimal': 'upgrade', 'update-to': 'upgrade', 'upgrade-to': 'upgrade',
  up: 'upgrade', localupdate: 'upgrade', groupupdate: 'upgrade', 'group upgrade': 'upgrade', 'group update': 'upgrade', 'module update': 'upgrade',
  'distro-sync': 'dist-upgrade', 'distribution-synchronization': 'dist-upgrade', dsync: 'dist-upgrade', 'system-upgrade': 'dist-upgrade',
  remove: 'remove', erase: 'remove', rm: 'remove', autoremove: 'remove', groupremove: 'remove', 'group remove': 'remove', 'module remove': 'remove',
  'remove-n': 'remove',
  clean: 'clean', download: 'download',
};

const DNF: ManagerShape = {
  name: 'dnf',
  actions: RPM_ACTIONS,
  short: 'cdeRx',
  long: [
    '--enablerepo', '--disablerepo', '--repo', '--repoid', '--repofrompath', '--installroot', '--releasever', '--releasever-major', '--releasever-minor',
    '--setopt', '--setvar', '--config', '--exclude', '--excludepkgs', '--disableexcludes', '--disableexcludepkgs', '--enableplugin', '--disableplugin',
    '--enable-repo', '--disable-repo', '--enable-plugin', '--disable-plugin', '--from-repo', '--use-host-config',
    '--color', '--comment', '--debuglevel', '--errorlevel', '--randomwait', '--rpmverbosity', '--forcearch', '--arch', '--downloaddir', '--destdir',
    '--advisory', '--advisories', '--bz', '--bzs', '--cve', '--cves', '--sec-severity', '--secseverity', '--noplugins-list',
  ],
  yes: ['-y', '--assumeyes'],
  quiet: ['-q', '--quiet'],
  noRecommends: [],
  dryRun: [],
};

const NPM_VALUES: readonly string[] = ['--prefix', '--registry', '--cache', '--userconfig', '--globalconfig', '--omit', '--include', '--tag', '--loglevel', '--workspace'];
const NPM_ACTIONS: Readonly<Record<string, PackageAction>> = {
  install: 'install', i: 'install', in: 'install', add: 'install', ci: 'install', 'clean-install': 'install', 'install-clean': 'install', isntall: 'install',
  update: 'upgrade', up: 'upgrade', upgrade: 'upgrade', uninstall: 'remove', un: 'remove', remove: 'remove', rm: 'remove', r: 'remove',
  'cache clean': 'clean', 'cache clear': 'clean', 'cache rm': 'clean', 'cache verify': 'other', pack: 'download',
};

const NPM: ManagerShape = {
  name: 'npm', actions: NPM_ACTIONS, short: 'Cw', long: NPM_VALUES, yes: 'always',
  quiet: ['-q', '-s', '--quiet', '--silent'], noRecommends: ['--no-optional'], dryRun: ['--dry-run'],
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
};

/** By the name of the program. */
export const MANAGERS: ReadonlyMap<string, ManagerShape> = new Map<string, ManagerShape>([
  ['apt-get', APT_GET],
  ['apt', { ...APT_GET, name: 'apt' }],
  ['aptitude', {
    ...APT_GET,
    name: 'aptitude',
    actions: {
      update: 'refresh', install: 'install', reinstall: 'install', 'build-dep': 'install', 'build-depends': 'install',
      upgrade: 'upgrade', 'safe-upgrade': 'upgrade', 'full-upgrade': 'dist-upgrade', 'dist-upgrade': 'dist-upgrade',
      remove: 'remove', purge: 'remove', clean: 'clean', autoclean: 'clean', download: 'download', changelog: 'download',
    },
    short: 'odtFOwS',
    long: ['--target-release', '--default-release', '--display-format', '--sort', '--width', '--user-tag', '--add-user-tag', '--remove-user-tag'],
    yes: ['-y', '--assume-yes'],
    noRecommends: ['-R', '--without-recommends'],
    dryRun: ['-s', '--simulate'],
  }],
  ['apk', {
    name: 'apk',
    actions: {
      update: 'refresh', add: 'install', fix: 'install', upgrade: 'upgrade', del: 'remove', 'cache clean': 'clean', 'cache purge': 'clean', fetch: 'download',
      'cache download': 'download',
    },
    short: 'Xpto',
    long: [
      '--repository', '--root', '--virtual', '--arch', '--cache-dir', '--cache-max-age', '--keys-dir', '--repositories-file', '--wait', '--progress-fd', '--timeout',
      '--output',
    ],
    yes: 'always',
    quiet: ['-q', '--quiet'],
    noRecommends: 'always',
    dryRun: ['-s', '--simulate'],
  }],
  ['dnf', DNF],
  ['dnf5', DNF],
  ['dnf-3', DNF],
  ['yum', { ...DNF, name: 'yum' }],
  ['microdnf', { ...DNF, name: 'microdnf', short: 'cx' }],
  ['tdnf', { ...DNF, name: 'tdnf' }],
  ['zypper', {
    name: 'zypper',
    actions: {
      refresh: 'refresh', ref: 'refresh', 'refresh-services': 'refresh', refs: 'refresh',
      install: 'install', in: 'install', 'source-install': 'install', si: 'install', 'install-new-recommends': 'install', inr: 'install', verify: 'install', ve: 'install',
      update: 'upgrade', up: 'upgrade', patch: 'upgrade', 'dist-upgrade': 'dist-upgrade', dup: 'dist-upgrade',
      remove: 'remove', rm: 'remove', clean: 'clean', cc: 'clean', download: 'download',
    },
    shortInFront: 'cDCpRs',
    short: 'trpR',
    long: [
      '--config', '--reposd-dir', '--cache-dir', '--raw-cache-dir', '--solv-cache-dir', '--pkg-cache-dir', '--root', '--installroot', '--releasever',
      '--plus-repo', '--plus-content', '--userdata', '--type', '--repo', '--from', '--download', '--priority', '--category', '--severity', '--date', '--bugzilla', '--cve',
    ],
    yes: ['--non-interactive', '-y', '--no-confirm'],
    // Behind `install` the same letter selects packages by name, but is often meant as this.
    yesInFront: ['-n'],
    quiet: ['-q', '--quiet'],
    noRecommends: ['--no-recommends'],
    dryRun: ['-D', '--dry-run'],
  }],
  ['pacman', {
    name: 'pacman',
    actions: {},
    short: 'br',
    long: ['--arch', '--dbpath', '--cachedir', '--config', '--gpgdir', '--hookdir', '--logfile', '--root', '--sysroot', '--overwrite', '--ignore', '--ignoregroup', '--color', '--assume-installed'],
    yes: ['--noconfirm'],
    quiet: ['-q', '--quiet'],
    noRecommends: 'always',
    dryRun: ['-p', '--print'],
  }],
  ['pip', PIP],
  ['uv', {
    ...PIP,
    name: 'uv',
    actions: { 'pip install': 'install', 'pip sync': 'install', 'pip uninstall': 'remove', 'tool install': 'install', 'cache clean': 'clean', 'cache prune': 'clean' },
    short: 'rceipPbfC',
  }],
  ['npm', NPM],
  ['pnpm', { ...NPM, name: 'pnpm', actions: { ...NPM_ACTIONS, 'store prune': 'clean' } }],
  ['yarn', {
    ...NPM,
    name: 'yarn',
    actions: {
      install: 'install', add: 'install', 'global add': 'install', upgrade: 'upgrade', up: 'upgrade', remove: 'remove', 'global remove': 'remove', 'cache clean': 'clean',
    },
    long: ['--cwd', '--cache-folder', '--modules-folder', '--registry', '--network-timeout', '--mutex', '--use-yarnrc', '--preferred-cache-folder', '--global-folder'],
    short: '',
  }],
  ['gem', {
    name: 'gem',
    actions: { install: 'install', i: 'install', update: 'upgrade', uninstall: 'remove', cleanup: 'clean', fetch: 'download' },
    short: 'vinsPpB',
    long: ['--version', '--install-dir', '--bindir', '--source', '--trust-policy', '--file', '--platform', '--bulk-threshold', '--http-proxy', '--build-root', '--document'],
    yes: 'always',
    quiet: ['-q', '--quiet', '--silent'],
    noRecommends: ['--no-development'],
    dryRun: ['--explain'],
  }],
]);
