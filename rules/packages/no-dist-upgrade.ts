import { APT_WORDS, defineRule, packageCommands, RPM_WORDS } from '../../src/rule';

export default defineRule({
  summary: 'Take a newer base image instead of upgrading the distribution in the build',
  why: `An upgrade that may remove packages or go to another release makes the image depend on the day of the build, ships every
replaced file twice, and can break what the base image relies on. A newer base image holds the same packages, tested together.`,
  exceptions: 'For security fixes that are in the archive but not yet in the base image a plain upgrade is enough.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { managers: 'zypper' } } },
  aliases: ['hadolint:DL3035', 'trivy:DS-0024', 'dockle:DKL-DI-0003', 'dockerfilelint:apt-get-dist-upgrade', 'droast:DF044'],
  controls: [],
  mentions: { RUN: [...APT_WORDS, ...RPM_WORDS] },
  options: {
    managers: {
      type: 'string',
      enum: ['all', 'zypper'],
      default: 'all',
      description: '`all` asks it of every package manager; `zypper` of that alone.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => ({
    RUN(node) {
      for (const { manager, action, subcommand, subcommandText, dryRun } of packageCommands(model, shell, node)) {
        if (action !== 'dist-upgrade' || subcommand === null || dryRun || (options.managers === 'zypper' && manager !== 'zypper')) continue;
        report({
          at: subcommand.range,
          message: `${manager} ${subcommandText} makes the image depend on the day of the build; take a newer base image`,
        });
      }
    },
  }),
  examples: [
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get «dist-upgrade» -y', message: 'apt-get dist-upgrade' },
    { bad: 'FROM opensuse/leap:15.6\nRUN zypper -n «dup»; zypper -n «dist-upgrade»' },
    { bad: 'FROM debian:12\nRUN apt -y «full-upgrade»\nFROM fedora:41\nRUN dnf -y «distro-sync»' },
    { good: 'FROM debian:12\nRUN apt-get update && apt-get upgrade -y && apt-get -s dist-upgrade && echo apt-get dist-upgrade\nFROM fedora:41\nRUN dnf upgrade -y' },
    { options: { managers: 'zypper' }, good: 'FROM debian:12\nRUN apt-get dist-upgrade -y' },
  ],
});
