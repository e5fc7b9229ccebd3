import { defineRule, unpinnedInstalls } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what dnf installs',
  why: `Without a version dnf takes what the repositories hold on the day of the build, so that two builds of one file give two images, and a
new release of a package can break a build that nobody changed.`,
  exceptions: 'A base image by digest and repositories that are snapshots hold more with less work; this is why the rule is off.',
  severity: 'off',
  presets: { hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3041', 'kics:93d88cf7'],
  controls: [],
  mentions: { RUN: ['dnf', 'microdnf'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { asked, first, names } of unpinnedInstalls(model, shell, node, ['dnf', 'microdnf'])) {
        const example = asked.subcommandText === 'module install' ? `${first.value}:STREAM` : `${first.value}-VERSION`;
        report({ at: first.range, message: `${asked.manager} ${asked.subcommandText} takes whatever version of ${names} is current; name it as in ${example}` });
      }
    },
  }),
  examples: [
    { bad: 'FROM fedora:41\nRUN dnf install -y git-2.47.0 «jq» java-21-openjdk', message: 'of jq and java-21-openjdk' },
    { good: 'FROM fedora:41\nRUN dnf5 install -y git-2.47.0 jq-1.7.1-8.fc41.x86_64 "tar >= 1.35" ./a.rpm @development-tools' },
    { bad: 'FROM redhat/ubi9-minimal:9.4\nRUN microdnf install -y --nodocs --setopt install_weak_deps=0 «jq»', message: 'microdnf install' },
    { bad: 'FROM rockylinux:9\nRUN dnf module -y install nodejs:20 «php»', message: 'php:STREAM' },
    { good: 'FROM fedora:41\nARG JQ\nRUN dnf install -y jq-$JQ $JQ jq-${JQ}.fc41 && dnf update -y jq && dnf group install -y development' },
  ],
});
