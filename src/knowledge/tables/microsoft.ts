/** Images of Microsoft's registry: .NET, Windows, Azure Linux, development containers. */
import type { Distribution, Facts } from '../distributions';
import { distributionOf, isBelow, versionOf } from '../distributions';
import type { Family } from '../family';
import { FROM_MEMORY, ROOT, SOME_ROOT, nonRoot } from '../family';
import type { AddedPrograms } from '../programs';
import type { Release } from '../releases';

const DOTNET = 'dotnet/dotnet-docker: documentation/distroless.md and release announcements, read 2026-11';

/** Debian up to 9, Ubuntu 24.04 in 10; what comes later is not tried. */
function dotnetUsual(tag: string): Distribution {
  return isBelow(tag, 11, 0) ? 'debian-12' : 'debian';
}

/** The Debian of their time up to 9, then Ubuntu 24.04. */
function dotnetSystem(tag: string): Release | null {
  const major = versionOf(tag)?.major ?? null;
  if (major === null || distributionOf(tag) !== null || major > 10) return null;
  if (major === 10) return { distribution: 'ubuntu', release: '24.04' };
  return { distribution: 'debian', release: major >= 8 ? '12' : major >= 6 ? '11' : null };
}

/** The variants without a shell run as `app`; all others are root, though they have that account from 8 on. */
function dotnetFacts(tag: string): Facts {
  const distribution = distributionOf(tag);
  if (distribution === 'distroless') return nonRoot(isBelow(tag, 8, 0) ? null : '1654');
  return distribution === 'nanoserver' ? { user: 'ContainerUser', runsAsRoot: false } : {};
}

/** The runtime of the same version and system; the numbers of an SDK's patch are its own. */
function dotnetRuntime(tag: string): string {
  const match = /^(\d+\.\d+)(\.\d+)?(-[\w.-]+)?$/.exec(tag);
  if (match === null) return 'mcr.microsoft.com/dotnet/aspnet';
  const system = match[3] ?? '';
  return `mcr.microsoft.com/dotnet/aspnet:${match[1] ?? ''}${/aot|preview|rc/.test(system) ? '' : system}`;
}

const DOTNET_VARIABLES = [
  'APP_UID', 'ASPNETCORE_HTTP_PORTS', 'ASPNETCORE_URLS', 'ASPNETCORE_VERSION', 'ASPNET_VERSION', 'COMPlus_EnableDiagnostics', 'DOTNET_GENERATE_ASPNET_CERTIFICATE',
  'DOTNET_NOLOGO', 'DOTNET_RUNNING_IN_CONTAINER', 'DOTNET_SDK_VERSION', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT', 'DOTNET_TieredPGO', 'DOTNET_USE_POLLING_FILE_WATCHER',
  'DOTNET_VERSION', 'LANG', 'LC_ALL', 'Logging__Console__FormatterName', 'NUGET_XMLDOC_MODE', 'POWERSHELL_DISTRIBUTION_CHANNEL', 'POWERSHELL_TELEMETRY_OPTOUT',
];


/** The runtime images from 5 on bring no client; older ones, and those without a shell, are left open. */
function dotnetPrograms(tag: string): AddedPrograms | null {
  const version = versionOf(tag);
  if (version === null || version.major < 5 || distributionOf(tag) === 'distroless' || distributionOf(tag) === 'rpm') return null;
  return { added: ['ca-certificates'], unsure: ['bash', 'gpg', 'ps', 'nc', 'git', 'python3'] };
}

const DEVCONTAINER = /^mcr\.microsoft\.com\/(?:vscode\/)?devcontainers\/(?:base|javascript-node|typescript-node|python|go|rust|ruby|php|cpp|java|dotnet|miniconda|anaconda|jekyll)$/;

export const microsoft = (): readonly Family[] => [
  {
    names: [
      'mcr.microsoft.com/dotnet/sdk', 'mcr.microsoft.com/dotnet/nightly/sdk', 'mcr.microsoft.com/dotnet/core/sdk',
    ],
    source: DOTNET,
    always: { os: 'linux', ...ROOT, toolchains: ['dotnet'], runtime: 'mcr.microsoft.com/dotnet/aspnet' },
    sharesTagsWithWindows: true,
    usual: dotnetUsual,
    system: dotnetSystem,
    product: 'dotnet',
    variables: DOTNET_VARIABLES,
    facts: (tag, name) => ({
      ...dotnetFacts(tag),
      runtime: name.includes('/core/') ? null : dotnetRuntime(tag),
    }),
  },
  {
    names: ['runtime', 'aspnet', 'runtime-deps'].flatMap((name) => [
      `mcr.microsoft.com/dotnet/${name}`, `mcr.microsoft.com/dotnet/nightly/${name}`, `mcr.microsoft.com/dotnet/core/${name}`,
    ]),
    source: DOTNET,
    always: { os: 'linux', toolchains: [] },
    sharesTagsWithWindows: true,
    usual: dotnetUsual,
    system: dotnetSystem,
    product: 'dotnet',
    variables: DOTNET_VARIABLES,
    programs: dotnetPrograms,
    facts: (tag) => ({ ...ROOT, ...dotnetFacts(tag) }),
  },
  {
    names: [
      'mcr.microsoft.com/dotnet/framework/sdk', 'mcr.microsoft.com/dotnet/framework/runtime', 'mcr.microsoft.com/dotnet/framework/aspnet',
      'mcr.microsoft.com/dotnet/framework/wcf', 'microsoft/dotnet-framework', 'microsoft/aspnet', 'microsoft/iis',
    ],
    source: FROM_MEMORY,
    always: { os: 'windows', pipefail: false },
  },
  {
    // Without a USER these run as ContainerAdministrator.
    names: [
      'mcr.microsoft.com/windows/servercore', 'mcr.microsoft.com/windows/servercore/insider', 'mcr.microsoft.com/windows/server', 'mcr.microsoft.com/windows',
      'mcr.microsoft.com/windows/server/insider', 'mcr.microsoft.com/windows/insider', 'microsoft/windowsservercore',
    ],
    source: FROM_MEMORY,
    always: { os: 'windows', shell: 'cmd', pipefail: false, distribution: 'windows', ...ROOT },
    system: 'windows',
    isSystem: true,
  },
  { names: ['mcr.microsoft.com/windows/servercore/iis'], source: FROM_MEMORY, always: { os: 'windows', pipefail: false } },
  {
    // The first releases (2016 and 1709) ran as ContainerAdministrator.
    names: ['mcr.microsoft.com/windows/nanoserver', 'mcr.microsoft.com/windows/nanoserver/insider', 'microsoft/nanoserver'],
    source: FROM_MEMORY,
    always: { os: 'windows', shell: 'cmd', pipefail: false, distribution: 'windows' },
    system: 'windows',
    isSystem: true,
    facts: (tag) => (/1709|2016|sac2016|^10\.0\.14/.test(tag) ? {} : { user: 'ContainerUser', runsAsRoot: false }),
  },
  {
    names: ['mcr.microsoft.com/azurelinux/base/core', 'mcr.microsoft.com/azurelinux-beta/base/core'],
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'bash', pipefail: true, distribution: 'azurelinux', libc: 'glibc', ...SOME_ROOT, toolchains: [] },
    system: 'azurelinux',
    isSystem: true,
  },
  {
    names: ['mcr.microsoft.com/cbl-mariner/base/core'],
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'bash', pipefail: true, distribution: 'mariner', libc: 'glibc', ...SOME_ROOT, toolchains: [] },
    system: 'mariner',
    isSystem: true,
  },
  {
    names: ['base', 'minimal', 'debug'].flatMap((name) => [
      `mcr.microsoft.com/azurelinux/distroless/${name}`, `mcr.microsoft.com/azurelinux-beta/distroless/${name}`, `mcr.microsoft.com/cbl-mariner/distroless/${name}`,
    ]),
    source: FROM_MEMORY,
    always: { os: 'linux', toolchains: [] },
    facts: (tag, name) => ({
      ...(name.endsWith('debug') ? {} : { shell: 'none', pipefail: false }),
      ...(/(?:^|-)nonroot/.test(tag) ? nonRoot(null) : {}),
    }),
  },
  { names: ['mcr.microsoft.com/powershell'], source: FROM_MEMORY, always: {} },
  {
    names: ['mcr.microsoft.com/dotnet-buildtools/prereqs'],
    source: 'dotnet/dotnet-buildtools-prereqs-docker: Dockerfiles under src, read 2026-11; only those for helix name a USER',
    always: {},
    facts: (tag) => (/helix|windows|nanoserver/.test(tag) ? {} : SOME_ROOT),
  },
  {
    names: [],
    pattern: DEVCONTAINER,
    source: 'devcontainers/images and microsoft/vscode-dev-containers: Dockerfiles, read 2026-11; the user of the editor is no USER',
    always: { os: 'linux', ...SOME_ROOT },
  },
  {
    names: ['mcr.microsoft.com/devcontainers/universal', 'mcr.microsoft.com/vscode/devcontainers/universal'],
    source: FROM_MEMORY,
    always: { os: 'linux' },
  },
  {
    names: [],
    pattern: /^mcr\.microsoft\.com\/azure-functions\/[\w-]+$/,
    source: 'Azure/azure-functions-docker: Dockerfiles under host, read 2026-11',
    always: { os: 'linux', ...SOME_ROOT },
  },
  {
    names: ['microsoft/dotnet', 'microsoft/aspnetcore', 'microsoft/aspnetcore-build'],
    source: FROM_MEMORY,
    always: { os: 'linux', ...SOME_ROOT },
    sharesTagsWithWindows: true,
    usual: () => 'debian-12',
    product: 'dotnet',
    retired: () => ({ what: 'the image on Docker Hub', date: '2021-08-21' }),
  },
  { names: ['mcr.microsoft.com/azure-cli'], source: FROM_MEMORY, always: { os: 'linux', ...SOME_ROOT } },
  {
    names: ['mcr.microsoft.com/mssql/server'],
    source: FROM_MEMORY,
    always: { os: 'linux', shell: 'dash', toolchains: [] },
    usual: () => 'debian',
    facts: (tag) => ({ ...((versionOf(tag)?.major ?? 0) >= 2019 ? nonRoot('mssql') : {}) }),
  },
  { names: ['mcr.microsoft.com/playwright', 'mcr.microsoft.com/playwright/python'], source: FROM_MEMORY, always: { os: 'linux', shell: 'dash', ...SOME_ROOT }, usual: () => 'debian' },
];
