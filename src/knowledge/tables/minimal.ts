/** Images with next to nothing in them. */
import type { Facts } from '../distributions';
import { endOfLife } from '../end-of-life';
import type { Family } from '../family';
import { FROM_MEMORY, SOME_ROOT, nonRoot } from '../family';

/** Tags: `latest`, `nonroot`, `debug`, `debug-nonroot`, each with an architecture behind it. */
function distrolessFacts(tag: string): Facts {
  const user: Facts = /(?:^|-)nonroot/.test(tag) ? nonRoot('65532') : SOME_ROOT;
  // The debug variants have a BusyBox shell, but not where RUN looks for one.
  const shell: Facts = /(?:^|-)debug/.test(tag) ? { shell: null, pipefail: null } : { shell: 'none', pipefail: false };
  return { ...user, ...shell };
}

const CLIENTS = ['curl', 'wget', 'nc', 'git', 'sudo', 'useradd', 'adduser', 'apt-key', 'gpg'];

/** The name says how much is in it: `static` has not even a C library. */
function distrolessContents(tag: string, name: string): Facts {
  const kind = /^gcr\.io\/distroless\/([a-z]+)/.exec(name)?.[1] ?? '';
  const release = /-debian(\d+)$/.exec(name)?.[1] ?? null;
  const isDebug = /(?:^|-)debug/.test(tag);
  return {
    distribution: 'debian',
    release,
    libc: kind === 'static' ? 'none' : 'glibc',
    endOfLife: release === null ? null : endOfLife('debian', release),
    // The debug variants bring BusyBox.
    ...(isDebug ? {} : { missingTools: kind === 'python' ? CLIENTS : [...CLIENTS, 'python3', 'perl', 'ps', 'bash'] }),
    ...(kind === 'static' || kind === 'base' || kind === 'cc' ? { entrypoint: isDebug ? null : [], command: isDebug ? null : [] } : {}),
    ...(kind === 'nodejs' ? { entrypoint: ['/nodejs/bin/node'], command: [] } : {}),
  };
}

export const minimal = (): readonly Family[] => [
  {
    names: [],
    pattern: /^gcr\.io\/distroless\/(?:static|base|base-nossl|cc|python3|java-base|java\d*|nodejs\d*)(?:-debian\d+)?$/,
    source: 'GoogleContainerTools/distroless README.md, read 2026-11; users from general knowledge of its build files',
    always: { os: 'linux', toolchains: [], distribution: 'debian' },
    facts: (tag, name) => ({ ...distrolessContents(tag, name), ...distrolessFacts(tag) }),
  },
  {
    names: ['static', 'glibc-dynamic', 'cc-dynamic'].flatMap((name) => [`cgr.dev/chainguard/${name}`, `chainguard/${name}`]),
    source: FROM_MEMORY,
    always: { os: 'linux', ...nonRoot('65532'), toolchains: [], distribution: 'wolfi' },
    facts: (tag, name) => ({
      libc: name.endsWith('/static') ? 'none' : 'glibc',
      ...(tag.endsWith('-dev') ? {} : { shell: 'none', pipefail: false, missingTools: CLIENTS }),
    }),
  },
  {
    names: ['nginx', 'python', 'node', 'jre'].flatMap((name) => [`cgr.dev/chainguard/${name}`, `chainguard/${name}`]),
    source: FROM_MEMORY,
    always: { os: 'linux', ...nonRoot(null), distribution: 'wolfi', libc: 'glibc' },
  },
  { names: ['cgr.dev/chainguard/wolfi-base', 'chainguard/wolfi-base'], source: FROM_MEMORY, always: { os: 'linux', toolchains: [], distribution: 'wolfi', libc: 'glibc' } },
];
