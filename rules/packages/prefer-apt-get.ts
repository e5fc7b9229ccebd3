import { defineRule, packageCommands, type PackageCommand, type ReportedFix } from '../../src/rule';

export default defineRule({
  summary: 'Use apt-get or apt-cache instead of apt',
  why: `apt is made for a person at a terminal: it says itself that its commands, options and output may change from one release to the next.
apt-get and apt-cache stay as they are, which is what a script needs.`,
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning' } },
  aliases: ['hadolint:DL3027', 'checkov:CKV_DOCKER_9', 'kics:b84a0b47', 'droast:DF059', 'dockerfile-doctor:DD024'],
  controls: [],
  mentions: { RUN: ['apt'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const asked of packageCommands(model, shell, node)) {
        const { nameRange } = asked.command;
        if (asked.manager !== 'apt' || nameRange === null || asked.command.name?.startsWith('.') === true) continue;
        const fix = fixOf(asked);
        report({
          at: nameRange,
          message: `apt${asked.subcommandText === '' ? '' : ` ${asked.subcommandText}`} is meant for a terminal and may change; use ${insteadOf(asked)}`,
          ...(fix === null ? {} : { fix }),
        });
      }
    },
  }),
  examples: [
    {
      bad: 'FROM debian:12\nRUN «apt» update && «apt» install -y git',
      fixed: 'FROM debian:12\nRUN apt-get update && apt-get install -y git',
      message: 'use apt-get update',
    },
    { good: 'FROM debian:12\nRUN apt-get update && apt-cache policy git && apt-key list && echo apt install && curl https://example.org/apt install.sh' },
    { bad: 'FROM debian:12\nRUN «apt» upgrade -y', fixed: 'FROM debian:12\nRUN apt-get upgrade --with-new-pkgs -y' },
    { bad: 'FROM debian:12\nRUN sudo «apt» full-upgrade -y', fixed: 'FROM debian:12\nRUN sudo apt-get dist-upgrade -y' },
    { bad: 'FROM debian:12\nRUN if «apt» show git; then echo yes; fi', fixed: 'FROM debian:12\nRUN if apt-cache show git; then echo yes; fi', message: 'use apt-cache show' },
    { bad: 'FROM debian:12\nRUN «/usr/bin/apt» list git' },
    { good: 'FROM debian:12\nRUN mkdir -p /etc/apt/apt.conf.d && ./apt install && rm -rf apt' },
  ],
});

/** They mean the same to both. */
const SAME: ReadonlySet<string> = new Set(['update', 'install', 'remove', 'purge', 'autoremove', 'clean']);
const OF_APT_CACHE: ReadonlySet<string> = new Set(['search', 'show', 'policy', 'showsrc', 'depends', 'rdepends']);

function insteadOf({ subcommandText }: PackageCommand): string {
  if (subcommandText === 'upgrade') return 'apt-get upgrade --with-new-pkgs';
  if (subcommandText === 'full-upgrade') return 'apt-get dist-upgrade';
  if (SAME.has(subcommandText)) return `apt-get ${subcommandText}`;
  return OF_APT_CACHE.has(subcommandText) ? `apt-cache ${subcommandText}` : 'apt-get or apt-cache';
}

function fixOf({ command, subcommand, subcommandText }: PackageCommand): ReportedFix | null {
  const [program] = command.words;
  if (program?.raw !== 'apt' || subcommand?.raw !== subcommandText) return null;
  const rename = (text: string) => ({ at: program.range, text });
  const { range: { start, end } } = subcommand;
  if (SAME.has(subcommandText)) return { kind: 'safe', changes: 'text', edits: [rename('apt-get')] };
  if (subcommandText === 'upgrade') return { kind: 'suggestion', changes: 'text', edits: [rename('apt-get'), { at: { start: end, end }, text: ' --with-new-pkgs' }] };
  if (subcommandText === 'full-upgrade') return { kind: 'suggestion', changes: 'text', edits: [rename('apt-get'), { at: { start, end }, text: 'dist-upgrade' }] };
  if (OF_APT_CACHE.has(subcommandText)) return { kind: 'suggestion', changes: 'text', edits: [rename('apt-cache')] };
  return null;
}
