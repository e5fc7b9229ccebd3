import { aptSettingsAt, defineRule, packageCommands } from '../../src/rule';

export default defineRule({
  summary: 'Install without the packages that apt merely recommends',
  why: `apt-get install brings in every recommended package too: often several times what was asked for, more to transfer and more to
patch. With \`--no-install-recommends\` the image holds what is named and what that needs.`,
  exceptions: 'Where a recommended package is wanted, name it; that says so to the next reader too.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'info' }, cis: {}, gc: {} },
  aliases: [
    'hadolint:DL3015', 'trivy:DS-0029', 'kics:7384dfb2', 'dockerfilelint:apt-get_recommends', 'droast:DF016', 'dockerfile-doctor:DD003',
  ],
  controls: ['cis-docker:4.3', 'gc:minimal-image'],
  mentions: { RUN: ['apt'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node) {
      for (const asked of packageCommands(model, shell, node)) {
        if (asked.manager !== 'apt' && asked.manager !== 'apt-get') continue;
        if (asked.subcommandText !== 'install' || asked.subcommand === null || asked.noRecommends !== false || asked.dryRun) continue;
        if (asked.packages.length + asked.opaque.length === 0 && !asked.options.some(({ name }) => name === '-f' || name === '--fix-broken')) continue;
        if (aptSettingsAt(model, shell, node, asked.command).noRecommends !== false) continue;
        const { end } = asked.subcommand.range;
        report({
          at: asked.subcommand.range,
          message: `${asked.manager} install brings in recommended packages as well; add --no-install-recommends`,
          ...(asked.subcommand.raw === 'install'
            ? { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: end, end }, text: ' --no-install-recommends' }] } }
            : {}),
        });
      }
    },
  }),
  examples: [
    {
      bad: 'FROM debian:12\nRUN apt-get update && apt-get «install» -y git',
      fixed: 'FROM debian:12\nRUN apt-get update && apt-get install --no-install-recommends -y git',
    },
    { good: 'FROM debian:12\nRUN apt-get install -y --no-install-recommends git && apt-get -y install git --no-install-recommends' },
    { good: 'FROM debian:12\nRUN apt-get -o APT::Install-Recommends=0 install -y git && apt-get --install-recommends=no install -y jq' },
    { good: 'FROM debian:12\nRUN printf \'APT::Install-Recommends "false";\' > /etc/apt/apt.conf.d/01lean\nRUN apt-get install -y git' },
    { good: 'FROM debian:12\nARG OPTIONS\nRUN apt-get install $OPTIONS git && apt-get build-dep git && apt-get install -y' },
    { bad: 'FROM debian:12\nRUN <<EOF\nset -e\napt «install» -y git\nEOF', fixed: 'FROM debian:12\nRUN <<EOF\nset -e\napt install --no-install-recommends -y git\nEOF' },
    { bad: 'FROM debian:12\nRUN dpkg -i a.deb || apt-get «install» -yf', fixed: 'FROM debian:12\nRUN dpkg -i a.deb || apt-get install --no-install-recommends -yf' },
  ],
});
