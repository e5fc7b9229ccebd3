import { APT_WORDS, defineRule, packageCommands, RPM_WORDS, type PackageManagerName } from '../../src/rule';

export default defineRule({
  summary: 'Take a newer base image instead of upgrading all packages in the build',
  why: `An upgrade of all that is installed makes the image depend on the day of the build and ships every replaced file twice. A base
image that is rebuilt often holds the same fixes.`,
  exceptions: `The upgrade also brings security fixes that are not yet in the base image, and the cache keeps it from running again, so that it is
neither right nor wrong in itself; this is why the rule is off.`,
  severity: 'off',
  presets: {},
  aliases: [
    'kics:682fe378', 'kics:09fda05e', 'kics:989ab888', 'kics:8f6456be', 'kics:d4895357', 'dockerfilelint:apt-get-upgrade',
    'dockerfile_lint:yum_update_all', 'droast:DF069', 'dockerfile-doctor:DD013', 'dockerfile-doctor:DD026',
  ],
  controls: [],
  mentions: { RUN: ['apk', ...APT_WORDS, ...RPM_WORDS] },
  messages: {
    apt: {
      aliases: ['kics:682fe378', 'dockerfilelint:apt-get-upgrade', 'droast:DF069', 'dockerfile-doctor:DD013'],
      description: 'apt, apt-get or aptitude upgrades all packages.',
    },
    apk: { aliases: ['kics:989ab888', 'droast:DF069', 'dockerfile-doctor:DD026'], description: 'apk upgrades all packages.' },
    yum: { aliases: ['kics:8f6456be', 'dockerfile_lint:yum_update_all', 'droast:DF069'], description: 'yum upgrades all packages.' },
    dnf: { aliases: ['kics:09fda05e', 'droast:DF069'], description: 'dnf, microdnf or tdnf upgrades all packages.' },
    zypper: { aliases: ['kics:d4895357', 'droast:DF069'], description: 'zypper upgrades all packages.' },
  },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const { manager, action, subcommand, subcommandText, packages, opaque, options, dryRun } of packageCommands(model, shell, node)) {
        const messageId = MESSAGE_IDS.get(manager);
        if (action !== 'upgrade' || messageId === undefined || subcommand === null || dryRun) continue;
        if (packages.length + opaque.length > 0 || subcommandText === 'patch' || options.some(({ name }) => name === '--security')) continue;
        report({
          at: subcommand.range,
          message: `${manager} ${subcommandText} makes the image depend on the day of the build; take a newer base image`,
          messageId,
        });
      }
    },
  }),
  examples: [
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get «upgrade» -y && apt -y «upgrade»', message: 'apt-get upgrade' },
    { bad: 'FROM fedora:41\nRUN dnf -y «update» && dnf clean all\nFROM rockylinux:8\nRUN yum «update» -y; microdnf «upgrade» -y' },
    { bad: 'FROM alpine:3.20\nRUN apk «upgrade» --no-cache\nFROM opensuse/leap:15.6\nRUN zypper -n «up»' },
    { good: 'FROM debian:12\nRUN apt-get update && apt-get -s upgrade && apt-get install --only-upgrade -y openssl' },
    { good: 'FROM rockylinux:8\nARG PACKAGES\nRUN yum update -y openssl && yum update -y $PACKAGES && yum update -y --security && pip install --upgrade pip' },
    { good: 'FROM opensuse/leap:15.6\nRUN zypper -n patch && zypper -n dup\nFROM node:22\nRUN npm update' },
  ],
});

const MESSAGE_IDS: ReadonlyMap<PackageManagerName, 'apt' | 'apk' | 'yum' | 'dnf' | 'zypper'> = new Map([
  ['apt', 'apt'], ['apt-get', 'apt'], ['aptitude', 'apt'], ['apk', 'apk'], ['yum', 'yum'], ['dnf', 'dnf'], ['microdnf', 'dnf'], ['tdnf', 'dnf'], ['zypper', 'zypper'],
] as const);
