/** Images with next to nothing in them. */
import type { Facts } from '../distributions';
import type { Family } from '../family';
import { FROM_MEMORY, SOME_ROOT, nonRoot } from '../family';

/** Tags: `latest`, `nonroot`, `debug`, `debug-nonroot`, each with an architecture behind it. */
function distrolessFacts(tag: string): Facts {
  const user: Facts = /(?:^|-)nonroot/.test(tag) ? nonRoot('65532') : SOME_ROOT;
  // The debug variants have a BusyBox shell, but not where RUN looks for one.
  const shell: Facts = /(?:^|-)debug/.test(tag) ? { shell: null, pipefail: null } : { shell: 'none', pipefail: false };
  return { ...user, ...shell };
}

export const minimal = (): readonly Family[] => [
  {
    names: [],
    pattern: /^gcr\.io\/distroless\/(?:static|base|base-nossl|cc|python3|java-base|java\d*|nodejs\d*)(?:-debian\d+)?$/,
    source: 'GoogleContainerTools/distroless README.md, read 2026-11; users from general knowledge of its build files',
    always: { os: 'linux', toolchains: [] },
    facts: distrolessFacts,
  },
  {
    names: ['static', 'glibc-dynamic', 'cc-dynamic'].flatMap((name) => [`cgr.dev/chainguard/${name}`, `chainguard/${name}`]),
    source: FROM_MEMORY,
    always: { os: 'linux', ...nonRoot('65532'), toolchains: [] },
    facts: (tag) => (tag.endsWith("-dev") ? {} : { shell: 'none', pipefail: false }),
  },
  {
    names: ['nginx', 'python', 'node', 'jre'].flatMap((name) => [`cgr.dev/chainguard/${name}`, `chainguard/${name}`]),
    source: FROM_MEMORY,
    always: { os: 'linux', ...nonRoot(null) },
  },
  { names: ['cgr.dev/chainguard/wolfi-base', 'chainguard/wolfi-base'], source: FROM_MEMORY, always: { os: 'linux', toolchains: [] } },
];
