import { defineRule, unpinnedInstalls } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what zypper installs',
  why: `Without a version zypper takes what the repositories hold on the day of the build, so that two builds of one file give two images, and
a new release of a package can break a build that nobody changed.`,
  exceptions: 'A base image by digest and repositories that are snapshots hold more with less work; this is why the rule is off.',
  severity: 'off',
  presets: { hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3037', 'kics:562952e4'],
  controls: [],
  mentions: { RUN: ['zypper'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { asked, first, names } of unpinnedInstalls(model, shell, node, ['zypper'])) {
        report({ at: first.range, message: `zypper ${asked.subcommandText} takes whatever version of ${names} is current; name it as in ${first.value}=VERSION` });
      }
    },
  }),
  examples: [
    { bad: 'FROM opensuse/leap:15.6\nRUN zypper -n install git=2.43.0 «jq»', message: 'zypper install takes whatever version of jq' },
    { good: 'FROM opensuse/leap:15.6\nRUN zypper -n in git=2.43.0 "jq>=1.6" "tar<2" ./a.rpm && zypper install -y -t pattern devel_basis' },
    { good: 'FROM opensuse/leap:15.6\nARG JQ\nRUN zypper -n --root /mnt install --repo oss --from update jq=$JQ $JQ jq$JQ && zypper -n update jq' },
    { bad: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive in -y «jq»' },
  ],
});
