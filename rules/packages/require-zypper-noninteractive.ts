import { defineRule, packageCommands } from '../../src/rule';

export default defineRule({
  summary: 'Answer zypper before it asks',
  why: 'zypper asks before it changes anything, and a build has nobody to answer: it stops with an error.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3034', 'kics:45e1fca5', 'droast:DF043'],
  controls: [],
  mentions: { RUN: ['zypper'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const asked of packageCommands(model, shell, node)) {
        if (asked.manager !== 'zypper' || !CHANGING.has(asked.action) || asked.assumeYes !== false || asked.dryRun || asked.subcommand === null) continue;
        const { start } = asked.subcommand.range;
        report({
          at: asked.subcommand.range,
          message: `zypper ${asked.subcommandText} stops and asks; add --non-interactive in front of ${asked.subcommandText}`,
          ...(asked.subcommand.raw === asked.subcommandText
            ? { fix: { kind: 'safe', changes: 'text', edits: [{ at: { start, end: start }, text: '--non-interactive ' }] } }
            : {}),
        });
      }
    },
  }),
  examples: [
    {
      bad: 'FROM opensuse/leap:15.6\nRUN zypper «install» git && zypper «dup»',
      fixed: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive install git && zypper --non-interactive dup',
      message: 'zypper install',
    },
    { good: 'FROM opensuse/leap:15.6\nRUN zypper -n install git && zypper --non-interactive in jq && zypper install -y tar && zypper in --no-confirm a' },
    { good: 'FROM opensuse/leap:15.6\nRUN zypper refresh && zypper clean && zypper search git && yes | zypper install git && zypper --quiet ref' },
    { good: 'FROM opensuse/leap:15.6\nARG OPTIONS\nRUN zypper $OPTIONS install git && zypper install -n git' },
    { bad: 'FROM opensuse/leap:15.6\nRUN zypper --gpg-auto-import-keys «update»; zypper «rm» git; zypper «patch»' },
  ],
});

const CHANGING: ReadonlySet<string> = new Set(['install', 'upgrade', 'dist-upgrade', 'remove']);
