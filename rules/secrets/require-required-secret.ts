import { defineRule, mentions, mountsOf, type Flag, type Mount, type ReportedFix } from '../../src/rule';

export default defineRule({
  summary: 'Mark secret and ssh mounts as required',
  why: `Without \`required\`, a build to which nobody gave the secret goes on with an empty one. What fails then is a download or a login
in the middle of the build, or nothing at all, and the image is made without what the secret was for.`,
  exceptions: 'A RUN that looks for the file or variable itself and does without it. The rule is off unless it is asked for.',
  severity: 'off',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: { RUN: ['mount'] },
  dockerfile: ({ model, report }) => ({
    RUN(node) {
      for (const mount of mountsOf(node)) {
        if (mount.type !== 'secret' && mount.type !== 'ssh') continue;
        if (mount.flag.options.some(({ key }) => key === 'required')) continue;
        const names = namesOf(mount);
        if (mentions(model, node, TEST) && names.some((name) => mentions(model, node, name))) continue;
        const what = mount.type === 'ssh' ? 'the ssh mount' : `the secret ${optionOf(mount.flag, ['id']) ?? 'mount'}`;
        report({ at: mount.flag.range, message: `This build goes on without ${what} when nobody gives it; add required=true`, ...marking(mount) });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN --mount=type=secret,id=a,required=true --mount=type=ssh,required make\nRUN --mount=type=cache,target=/a make' },
    { good: 'FROM debian:12\nRUN --mount=type=secret,id=a if [ -f /run/secrets/a ]; then cp /run/secrets/a /b; fi\nRUN --mount=type=secret,id=b,env=B test -n "$B" && make' },
    {
      bad: 'FROM debian:12\nRUN «--mount=type=secret,id=npmrc,target=/root/.npmrc» npm ci',
      fixed: 'FROM debian:12\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc,required=true npm ci',
      message: 'the secret npmrc',
    },
    { bad: 'FROM debian:12\nRUN «--mount=type=ssh» git clone git@a:b', message: 'the ssh mount', fixed: 'FROM debian:12\nRUN --mount=type=ssh,required=true git clone git@a:b' },
    { bad: 'FROM debian:12\nRUN «--mount="type=secret,id=a"» make; if [ -f /b ]; then c; fi' },
  ],
});

/** How a script looks for what it is given. */
const TEST = /(?:^|[\s;&|(!])(?:\[\[?|test)\s|\$\{\w+:?[-+?]|\|\|/;

/** Texts by which a RUN speaks of the mount. */
function namesOf({ flag, type, target }: Mount): readonly string[] {
  if (type === 'ssh') return ['SSH_AUTH_SOCK', 'ssh-add'];
  const id = optionOf(flag, ['id']) ?? target?.split('/').pop() ?? '';
  return [target, optionOf(flag, ['env']), id === '' ? null : `/run/secrets/${id}`].filter((name) => name !== null);
}

function optionOf(flag: Flag, keys: readonly string[]): string | null {
  return flag.options.find(({ key }) => keys.includes(key))?.value?.value ?? null;
}

function marking({ flag }: Mount): { readonly fix?: ReportedFix } {
  if (flag.value === null || /["'\\]/.test(flag.value.raw)) return {};
  const { end } = flag.range;
  return { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: end, end }, text: ',required=true' }] } };
}
