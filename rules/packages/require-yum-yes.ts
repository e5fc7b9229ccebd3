import { defineRule, packageCommands, rpmMayAssumeYes } from '../../src/rule';

export default defineRule({
  summary: 'Answer yum before it asks',
  why: 'yum asks before it changes anything, and a build has nobody to answer: it stops with an error.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3030', 'kics:6e19193a', 'droast:DF027'],
  controls: [],
  mentions: { RUN: ['yum'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const asked of packageCommands(model, shell, node)) {
        if (asked.manager !== 'yum' || !CHANGING.has(asked.action) || asked.assumeYes !== false || asked.dryRun || asked.subcommand === null) continue;
        if (rpmMayAssumeYes(model, node)) continue;
        const { end } = asked.subcommand.range;
        report({
          at: asked.subcommand.range,
          message: `yum ${asked.subcommandText} stops and asks; add -y`,
          ...(asked.subcommand.raw === asked.subcommandText
            ? { fix: { kind: 'safe', changes: 'text', edits: [{ at: { start: end, end }, text: ' -y' }] } }
            : {}),
        });
      }
    },
  }),
  examples: [
    { bad: 'FROM rockylinux:8\nRUN yum «install» git && yum «update»', fixed: 'FROM rockylinux:8\nRUN yum install -y git && yum update -y', message: 'yum install' },
    { good: 'FROM rockylinux:8\nRUN yum -y install git && yum install jq -y && yum install -yq tar && yum --assumeyes update && yum clean all' },
    { good: 'FROM rockylinux:8\nRUN yes | yum install git && yum list && yum makecache && yum repolist' },
    { good: 'FROM rockylinux:8\nRUN echo assumeyes=1 >> /etc/yum.conf\nRUN yum install git' },
    { good: 'FROM rockylinux:8\nARG OPTIONS\nRUN yum install $OPTIONS git' },
    { bad: 'FROM rockylinux:8\nRUN yum «groupinstall» development; yum --enablerepo y «remove» git' },
  ],
});

const CHANGING: ReadonlySet<string> = new Set(['install', 'upgrade', 'dist-upgrade', 'remove']);
