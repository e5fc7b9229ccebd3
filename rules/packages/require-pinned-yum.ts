import { defineRule, unpinnedInstalls } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what yum installs',
  why: `Without a version yum takes what the repositories hold on the day of the build, so that two builds of one file give two images, and a
new release of a package can break a build that nobody changed.`,
  exceptions: 'A base image by digest and repositories that are snapshots hold more with less work; this is why the rule is off.',
  severity: 'off',
  presets: { hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3033', 'kics:6452c424', 'dockerfile-doctor:DD032'],
  controls: [],
  mentions: { RUN: ['yum'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { asked, first, names } of unpinnedInstalls(model, shell, node, ['yum'])) {
        const example = asked.subcommandText === 'module install' ? `${first.value}:STREAM` : `${first.value}-VERSION`;
        report({ at: first.range, message: `yum ${asked.subcommandText} takes whatever version of ${names} is current; name it as in ${example}` });
      }
    },
  }),
  examples: [
    { bad: 'FROM rockylinux:8\nRUN yum install -y git-2.43.0 «jq» java-11-openjdk', message: 'of jq and java-11-openjdk' },
    { good: 'FROM rockylinux:8\nRUN yum install -y git-2.43.0 jq-1.6-15.el8.x86_64 "tar >= 1.30" ./a.rpm https://example.org/b.rpm @development' },
    { good: 'FROM rockylinux:8\nRUN yum --enablerepo epel --installroot /mnt --releasever 8 install -y jq-1.6 && yum module install -y nodejs:20' },
    { bad: 'FROM rockylinux:8\nRUN yum module install -y «nodejs»', message: 'nodejs:STREAM' },
    { good: 'FROM rockylinux:8\nARG JQ\nRUN yum install -y jq-$JQ $JQ jq-${JQ}.el8 && yum update -y jq && yum groupinstall -y development' },
  ],
});
