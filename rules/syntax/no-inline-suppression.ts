import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Suppress nothing by a comment in the file',
  why: `Where a policy says that exceptions are decided and recorded in one place, a comment in a Dockerfile is a way around it: whoever
writes the file excuses it as well. With this rule every such comment is a finding, whichever tool it is written for.`,
  exceptions: 'The rule is off unless a policy asks for it. To make such comments do nothing at all, switch inline configuration off.',
  severity: 'off',
  presets: {},
  aliases: ['hadolint:DL1001'],
  controls: [],
  aboveComments: true,
  afterSuppress({ suppressions, report }) {
    for (const { dialect, targets, range, all, covers } of suppressions) {
      // The end of another one.
      if (covers.start === covers.end) continue;
      const what = all ? 'all rules' : targets.map(({ name }) => name).join(', ');
      report({ at: range, message: `This comment ${dialect === 'plimsoll' ? '' : `for ${NAMES[dialect]} `}suppresses ${what}, which the policy does not allow; remove it` });
    }
  },
  examples: [
    { good: 'FROM node:22.12\n# hadolint is a linter\nUSER node\n# plimsoll-enable' },
    {
      bad: '«# hadolint ignore=DL3007»\nFROM node:latest\n«# plimsoll-disable-next-line no-root-user -- it must be»\nUSER root',
      message: 'for hadolint suppresses DL3007',
    },
    { bad: '«# check=skip=JSONArgsRecommended»\nFROM node:22.12\nRUN a && \\\n  «# hadolint ignore=SC2086»\n  b', message: 'for BuildKit' },
    { bad: '«# plimsoll-disable-file»\nFROM node:latest' },
  ],
});

const NAMES = { hadolint: 'hadolint', buildkit: 'BuildKit', shellcheck: 'ShellCheck' } as const;
