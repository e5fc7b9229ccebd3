import { accountCommands, accountOf, chainInstructions, defineRule, nameOrigin, type ReportedFix, type Stage, type UserInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Name the user of the image by its number',
  why: `Kubernetes with \`runAsNonRoot\` refuses an image whose USER is a name, since only the passwd file inside tells whether it is root.
A number says it plainly, and it is what owns files in mounted volumes.`,
  exceptions: 'Where no orchestrator checks the user, a name reads better.',
  severity: 'off',
  presets: { strict: {}, hadolint: { severity: 'info', options: { judge: 'all' } } },
  aliases: ['hadolint:DL3066'],
  controls: [],
  mentions: ['user'],
  options: {
    judge: {
      type: 'string',
      enum: ['last', 'all'],
      default: 'last',
      description: '`last` judges the user that a shipped stage ends with, by its value; `all` every USER of the file, by its text.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    const reported = new Set<UserInstruction>();

    function judge(stage: Stage): void {
      const { user, os } = model.stateAfter(stage);
      if (user.from !== 'instruction' || os === 'windows') return;
      const { instruction, value } = user;
      const account = accountOf(value);
      // Root is the matter of another rule.
      if (instruction.user === null || account === null || /^(?:|root|\+?\d+)$/.test(account) || reported.has(instruction)) return;
      reported.add(instruction);
      const uid = uidOf(stage, account);
      const fix = uid === null ? null : fixOf(instruction, account, uid);
      report({
        at: instruction.user.range,
        message: `USER ${account}${nameOrigin(value, instruction.user.range)} is a name, which an orchestrator cannot tell from root; ${
          uid === null ? 'give its uid' : `write its uid, ${uid}`}`,
        ...(fix === null ? {} : { fix }),
      });
    }

    /** The uid that the file creates the account with. */
    function uidOf(stage: Stage, account: string): string | null {
      const created = chainInstructions(stage)
        .flatMap((node) => (node.keyword === 'RUN' ? accountCommands(model, shell, node) : []))
        .filter((command) => command.action === 'create' && command.account.value === account);
      const uid = created[0]?.uid ?? null;
      return created.length === 1 && uid !== null && /^\d+$/.test(uid) ? uid : null;
    }

    function fixOf({ user }: UserInstruction, account: string, uid: string): ReportedFix | null {
      if (user === null || !(user.raw === account || user.raw.startsWith(`${account}:`))) return null;
      const { start } = user.range;
      return { kind: 'suggestion', changes: 'image', edits: [{ at: { start, end: start + account.length }, text: uid }] };
    }

    function judgeText(node: UserInstruction): void {
      if (node.user === null || node.trigger) return;
      const [account = ''] = node.user.value.split(':');
      if (/^\d*$/.test(account) || holdsArg(node, account)) return;
      report({ at: node.user.range, message: `USER ${account} is a name; give its uid` });
    }

    function holdsArg(node: UserInstruction, account: string): boolean {
      const names = Array.from(account.matchAll(/\$\{?(\w+)/g), (match) => match[1] ?? '');
      return names.some((name) => model.settersOf(name, node).some(({ keyword }) => keyword === 'ARG'));
    }

    if (options.judge === 'all') return { USER: judgeText };
    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger sets the user of the child image, not of this one' } },
  examples: [
    { good: 'FROM debian:12\nUSER build\nRUN make\nUSER 10001:app' },
    { bad: 'FROM debian:12\nUSER «app»', message: 'give its uid' },
    {
      bad: 'FROM debian:12\nRUN useradd -u 10001 app\nUSER «app:app»',
      fixed: 'FROM debian:12\nRUN useradd -u 10001 app\nUSER 10001:app',
      message: '10001',
    },
    { good: 'FROM debian:12\nARG UID=10001\nUSER $UID\nFROM debian:12\nARG ACCOUNT\nUSER $ACCOUNT\nFROM debian:12\nUSER root' },
    { bad: 'FROM debian:12\nARG ACCOUNT=app\nUSER «$ACCOUNT»', message: 'ARG ACCOUNT' },
    { options: { judge: 'all' }, bad: 'FROM debian:12\nUSER «root»\nRUN make\nUSER 10001' },
  ],
});
