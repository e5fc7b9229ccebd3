/** Operating systems and what stands close to them. */
import type { EndOfLife } from '../base-image';
import type { Distribution, Facts } from '../distributions';
import { isBelow } from '../distributions';
import { endOfLife } from '../end-of-life';
import type { Family } from '../family';
import { FROM_MEMORY, OFFICIAL, ROOT, SOME_ROOT } from '../family';
import { NO_PROGRAMS_ADDED, buildpackPrograms } from '../programs';

const NO_TOOLCHAIN: Facts = { toolchains: [] };

function debianRelease(tag: string): Distribution {
  return isBelow(tag, 13, 0) ? 'debian-12' : 'debian';
}

function ubuntuRelease(tag: string): Distribution {
  return isBelow(tag, 24, 5) ? 'debian-12' : 'debian';
}

/** A plain distribution: nothing but PATH in its environment. */
const PLAIN: Pick<Family, 'isSystem' | 'plainStart' | 'variables' | 'programs'> = {
  isSystem: true, plainStart: true, variables: [], programs: () => NO_PROGRAMS_ADDED,
};

/** Fedora sets names of its build. */
const FEDORA_VARIABLES = ['DISTTAG', 'FBR', 'FGC', 'container'];

const s2iEnvironment = (): Readonly<Record<string, string | null>> => ({
  ...namesOnly(['ARCH', 'BASH_ENV', 'DESCRIPTION', 'ENV', 'NAME', 'NODEJS_VER', 'PATH', 'PLATFORM', 'PROMPT_COMMAND', 'RELEASE', 'SUMMARY', 'VERSION', 'container']),
  APP_ROOT: '/opt/app-root', HOME: '/opt/app-root/src', STI_SCRIPTS_PATH: '/usr/libexec/s2i', STI_SCRIPTS_URL: 'image:///usr/libexec/s2i',
});

function namesOnly(names: readonly string[]): Readonly<Record<string, null>> {
  return Object.fromEntries(names.map((name) => [name, null]));
}

const MINIMAL_UBI = ['wget', 'nc', 'git', 'ps', 'sudo', 'useradd', 'adduser', 'apt-key'];

function ubiFacts(name: string): Facts {
  if (name.endsWith("-micro")) return { tools: ['bash'], missingTools: [...MINIMAL_UBI, 'curl', 'python3', 'perl'] };
  if (name.endsWith("-minimal")) return { tools: ['bash', 'curl', 'ca-certificates'], missingTools: [...MINIMAL_UBI, 'perl'] };
  return {};
}

/** The number is part of the name: ubi9, ubi8-minimal, rhel7. */
function ubiRelease(name: string): Facts {
  const release = /(?:ubi|rhel)(\d+)/.exec(name)?.[1] ?? null;
  return { release, endOfLife: release === null ? null : endOfLife('rhel', release), ...ubiFacts(name) };
}

const GIVEN_UP: EndOfLife = { what: 'the official centos image', date: '2024-06-30' };

/** C and C++ compilers are in all but the `curl` and `scm` variants. */
function buildpackToolchains(tag: string): Facts {
  return { toolchains: /(?:^|-)(?:curl|scm)$/.test(tag) ? [] : ['c', 'c++'] };
}

/** `/bin/sh` is bash, and the C library glibc. */
function rpmSystem(system: string, names: readonly string[], source: string, more: Partial<Family>): readonly Family[] {
  const root = source === OFFICIAL ? ROOT : SOME_ROOT;
  return [{ names, source, system, always: { os: 'linux', shell: 'bash', pipefail: true, distribution: system, libc: 'glibc', ...root, ...NO_TOOLCHAIN }, ...more }];
}

export const systems = (): readonly Family[] => [
  {
    names: ['debian'],
    source: 'Docker official image; pipefail of dash run on Debian 12, 2026-11',
    always: { os: 'linux', shell: 'dash', distribution: 'debian', libc: 'glibc', ...ROOT, ...NO_TOOLCHAIN },
    usual: debianRelease,
    system: 'debian',
    ...PLAIN,
  },
  {
    names: ['ubuntu', 'public.ecr.aws/ubuntu/ubuntu', 'ubuntu.azurecr.io/ubuntu'],
    source: 'Docker official image; pipefail of dash run on Ubuntu 24.04, 2026-11',
    always: { os: 'linux', shell: 'dash', distribution: 'ubuntu', libc: 'glibc', ...ROOT, ...NO_TOOLCHAIN },
    usual: ubuntuRelease,
    system: 'ubuntu',
    ...PLAIN,
  },
  {
    names: ['buildpack-deps'],
    source: OFFICIAL,
    always: { os: 'linux', shell: 'dash', ...ROOT },
    usual: () => 'debian',
    variables: [],
    plainStart: true,
    programs: (tag) => buildpackPrograms(tag.endsWith('curl') ? 'curl' : tag.endsWith('scm') ? 'scm' : 'full'),
    facts: buildpackToolchains,
  },
  {
    names: ['alpine'],
    source: OFFICIAL,
    always: { os: 'linux', shell: 'ash', pipefail: true, distribution: 'alpine', libc: 'musl', ...ROOT, ...NO_TOOLCHAIN },
    system: 'alpine',
    ...PLAIN,
  },
  {
    names: ['busybox'],
    source: OFFICIAL,
    always: {
      os: 'linux', shell: 'ash', pipefail: true, ...ROOT, ...NO_TOOLCHAIN, distribution: 'busybox', entrypoint: [], command: ['sh'], workdir: '',
      tools: ['wget', 'nc', 'ps', 'adduser', 'addgroup', 'passwd'],
      missingTools: ['curl', 'bash', 'python3', 'perl', 'git', 'sudo', 'useradd', 'groupadd', 'apt-key', 'gpg', 'ca-certificates'],
    },
    variables: [],
    facts: (tag) => ({ libc: /(?:^|-)musl/.test(tag) ? 'musl' : /(?:^|-)glibc/.test(tag) ? 'glibc' : null }),
  },
  {
    names: ['bitnami/minideb'],
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'dash', ...ROOT, ...NO_TOOLCHAIN },
    usual: () => 'debian',
    system: 'debian',
    isSystem: true,
  },
  ...rpmSystem('fedora', ['fedora'], OFFICIAL, { ...PLAIN, variables: FEDORA_VARIABLES }),
  ...rpmSystem('centos', ['centos'], OFFICIAL, { ...PLAIN, retired: () => GIVEN_UP }),
  ...rpmSystem('rocky', ['rockylinux'], OFFICIAL, { ...PLAIN, variables: ['LANG'] }),
  ...rpmSystem('almalinux', ['almalinux'], OFFICIAL, { ...PLAIN, variables: ['LANG'] }),
  ...rpmSystem('amzn', ['amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'], OFFICIAL, PLAIN),
  ...rpmSystem('ol', ['oraclelinux'], OFFICIAL, PLAIN),
  ...rpmSystem('arch', ['archlinux', 'archlinux/archlinux'], OFFICIAL, { isSystem: true }),
  ...rpmSystem('fedora', ['quay.io/fedora/fedora', 'registry.fedoraproject.org/fedora'], FROM_MEMORY, { ...PLAIN, variables: FEDORA_VARIABLES }),
  ...rpmSystem('fedora', ['quay.io/fedora/fedora-minimal', 'registry.fedoraproject.org/fedora-minimal'], FROM_MEMORY, {
    isSystem: true, variables: FEDORA_VARIABLES,
  }),
  ...rpmSystem('centos', ['quay.io/centos/centos'], FROM_MEMORY, { isSystem: true, variables: ['container'] }),
  ...rpmSystem('rocky', ['rockylinux/rockylinux', 'quay.io/rockylinux/rockylinux'], FROM_MEMORY, { isSystem: true, variables: ['LANG'] }),
  ...rpmSystem('almalinux', ['quay.io/almalinuxorg/almalinux'], FROM_MEMORY, { isSystem: true, variables: ['LANG'] }),
  ...rpmSystem('ol', ['container-registry.oracle.com/os/oraclelinux', 'ghcr.io/oracle/oraclelinux'], FROM_MEMORY, { isSystem: true, variables: [] }),
  ...rpmSystem('opensuse-leap', ['opensuse/leap', 'registry.opensuse.org/opensuse/leap'], FROM_MEMORY, { isSystem: true, variables: [] }),
  {
    names: ['opensuse/tumbleweed', 'registry.opensuse.org/opensuse/tumbleweed', 'photon', 'gentoo/stage3', 'mageia', 'clearlinux'],
    source: FROM_MEMORY,
    always: { os: 'linux', ...SOME_ROOT },
  },
  {
    names: [],
    // With and without registry folder: ubi9, ubi9/ubi, ubi9-minimal, ubi9/ubi-minimal, redhat/ubi9-micro; rhel7 and rhel8 too.
    pattern: /^(?:registry\.(?:access\.)?redhat\.(?:com|io)\/(?:(?:ubi|rhel)\d+(?:-(?:minimal|micro|init))?|(?:ubi|rhel)\d+\/(?:ubi|rhel)(?:-(?:minimal|micro|init))?)|redhat\/ubi\d+(?:-(?:minimal|micro|init))?)$/,
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'bash', pipefail: true, ...SOME_ROOT, ...NO_TOOLCHAIN, distribution: 'rhel', libc: 'glibc' },
    system: 'rhel',
    isSystem: true,
    variables: ['container'],
    facts: (_, name) => ubiRelease(name),
  },
  {
    names: [],
    // The base of Red Hat's builder images sets no USER; only the language images built on it do.
    pattern: /^(?:registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+\/s2i-(?:core|base)|quay\.io\/(?:sclorg|fedora)\/s2i-(?:core|base)(?:-c\d+s)?)$/,
    source: 'sclorg/s2i-base-container: Dockerfiles under core and base, read 2026-11',
    always: {
      os: 'linux', shell: 'bash', pipefail: true, libc: 'glibc', ...SOME_ROOT,
      entrypoint: ['container-entrypoint'], command: ['base-usage'], workdir: '/opt/app-root/src',
    },
    facts: (_, name) => ({ environment: { ...s2iEnvironment(), ...(name.includes('/fedora/') ? namesOnly(FEDORA_VARIABLES) : {}) } }),
  },
  {
    names: [],
    pattern: /^(?:registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+\/(?:nodejs|python|php|ruby|perl|httpd|nginx|go-toolset)(?:-\d+)?(?:-minimal)?|quay\.io\/sclorg\/(?:nodejs|python|php|ruby|perl|httpd|nginx)-\d+(?:-minimal)?-c\d+s)$/,
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'bash', pipefail: true, libc: 'glibc', user: '1001', runsAsRoot: false },
  },
  {
    names: ['registry.suse.com/suse/sle15', 'registry.suse.com/bci/bci-base', 'registry.suse.com/bci/bci-minimal'],
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'bash', pipefail: true, ...SOME_ROOT },
  },
  {
    names: [],
    pattern: /^quay\.io\/pypa\/manylinux(?:1|20\d\d|_\d+_\d+)_\w+$/,
    source: FROM_MEMORY,
    always: { os: 'linux', ...SOME_ROOT, toolchains: ['c', 'c++', 'fortran'] },
    usual: () => 'rpm',
  },
  {
    names: ['nvidia/cuda', 'nvcr.io/nvidia/cuda'],
    source: FROM_MEMORY,
    always: { os: 'linux', ...ROOT },
  },
  {
    names: ['tensorflow/tensorflow', 'pytorch/pytorch', 'rocker/r-ver', 'rocker/rstudio', 'rocker/tidyverse', 'rocker/verse', 'r-base'],
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'dash', ...SOME_ROOT },
    usual: () => 'debian',
  },
  {
    names: ['continuumio/miniconda3', 'continuumio/anaconda3', 'condaforge/miniforge3', 'condaforge/mambaforge'],
    source: FROM_MEMORY,
    always: { os: 'linux', ...SOME_ROOT },
    usual: () => 'debian',
  },
];
