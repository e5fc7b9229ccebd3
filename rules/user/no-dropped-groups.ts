import { ACCOUNT_PROGRAMS, accountCommands, accountOf, chainInstructions, defineRule, knownText, type RunInstruction, type Stage, type UserInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Do not name a group in USER when the account has groups that are needed',
  why: `\`USER app\` gives a process all groups of the account. \`USER app:app\` gives it that one group alone, so the groups that an
earlier \`usermod -aG\` granted are gone, and what they were granted for is refused at run time.`,
  exceptions: 'Where the groups are only meant for people who log in, the group may stay.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['tally:user-explicit-group-drops-supplementary-groups'],
  controls: [],
  mentions: ACCOUNT_PROGRAMS,
  dockerfile: ({ model, shell, report }) => {
    function judge(node: UserInstruction, stage: Stage): void {
      if (node.user === null) return;
      const value = model.resolve(node.user, node);
      const text = knownText(value);
      if (text?.includes(':') !== true) return;
      const account = accountOf(value);
      if (account === null || account === '') return;
      const group = text.slice(text.indexOf(':') + 1);
      const [lost] = grantedBefore(node, stage, account).filter((name) => name !== group && !name.includes('$'));
      if (lost === undefined) return;
      const colon = node.user.raw.indexOf(':');
      const plain = colon !== -1 && node.user.raw === node.user.value && node.user.range.end - node.user.range.start === node.user.raw.length;
      const at = plain ? { start: node.user.range.start + colon, end: node.user.range.end } : node.user.range;
      report({
        at,
        message: `USER with the group ${group} takes the group ${lost} from ${account}; leave the group out`,
        ...(plain ? { fix: { kind: 'suggestion', changes: 'image', edits: [{ at, text: '' }] } } : {}),
      });
    }

    function grantedBefore(node: UserInstruction, stage: Stage, account: string): readonly string[] {
      return chainInstructions(stage)
        .filter((each): each is RunInstruction => each.keyword === 'RUN' && each.range.start < node.range.start)
        .flatMap((run) => accountCommands(model, shell, run))
        .filter((command) => command.account.value === account)
        .flatMap(({ groups }) => groups);
    }

    return {
      USER(node) {
        const stage = model.stageOf(node);
        if (stage?.isShipped === true && !node.trigger) judge(node, stage);
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger sets the user of the child image, not of this one' } },
  examples: [
    { good: 'FROM debian:12\nRUN useradd app && usermod -aG docker app\nUSER app' },
    {
      bad: 'FROM debian:12\nRUN useradd app && usermod -aG docker app\nUSER app«:app»',
      fixed: 'FROM debian:12\nRUN useradd app && usermod -aG docker app\nUSER app',
      message: 'docker',
    },
    { good: 'FROM debian:12\nRUN useradd -G app app\nUSER app:app\nRUN usermod -aG docker other' },
    { bad: 'FROM debian:12\nARG ACCOUNT=app\nRUN useradd -G video,app "$ACCOUNT"\nUSER «"$ACCOUNT":app»' },
  ],
});
