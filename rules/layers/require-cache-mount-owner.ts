import { accountOf, defineRule, type Flag, type RunInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Give a cache mount to the user that works in it',
  why: `A cache mount belongs to root with mode 0755 unless it says otherwise. Under another USER nothing can be written to it: the tool
fails, or goes on without a cache and nobody notices.`,
  exceptions: 'A mount that the RUN only reads, or that root fills through sudo, needs no owner; a RUN that uses sudo is not judged.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: { RUN: ['mount'] },
  dockerfile: ({ model, shell, report }) => {
    /** The account that the RUN runs as; null when it is root, or not known. */
    function otherAccount(node: RunInstruction): string | null {
      const { user, os } = model.stateAt(node);
      if (os === 'windows' || user.from !== 'instruction') return null;
      const account = accountOf(user.value);
      return account === null || account === '' || account === 'root' || /^\+?0+$/.test(account) ? null : account;
    }

    return {
      RUN(node) {
        const mounts = node.flags.filter((flag) => flag.name === 'mount' && valueOf(flag, 'type') === 'cache' && !isOpen(flag));
        if (mounts.length === 0) return;
        const account = otherAccount(node);
        if (account === null || shell.commands(node).some(({ name }) => name === 'sudo')) return;
        const uid = /^\d+$/.test(account) ? account : null;
        for (const flag of mounts) {
          const plain = flag.value !== null && !/["'\\]/.test(flag.value.raw);
          report({
            at: flag.range,
            message: `The cache mount belongs to root, so ${account} cannot write to it; add uid=${uid ?? `<the uid of ${account}>`}`,
            ...(uid === null || !plain ? {} : { fix: { kind: 'suggestion', changes: 'instructions', edits: [{ at: { start: flag.range.end, end: flag.range.end }, text: `,uid=${uid}` }] } }),
          });
        }
      },
    };

    /** Somebody else may write to it, or may: what a variable says is not known. */
    function isOpen(flag: Flag): boolean {
      if (['uid', 'gid', 'from'].some((key) => flag.options.some((option) => option.key === key))) return true;
      const mode = flag.options.find(({ key }) => key === 'mode')?.value;
      return mode != null && !/^0?[0-7]?[0-7][0-7][0145]$/.test(mode.value);
    }
  },
  variants: { onbuild: { expect: 'skip', why: 'a USER inside ONBUILD is set by another trigger, and what one leaves to the next is not followed' } },
  examples: [
    { good: 'FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask' },
    {
      bad: 'FROM python:3.12\nUSER 1000\nRUN «--mount=type=cache,target=/cache» pip install flask',
      fixed: 'FROM python:3.12\nUSER 1000\nRUN --mount=type=cache,target=/cache,uid=1000 pip install flask',
    },
    { bad: 'FROM python:3.12\nUSER app\nRUN «--mount=type=cache,target=/cache» pip install flask', message: 'the uid of app' },
    { good: 'FROM python:3.12\nUSER app\nRUN --mount=type=cache,target=/cache,uid=1000 --mount=type=cache,target=/d,mode=0777 pip install flask' },
    { good: 'FROM python:3.12\nARG U\nUSER $U\nRUN --mount=type=cache,target=/cache pip install flask\nUSER app\nRUN --mount=type=cache,target=/var/cache/apt sudo apt-get update' },
  ],
});

function valueOf(flag: Flag, key: string): string | null {
  return flag.options.find((option) => option.key === key)?.value?.value ?? null;
}
