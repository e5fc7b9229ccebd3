import { aptSettingsAt, defineRule, packageCommands, type PackageCommand } from '../../src/rule';

export default defineRule({
  summary: 'Answer apt before it asks',
  why: `apt asks before it installs or removes more than it was told to, and a build has nobody to answer: it stops with an error. That
it builds today only means that no further package came in.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { commands: 'install' } } },
  aliases: [
    'hadolint:DL3014', 'trivy:DS-0021', 'kics:77783205', 'dockerfilelint:apt-get_missing_param', 'droast:DF015', 'dockerfile-doctor:DD023',
  ],
  controls: [],
  mentions: { RUN: ['apt'] },
  options: {
    commands: {
      type: 'string',
      enum: ['all', 'install'],
      default: 'all',
      description: '`all` asks it of install, upgrade, remove and the like of apt-get and apt; `install` of apt-get install alone.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    function mayAsk({ manager, action, subcommandText, assumeYes, dryRun }: PackageCommand): boolean {
      if (options.commands === 'install') return manager === 'apt-get' && subcommandText === 'install' && assumeYes === false;
      if (manager !== 'apt' && manager !== 'apt-get') return false;
      if (action !== 'install' && action !== 'upgrade' && action !== 'dist-upgrade' && action !== 'remove') return false;
      return assumeYes === false && !dryRun;
    }

    return {
      RUN(node) {
        for (const asked of packageCommands(model, shell, node)) {
          if (asked.subcommand === null || !mayAsk(asked)) continue;
          if (aptSettingsAt(model, shell, node, asked.command).assumeYes !== false) continue;
          const { end } = asked.subcommand.range;
          report({
            at: asked.subcommand.range,
            message: `${asked.manager} ${asked.subcommandText} may stop and ask; add -y`,
            ...(asked.subcommand.raw === asked.subcommandText
              ? { fix: { kind: 'safe', changes: 'text', edits: [{ at: { start: end, end }, text: ' -y' }] } }
              : {}),
          });
        }
      },
    };
  },
  examples: [
    {
      bad: 'FROM debian:12\nRUN apt-get update && apt-get «install» --no-install-recommends git',
      fixed: 'FROM debian:12\nRUN apt-get update && apt-get install -y --no-install-recommends git',
      message: 'apt-get install',
    },
    { good: 'FROM debian:12\nRUN apt-get -qq install git && apt-get install -yqq curl && apt-get install --assume-yes jq && apt-get -q=2 install tar' },
    { good: 'FROM debian:12\nRUN yes | apt-get install git && apt-get -o APT::Get::Assume-Yes=true install jq' },
    { good: 'FROM debian:12\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install git' },
    { good: 'FROM debian:12\nARG APT_FLAGS\nRUN apt-get install $APT_FLAGS git && apt-get update && apt-get clean && apt-get -s upgrade' },
    { bad: 'FROM debian:12\nRUN apt-get update; \\\n  apt «upgrade»; \\\n  apt-get «autoremove»', fixed: 'FROM debian:12\nRUN apt-get update; \\\n  apt upgrade -y; \\\n  apt-get autoremove -y' },
    { options: { commands: 'install' }, good: 'FROM debian:12\nRUN apt install git && apt-get upgrade' },
  ],
});
