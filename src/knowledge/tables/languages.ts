/** Images of programming languages: most are Debian unless the tag says otherwise. */
import type { Language } from '../base-image';
import type { Distribution, Facts } from '../distributions';
import { distributionOf, isBelow, versionOf } from '../distributions';
import type { Family } from '../family';
import { FROM_MEMORY, OFFICIAL, ROOT, SOME_ROOT, nonRoot } from '../family';
import type { AddedPrograms } from '../programs';
import { buildpackPrograms } from '../programs';

const LINUX_ROOT: Facts = { os: 'linux', ...ROOT };

/** The images of a closed version were last built on the Debian of that time, so below `major.minor` it is 12 or older. */
function debianSince13(major: number, minor: number): (tag: string) => Distribution {
  return (tag) => (isBelow(tag, major, minor) ? 'debian-12' : 'debian');
}

/** Built on buildpack-deps, with compilers; the slim and Alpine variants have none. */
function compilersOf(tag: string): readonly Language[] {
  return /(?:^|-)(?:slim|alpine)/.test(tag) ? [] : ['c', 'c++'];
}

function compilersUnlessSmall(tag: string): Facts {
  return { toolchains: compilersOf(tag) };
}

const isSmall = (tag: string): boolean => /(?:^|-)(?:slim|alpine)/.test(tag);

/** On buildpack-deps, or with nothing of the kind in the slim and Alpine variants; `own` comes with each. */
function programs(variant: 'scm' | 'full', ...own: readonly string[]): (tag: string) => AddedPrograms {
  return (tag) => {
    if (isSmall(tag)) return { added: own, unsure: ['ca-certificates', 'bash'] };
    const built = buildpackPrograms(variant);
    return { added: [...built.added, ...own], unsure: built.unsure };
  };
}

/** The value of a version variable is certain when the tag spells all of it. */
function versionValue(name: string): (tag: string) => Readonly<Record<string, string>> {
  return (tag) => {
    const version = /^(\d+\.\d+\.\d+)(?:-|$)/.exec(tag)?.[1];
    return version === undefined ? {} : { [name]: version };
  };
}

const NODE_VARIABLES = ['NODE_VERSION', 'NPM_CONFIG_LOGLEVEL', 'YARN_VERSION'];

const PYTHON_VARIABLES = [
  'GPG_KEY', 'LANG', 'PYTHONIOENCODING', 'PYTHON_GET_PIP_SHA256', 'PYTHON_GET_PIP_URL', 'PYTHON_PIP_VERSION', 'PYTHON_RELEASE', 'PYTHON_SETUPTOOLS_VERSION',
  'PYTHON_SHA256', 'PYTHON_VERSION', 'PYTHON_WHEEL_VERSION',
];

const RUBY_VARIABLES = [
  'BUNDLER_VERSION', 'BUNDLE_APP_CONFIG', 'BUNDLE_BIN', 'BUNDLE_PATH', 'BUNDLE_SILENCE_ROOT_WARNING', 'GEM_HOME', 'LANG', 'RUBYGEMS_VERSION', 'RUBY_DOWNLOAD_SHA256',
  'RUBY_DOWNLOAD_URL', 'RUBY_MAJOR', 'RUBY_VERSION',
];

const PHP_VARIABLES = [
  'APACHE_CONFDIR', 'APACHE_ENVVARS', 'GPG_KEYS', 'PHPIZE_DEPS', 'PHP_ASC_URL', 'PHP_CFLAGS', 'PHP_CPPFLAGS', 'PHP_EXTRA_BUILD_DEPS', 'PHP_EXTRA_CONFIGURE_ARGS',
  'PHP_INI_DIR', 'PHP_LDFLAGS', 'PHP_MD5', 'PHP_SHA256', 'PHP_URL', 'PHP_VERSION',
];

const GO_VARIABLES = [
  'GIT_DOWNLOAD_SHA256', 'GIT_DOWNLOAD_URL', 'GIT_TAG', 'GIT_VERSION', 'GOLANG_DOWNLOAD_SHA1', 'GOLANG_DOWNLOAD_SHA256', 'GOLANG_DOWNLOAD_URL', 'GOLANG_SRC_SHA256',
  'GOLANG_SRC_URL', 'GOLANG_VERSION', 'GOPATH', 'GOROOT_BOOTSTRAP', 'GOTOOLCHAIN',
];

function nodeFacts(tag: string): Facts {
  // The entry point came in 2019.
  const start: Facts = (versionOf(tag)?.major ?? 10) >= 10 ? { entrypoint: ['docker-entrypoint.sh'] } : {};
  return { ...compilersUnlessSmall(tag), command: ['node'], workdir: '', ...start };
}

function phpFacts(tag: string): Facts {
  const start: Facts = { entrypoint: ['docker-php-entrypoint'], command: ['php', '-a'], workdir: '' };
  const variant = /(?:^|-)(apache|fpm)(?:-|$)/.exec(tag)?.[1];
  return {
    ...start,
    ...(variant === undefined ? {} : { command: [variant === 'fpm' ? 'php-fpm' : 'apache2-foreground'], workdir: '/var/www/html' }),
    toolchains: isDebian(tag) ? ['c', 'c++'] : [],
  };
}

/** A language's own tool chain; `withC` where a C compiler comes along. */
function toolchain(language: Language, withC: (tag: string) => boolean): (tag: string) => readonly Language[] {
  return (tag) => (withC(tag) ? [language, 'c', 'c++'] : [language]);
}

const isDebian = (tag: string): boolean => {
  const distribution = distributionOf(tag);
  return distribution === null || distribution === 'debian' || distribution === 'debian-12';
};

const goToolchains = toolchain('go', isDebian);

/** A binary linked against a C library needs one that is not older: distroless by the Debian of the tag. */
function rustRuntime(tag: string, usual: Distribution): string | null {
  const distribution = distributionOf(tag) ?? usual;
  if (distribution === 'debian-12') return 'gcr.io/distroless/cc-debian12';
  if (distribution === 'debian') return 'gcr.io/distroless/cc-debian13';
  return distribution === 'alpine' ? 'gcr.io/distroless/static-debian12' : null;
}

const rustUsual = debianSince13(1, 87);

function swiftFacts(tag: string): Facts {
  if (tag.endsWith("-slim")) return { toolchains: [] };
  return { toolchains: ['swift', 'c', 'c++'], runtime: versionOf(tag) === null ? 'swift:slim' : `swift:${tag}-slim` };
}

export const languages = (): readonly Family[] => [
  {
    names: ['node'],
    source: 'nodejs/docker-node templates; general knowledge, 2026-11',
    always: LINUX_ROOT,
    usual: debianSince13(20, 0),
    system: 'debian',
    product: 'node',
    variables: NODE_VARIABLES,
    values: versionValue('NODE_VERSION'),
    programs: programs('full', 'node', 'npm'),
    facts: nodeFacts,
  },
  {
    names: ['python'],
    source: 'docker-library/python Dockerfile-linux.template, read 2026-11',
    always: LINUX_ROOT,
    sharesTagsWithWindows: true,
    usual: debianSince13(3, 9),
    system: 'debian',
    product: 'python',
    variables: PYTHON_VARIABLES,
    values: versionValue('PYTHON_VERSION'),
    programs: (tag) => programs('full', ...(tag.startsWith('2') ? [] : ['python3']), 'python', 'pip')(tag),
    facts: (tag) => ({ ...compilersUnlessSmall(tag), entrypoint: [], command: [tag.startsWith('2') ? 'python2' : 'python3'], workdir: '' }),
  },
  {
    names: ['ruby'],
    source: 'docker-library/ruby Dockerfile.template, read 2026-11',
    always: LINUX_ROOT,
    usual: debianSince13(3, 2),
    system: 'debian',
    product: 'ruby',
    variables: RUBY_VARIABLES,
    programs: programs('full', 'ruby'),
    facts: (tag) => ({ ...compilersUnlessSmall(tag), entrypoint: [], command: ['irb'], workdir: '' }),
  },
  { names: ['perl'], source: OFFICIAL, always: LINUX_ROOT, usual: () => 'debian', system: 'debian', facts: compilersUnlessSmall },
  { names: ['pypy'], source: OFFICIAL, always: LINUX_ROOT, usual: () => 'debian', system: 'debian', facts: compilersUnlessSmall },
  {
    // The compilers for extensions stay in the Debian variants and are removed from the Alpine ones.
    names: ['php'],
    source: OFFICIAL,
    always: LINUX_ROOT,
    usual: debianSince13(8, 1),
    system: 'debian',
    product: 'php',
    variables: PHP_VARIABLES,
    programs: () => ({ added: ['curl', 'php', 'ca-certificates'], unsure: ['wget', 'git', 'gpg', 'bash', 'perl', 'ps', 'python3'] }),
    facts: phpFacts,
  },
  {
    names: ['golang'],
    source: OFFICIAL,
    sharesTagsWithWindows: true,
    always: { ...LINUX_ROOT, toolchains: ['go'], runtime: 'gcr.io/distroless/static-debian12' },
    usual: debianSince13(1, 23),
    system: 'debian',
    product: 'go',
    variables: GO_VARIABLES,
    values: (tag) => ({ ...(/windows|nanoserver/.test(tag) ? {} : { GOPATH: '/go' }), ...versionValue('GOLANG_VERSION')(tag) }),
    programs: (tag) => programs('scm', 'go')(tag),
    plainStart: true,
    facts: (tag) => ({
      ...(/windows|nanoserver/.test(tag) ? {} : { workdir: '/go' }),
      toolchains: goToolchains(tag),
      runtime: /(?:^|-)(?:windows|nanoserver)/.test(tag) ? null : 'gcr.io/distroless/static-debian12',
    }),
  },
  {
    names: ['rust'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, toolchains: ['rust', 'c'] },
    usual: rustUsual,
    system: 'debian',
    variables: ['CARGO_HOME', 'RUSTUP_HOME', 'RUST_VERSION'],
    values: (tag) => ({ CARGO_HOME: '/usr/local/cargo', RUSTUP_HOME: '/usr/local/rustup', ...versionValue('RUST_VERSION')(tag) }),
    programs: programs('full', 'cargo', 'ca-certificates'),
    plainStart: true,
    facts: (tag) => ({ toolchains: /(?:^|-)(?:slim|alpine)/.test(tag) ? ['rust', 'c'] : ['rust', 'c', 'c++'], runtime: rustRuntime(tag, rustUsual(tag)) }),
  },
  {
    names: ['lukemathwalker/cargo-chef'],
    source: FROM_MEMORY,
    always: { ...LINUX_ROOT, toolchains: ['rust', 'c'] },
    usual: () => 'debian',
  },
  {
    names: ['gcc'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, shell: 'dash', toolchains: ['c', 'c++', 'fortran', 'go'], runtime: 'debian:stable-slim' },
    usual: debianSince13(12, 0),
    system: 'debian',
    variables: ['GCC_MIRRORS', 'GCC_VERSION', 'GPG_KEYS'],
    programs: () => buildpackPrograms('full'),
    plainStart: true,
  },
  {
    names: ['haskell'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, shell: 'dash', toolchains: ['haskell', 'c', 'c++'] },
    usual: () => 'debian',
  },
  {
    names: ['swift', 'swiftlang/swift'],
    source: OFFICIAL,
    always: LINUX_ROOT,
    usual: () => 'debian',
    facts: swiftFacts,
  },
  {
    names: ['erlang'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, toolchains: ['erlang'] },
    usual: () => 'debian',
    system: 'debian',
    facts: (tag) => ({ toolchains: ['erlang', ...compilersOf(tag)] }),
  },
  {
    names: ['elixir'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, toolchains: ['erlang', 'elixir'] },
    usual: () => 'debian',
    system: 'debian',
    facts: (tag) => ({ toolchains: ['erlang', 'elixir', ...compilersOf(tag)] }),
  },
  {
    names: ['hexpm/elixir', 'hexpm/erlang'],
    source: FROM_MEMORY,
    always: LINUX_ROOT,
    facts: (_, name) => ({ toolchains: name === 'hexpm/elixir' ? ['erlang', 'elixir'] : ['erlang'] }),
  },
  { names: ['julia'], source: OFFICIAL, always: LINUX_ROOT, sharesTagsWithWindows: true, usual: () => 'debian' },
  { names: ['dart'], source: OFFICIAL, always: LINUX_ROOT, usual: () => 'debian' },
  { names: ['crystallang/crystal'], source: FROM_MEMORY, always: { ...LINUX_ROOT, toolchains: ['crystal', 'c'] }, usual: () => 'debian' },
  { names: ['ocaml/opam'], source: FROM_MEMORY, always: { os: 'linux', ...nonRoot('opam'), toolchains: ['ocaml', 'c'] } },
  { names: ['oven/bun'], source: FROM_MEMORY, always: { os: 'linux', ...SOME_ROOT, toolchains: [] }, usual: () => 'debian' },
  { names: ['composer', 'bash'], source: OFFICIAL, always: { ...LINUX_ROOT, shell: 'ash', pipefail: true, toolchains: [] } },
];
