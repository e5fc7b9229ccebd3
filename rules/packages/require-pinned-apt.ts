import { defineRule, unpinnedInstalls } from '../../src/rule';

export default defineRule({
  summary: 'Give the version of what apt installs',
  why: `Without a version apt takes what the archive holds on the day of the build, so that two builds of one file give two images, and a
new release of a package can break a build that nobody changed.`,
  exceptions: `Debian and Ubuntu drop a version from their archives as soon as there is a newer one, so a pinned build fails one day, and it gets
no security updates until then. A base image by digest, or an archive snapshot, holds more with less work; this is why the rule is off.`,
  severity: 'off',
  presets: { hadolint: { severity: 'warning', options: { commands: 'apt-get' } } },
  aliases: ['hadolint:DL3008', 'kics:965a08d7', 'droast:DF005', 'dockerfile-doctor:DD022'],
  controls: [],
  mentions: { RUN: ['apt'] },
  options: {
    commands: {
      type: 'string',
      enum: ['all', 'apt-get'],
      default: 'all',
      description: '`all` asks it of apt-get and apt, `apt-get` of that alone.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => ({
    RUN(node) {
      for (const { asked, first, names } of unpinnedInstalls(model, shell, node, options.commands === 'all' ? ['apt-get', 'apt'] : ['apt-get'])) {
        report({ at: first.range, message: `${asked.manager} install takes whatever version of ${names} is current; name it as in ${first.value}=VERSION` });
      }
    },
  }),
  examples: [
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y git=1:2.39.5-0+deb12u2 «curl» jq', message: 'whatever version of curl and jq' },
    { good: 'FROM debian:12\nRUN apt-get update && apt-get install -y git=1:2.39.5-0+deb12u2 curl/bookworm ./a.deb vim-' },
    { good: 'FROM debian:12\nRUN apt-get -t bookworm-backports -o Dpkg::Options::=--force-confold install -y git=1:2.47.3-0+deb13u1' },
    { good: 'FROM debian:12\nARG GIT\nARG DEBS\nRUN apt-get install -y git=$GIT curl${GIT} $DEBS' },
    { bad: 'FROM debian:12\nARG DEBS="git=2 jq"\nRUN apt-get install -y «$DEBS»', message: 'of jq' },
    { bad: 'FROM debian:12\nRUN set -x; deps="git jq"; apt install -y «$deps»', message: 'of git and jq' },
    { options: { commands: 'apt-get' }, good: 'FROM debian:12\nRUN apt install -y git' },
  ],
});
