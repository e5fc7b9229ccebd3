import { defineRule, packageCommands, rpmMayAssumeYes, type RunInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Answer dnf before it asks',
  why: 'dnf asks before it changes anything, and a build has nobody to answer: it stops with an error.',
  exceptions: 'The microdnf of RHEL 8 and its kin never asks; on a base that is not known the finding is no more than info.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3038', 'kics:7ebd323c'],
  controls: [],
  mentions: { RUN: ['dnf', 'microdnf'] },
  dockerfile: ({ model, shell, report }) => {
    /** The release of RHEL or its kin under the stage: `8.10`; '' when it is another system or not known. */
    function enterpriseRelease(node: RunInstruction): string {
      const base = model.stageOf(node)?.chain[0]?.base;
      const known = base?.kind === 'image' ? base.known : null;
      return known?.distribution != null && ENTERPRISE.has(known.distribution) ? known.release ?? '' : '';
    }

    return {
      RUN(node) {
        for (const asked of packageCommands(model, shell, node)) {
          if ((asked.manager !== 'dnf' && asked.manager !== 'microdnf') || !CHANGING.has(asked.action)) continue;
          if (asked.assumeYes !== false || asked.dryRun || asked.subcommand === null || rpmMayAssumeYes(model, node)) continue;
          const release = asked.manager === 'microdnf' ? enterpriseRelease(node) : null;
          if (release?.startsWith('8') === true) continue;
          const { end } = asked.subcommand.range;
          report({
            at: asked.subcommand.range,
            message: `${asked.manager} ${asked.subcommandText} ${release === '' ? 'may stop and ask' : 'stops and asks'}; add -y`,
            ...(release === '' ? { severity: 'info' } : {}),
            ...(asked.subcommand.raw === asked.subcommandText
              ? { fix: { kind: 'safe', changes: 'text', edits: [{ at: { start: end, end }, text: ' -y' }] } }
              : {}),
          });
        }
      },
    };
  },
  examples: [
    { bad: 'FROM fedora:41\nRUN dnf «install» git && dnf5 «update»', fixed: 'FROM fedora:41\nRUN dnf install -y git && dnf5 update -y', message: 'dnf install' },
    { good: 'FROM fedora:41\nRUN dnf -y install git && dnf install jq -y && dnf install -yq tar && dnf --assumeyes update && dnf clean all && yes | dnf install a' },
    { good: 'FROM fedora:41\nRUN echo assumeyes=True >> /etc/dnf/dnf.conf\nRUN dnf install git' },
    { good: 'FROM redhat/ubi8-minimal:8.10\nRUN microdnf install git' },
    { bad: 'FROM redhat/ubi9-minimal:9.4\nRUN microdnf «install» git', fixed: 'FROM redhat/ubi9-minimal:9.4\nRUN microdnf install -y git', message: 'stops' },
    { bad: 'FROM example.org/base:1\nRUN microdnf «install» git', severity: 'info', message: 'may stop' },
    { good: 'FROM fedora:41\nARG OPTIONS\nRUN dnf install $OPTIONS git' },
    { bad: 'FROM fedora:41\nRUN dnf «module» install nodejs:20; dnf --enablerepo y «remove» git' },
  ],
});

const CHANGING: ReadonlySet<string> = new Set(['install', 'upgrade', 'dist-upgrade', 'remove']);
const ENTERPRISE: ReadonlySet<string> = new Set(['rhel', 'centos', 'rocky', 'almalinux', 'ol']);
