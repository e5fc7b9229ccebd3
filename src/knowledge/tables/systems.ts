/** Operating systems and what stands close to them. */
import type { Distribution, Facts } from '../distributions';
import { isBelow } from '../distributions';
import type { Family } from '../family';
import { FROM_MEMORY, OFFICIAL, ROOT, SOME_ROOT } from '../family';

const NO_TOOLCHAIN: Facts = { toolchains: [] };

function debianRelease(tag: string): Distribution {
  return isBelow(tag, 13, 0) ? 'debian-12' : 'debian';
}

function ubuntuRelease(tag: string): Distribution {
  return isBelow(tag, 24, 5) ? 'debian-12' : 'debian';
}

/** C and C++ compilers are in all but the `curl` and `scm` variants. */
function buildpackToolchains(tag: string): Facts {
  return { toolchains: /(?:^|-)(?:curl|scm)$/.test(tag) ? [] : ['c', 'c++'] };
}

export const systems = (): readonly Family[] => [
  {
    names: ['debian'],
    source: 'Docker official image; pipefail of dash run on Debian 12, 2026-11',
    always: { os: 'linux', shell: 'dash', ...ROOT, ...NO_TOOLCHAIN },
    usual: debianRelease,
  },
  {
    names: ['ubuntu', 'public.ecr.aws/ubuntu/ubuntu', 'ubuntu.azurecr.io/ubuntu'],
    source: 'Docker official image; pipefail of dash run on Ubuntu 24.04, 2026-11',
    always: { os: 'linux', shell: 'dash', ...ROOT, ...NO_TOOLCHAIN },
    usual: ubuntuRelease,
  },
  {
    names: ['buildpack-deps'],
    source: OFFICIAL,
    always: { os: 'linux', shell: 'dash', ...ROOT },
    usual: () => 'debian',
    facts: buildpackToolchains,
  },
  {
    names: ['alpine'],
    source: OFFICIAL,
    always: { os: 'linux', shell: 'ash', pipefail: true, ...ROOT, ...NO_TOOLCHAIN },
  },
  {
    names: ['busybox'],
    source: OFFICIAL,
    always: { os: 'linux', shell: 'ash', pipefail: true, ...ROOT, ...NO_TOOLCHAIN },
  },
  {
    names: ['bitnami/minideb'],
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'dash', ...ROOT, ...NO_TOOLCHAIN },
    usual: () => 'debian',
  },
  {
    names: [
      'fedora', 'centos', 'rockylinux', 'almalinux', 'amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux', 'oraclelinux', 'archlinux', 'archlinux/archlinux',
    ],
    source: OFFICIAL,
    always: { os: 'linux', shell: 'bash', pipefail: true, ...ROOT, ...NO_TOOLCHAIN },
  },
  {
    names: [
      'quay.io/fedora/fedora', 'quay.io/fedora/fedora-minimal', 'registry.fedoraproject.org/fedora', 'registry.fedoraproject.org/fedora-minimal',
      'quay.io/centos/centos', 'rockylinux/rockylinux', 'quay.io/rockylinux/rockylinux', 'quay.io/almalinuxorg/almalinux',
      'container-registry.oracle.com/os/oraclelinux', 'ghcr.io/oracle/oraclelinux', 'opensuse/leap', 'registry.opensuse.org/opensuse/leap',
    ],
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'bash', pipefail: true, ...SOME_ROOT, ...NO_TOOLCHAIN },
  },
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
    always: { os: 'linux', shell: 'bash', pipefail: true, ...SOME_ROOT, ...NO_TOOLCHAIN },
  },
  {
    names: [],
    // The base of Red Hat's builder images sets no USER; only the language images built on it do.
    pattern: /^(?:registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+\/s2i-(?:core|base)|quay\.io\/(?:sclorg|fedora)\/s2i-(?:core|base)(?:-c\d+s)?)$/,
    source: 'sclorg/s2i-base-container core/Dockerfile.rhel9, read 2026-11',
    always: { os: 'linux', shell: 'bash', pipefail: true, ...SOME_ROOT },
  },
  {
    names: [],
    pattern: /^(?:registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+\/(?:nodejs|python|php|ruby|perl|httpd|nginx|go-toolset)(?:-\d+)?(?:-minimal)?|quay\.io\/sclorg\/(?:nodejs|python|php|ruby|perl|httpd|nginx)-\d+(?:-minimal)?-c\d+s)$/,
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'bash', pipefail: true, user: '1001', runsAsRoot: false },
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
