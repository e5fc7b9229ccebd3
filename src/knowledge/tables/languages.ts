/** Images of programming languages: most are Debian unless the tag says otherwise. */
import type { Language } from '../base-image';
import type { Distribution, Facts } from '../distributions';
import { distributionOf, isBelow, versionOf } from '../distributions';
import type { Family } from '../family';
import { FROM_MEMORY, OFFICIAL, ROOT, SOME_ROOT, nonRoot } from '../family';

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
  { names: ['node'], source: OFFICIAL, always: LINUX_ROOT, usual: debianSince13(20, 0), facts: compilersUnlessSmall },
  { names: ['python'], source: OFFICIAL, always: LINUX_ROOT, sharesTagsWithWindows: true, usual: debianSince13(3, 9), facts: compilersUnlessSmall },
  { names: ['ruby'], source: OFFICIAL, always: LINUX_ROOT, usual: debianSince13(3, 2), facts: compilersUnlessSmall },
  { names: ['perl'], source: OFFICIAL, always: LINUX_ROOT, usual: () => 'debian', facts: compilersUnlessSmall },
  { names: ['pypy'], source: OFFICIAL, always: LINUX_ROOT, usual: () => 'debian', facts: compilersUnlessSmall },
  {
    // The compilers for extensions stay in the Debian variants and are removed from the Alpine ones.
    names: ['php'],
    source: OFFICIAL,
    always: LINUX_ROOT,
    usual: debianSince13(8, 1),
    facts: (tag) => ({ toolchains: isDebian(tag) ? ['c', 'c++'] : [] }),
  },
  {
    names: ['golang'],
    source: OFFICIAL,
    sharesTagsWithWindows: true,
    always: { ...LINUX_ROOT, toolchains: ['go'], runtime: 'gcr.io/distroless/static-debian12' },
    usual: debianSince13(1, 23),
    facts: (tag) => ({
      toolchains: goToolchains(tag),
      runtime: /(?:^|-)(?:windows|nanoserver)/.test(tag) ? null : 'gcr.io/distroless/static-debian12',
    }),
  },
  {
    names: ['rust'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, toolchains: ['rust', 'c'] },
    usual: rustUsual,
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
    facts: (tag) => ({ toolchains: ['erlang', ...compilersOf(tag)] }),
  },
  {
    names: ['elixir'],
    source: OFFICIAL,
    always: { ...LINUX_ROOT, toolchains: ['erlang', 'elixir'] },
    usual: () => 'debian',
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
