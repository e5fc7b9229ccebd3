/**
 * The package managers of distributions.
 * Sources: the managers' own manual pages (apt 2.9, aptitude 0.8, apk-tools 2.14, yum 4 and 3.4, dnf 4 and 5,
 * microdnf 3.10, zypper 1.14, pacman 6), state of 2026.
 */
import type { CacheShape, ManagerShape, PackageAction } from './manager-shape';

function cacheIn(folders: readonly string[]): CacheShape {
  return { folders, folderOptions: [], folderVariables: [], offOptions: [], offVariables: [] };
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
  cache: cacheIn(['/var/cache/apt']),
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
  cache: cacheIn(['/var/cache/dnf', '/var/cache/libdnf5']),
};

/** What a rule mentions that judges apt, apt-get and aptitude: words as in `src/text/words.ts`. */
export const APT_WORDS: readonly string[] = ['apt', 'aptitude'];

/** The same for what installs rpm packages: yum, dnf in all its forms, and zypper. */
export const RPM_WORDS: readonly string[] = ['yum', 'dnf', 'microdnf', 'tdnf', 'zypper'];

/** By the name of the program. */
export const SYSTEM_MANAGERS: readonly (readonly [string, ManagerShape])[] = [
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
    cache: { ...cacheIn(['/var/cache/apk', '/etc/apk/cache']), folderOptions: ['--cache-dir'], offOptions: ['--no-cache'] },
  }],
  ['dnf', DNF],
  ['dnf5', DNF],
  ['dnf-3', DNF],
  ['yum', { ...DNF, name: 'yum', cache: cacheIn(['/var/cache/yum', '/var/cache/dnf']) }],
  ['microdnf', { ...DNF, name: 'microdnf', short: 'cx', cache: cacheIn(['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum']) }],
  ['tdnf', { ...DNF, name: 'tdnf', cache: cacheIn(['/var/cache/tdnf']) }],
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
    cache: { ...cacheIn(['/var/cache/zypp']), folderOptions: ['--cache-dir', '--pkg-cache-dir'] },
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
    cache: { ...cacheIn(['/var/cache/pacman/pkg']), folderOptions: ['--cachedir'] },
  }],
];
