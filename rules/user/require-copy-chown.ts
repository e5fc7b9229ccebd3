import { accountOf, defineRule, mentions, type AddInstruction, type CopyInstruction, type Instruction } from '../../src/rule';

export default defineRule({
  summary: 'Say who owns what is copied after USER',
  why: `COPY and ADD make root the owner of what they copy, whatever USER says before them. The user can read it but not write to it,
and a build tool or server that wants to change the files fails with "permission denied" when it runs.`,
  exceptions: 'Code and configuration that the process only reads is safer when root owns it; that is why this is off.',
  severity: 'off',
  presets: {},
  aliases: ['tally:copy-after-user-without-chown'],
  controls: [],
  mentions: ['user'],
  dockerfile: ({ model, report }) => {
    function judge(node: CopyInstruction | AddInstruction): void {
      if (node.flags.some(({ name }) => name === 'chown')) return;
      const stage = model.stageOf(node);
      const { user, os } = model.stateAt(node);
      if (stage?.isShipped !== true || os === 'windows' || user.from !== 'instruction' || user.instruction.user === null) return;
      const account = accountOf(user.value);
      if (account === null || account === '' || /^(?:root|\+?0+)$/.test(account) || node.destination === null || SYSTEM.test(node.destination.value)) return;
      if (stage.instructions.some((later) => changesOwner(later, node))) return;
      const owner = user.instruction.user.raw;
      const { end } = node.keywordRange;
      report({
        at: node.keywordRange,
        message: `${node.keyword} makes root the owner although USER is ${account}; add --chown=${owner} if ${account} must write to ${node.destination.value}`,
        ...(/^[\w.:-]+$/.test(owner) ? { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: end, end }, text: ` --chown=${owner}` }] } } : {}),
      });
    }

    function changesOwner(later: Instruction, { range }: Instruction): boolean {
      const run = later.keyword === 'ONBUILD' ? later.instruction : later;
      return run?.keyword === 'RUN' && run.range.start > range.start && mentions(model, run, 'chown');
    }

    return { COPY: judge, ADD: judge };
  },
  examples: [
    { good: 'FROM debian:12\nCOPY a /a\nUSER app\nCOPY --chown=app b /b' },
    { bad: 'FROM debian:12\nUSER app\n«COPY» b /b', fixed: 'FROM debian:12\nUSER app\nCOPY --chown=app b /b', message: '/b' },
    { good: 'FROM debian:12\nUSER app\nCOPY b /b\nUSER root\nRUN chown -R app /b\nUSER app' },
    { good: 'FROM debian:12 AS build\nUSER app\nCOPY a /a\nFROM debian:12\nUSER root\nCOPY b /b' },
    { bad: 'FROM debian:12\nUSER 1000:1000\n«ADD» https://example.org/a /a' },
  ],
});

/** Programs and settings, which a process should not change; also a script right below the root. */
const SYSTEM = /^\/(?:(?:etc|usr|s?bin|lib\d*|tmp)(?:\/.*)?|[^/]*\.[^/]*)?$/;
