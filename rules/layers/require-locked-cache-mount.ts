import { defineRule, type Flag, type ReportedFix } from '../../src/rule';

/** Folders whose owner takes a lock in them, and gives up when another holds it. */
const LOCKED: readonly (readonly [RegExp, string])[] = [
  [/^\/var\/(?:cache|lib)\/apt(?:\/|$)/, 'apt'],
  [/^\/var\/cache\/(?:dnf|libdnf5)(?:\/|$)/, 'dnf'],
];

export default defineRule({
  summary: 'Lock a cache mount that apt or dnf works in',
  why: `A cache mount is shared by all builds that run at the same time, unless it says otherwise. apt and dnf take a lock in their
folders, so of two builds the second fails with "could not get lock". With \`sharing=locked\` it waits.`,
  exceptions: '`sharing=private` gives each build a cache of its own and is as good.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: { RUN: ['mount'] },
  dockerfile: ({ report }) => ({
    RUN(node) {
      for (const flag of node.flags) {
        if (flag.name !== 'mount' || valueOf(flag, 'type') !== 'cache') continue;
        const target = flag.options.find(({ key }) => key === 'target' || key === 'dst' || key === 'destination');
        const program = LOCKED.find(([path]) => path.test(target?.value?.value ?? ''))?.[1];
        const sharing = valueOf(flag, 'sharing');
        if (target === undefined || program === undefined || (sharing !== null && sharing !== 'shared')) continue;
        const fix = locked(flag);
        report({
          at: target.range,
          message: `Builds that run at the same time fight for ${program}'s lock in this cache mount; add sharing=locked`,
          ...(fix === null ? {} : { fix }),
        });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y git' },
    {
      bad: 'FROM debian:12\nRUN --mount=type=cache,«target=/var/cache/apt» apt-get install -y git',
      fixed: 'FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y git',
    },
    {
      bad: 'FROM fedora:41\nRUN --mount=type=cache,«dst=/var/cache/libdnf5»,sharing=shared dnf install -y git',
      fixed: 'FROM fedora:41\nRUN --mount=type=cache,dst=/var/cache/libdnf5,sharing=locked dnf install -y git',
    },
    { good: 'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt,sharing=private --mount=type=cache,target=/root/.cache/pip make' },
    { good: 'FROM debian:12\nRUN --mount=type=tmpfs,target=/var/cache/apt --mount=type=cache,target=$APT make' },
  ],
});

function valueOf(flag: Flag, key: string): string | null {
  return flag.options.find((option) => option.key === key)?.value?.value ?? null;
}

function locked(flag: Flag): ReportedFix | null {
  if (flag.value === null || /["'\\]/.test(flag.value.raw)) return null;
  const sharing = flag.options.find(({ key }) => key === 'sharing')?.value?.range;
  const edit = sharing === undefined ? { at: { start: flag.range.end, end: flag.range.end }, text: ',sharing=locked' } : { at: sharing, text: 'locked' };
  return { kind: 'safe', changes: 'instructions', edits: [edit] };
}
