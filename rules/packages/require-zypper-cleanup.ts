import { commandsThatLeaveCache, defineRule, endOfChain } from '../../src/rule';

export default defineRule({
  summary: 'Clean up behind zypper in the same RUN',
  why: `zypper keeps the lists of the repositories, and often the packages, in its cache: tens to hundreds of megabytes that nobody reads again. A
later RUN that deletes them does not make the image smaller: they stay in the earlier layer.`,
  exceptions: 'A cache mount on /var/cache/zypp is as good, and makes the next build quicker.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { stages: 'all' } } },
  aliases: ['hadolint:DL3036', 'trivy:DS-0020', 'kics:38300d1a', 'droast:DF045', 'dockerfile-doctor:DD034'],
  controls: [],
  mentions: { RUN: ['zypper'] },
  options: {
    stages: {
      type: 'string',
      enum: ['shipped', 'all'],
      default: 'shipped',
      description: '`shipped` leaves out stages that nothing of is shipped but what is copied from them; `all` asks it of every stage.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => ({
    RUN(node) {
      if (options.stages === 'shipped' && model.stageOf(node)?.isShipped !== true) return;
      const last = commandsThatLeaveCache(model, shell, node, ['zypper'], ['install']).at(-1);
      if (last?.subcommand == null) return;
      const cleanUp = 'zypper clean --all';
      const place = last.command.wrapper === null ? endOfChain(shell, node) : null;
      report({
        at: last.subcommand.range,
        message: `${last.manager} ${last.subcommandText} leaves its cache in this layer; end the RUN with ${cleanUp}, or mount a cache on /var/cache/zypp`,
        ...(place === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: place, text: ` && ${cleanUp}` }] } }),
      });
    },
  }),
  examples: [
    {
      bad: 'FROM opensuse/leap:15.6\nRUN zypper -n «install» git',
      fixed: 'FROM opensuse/leap:15.6\nRUN zypper -n install git && zypper clean --all',
      message: 'end the RUN with zypper clean --all',
    },
    { good: 'FROM opensuse/leap:15.6\nRUN zypper -n in git && zypper cc -a\nRUN zypper -n in jq; rm -rf /var/cache/zypp\nRUN zypper -n in tar && zypper clean' },
    { bad: 'FROM opensuse/leap:15.6\nRUN zypper clean && zypper -n «in» git; make\nRUN zypper clean' },
    { good: 'FROM opensuse/leap:15.6\nRUN --mount=type=cache,target=/var/cache/zypp zypper -n install git' },
    { good: 'FROM opensuse/leap:15.6 AS build\nRUN zypper -n install git\nFROM scratch\nCOPY --from=build /a /a' },
    { options: { stages: 'all' }, bad: 'FROM opensuse/leap:15.6 AS build\nRUN zypper -n «install» git; make\nFROM scratch\nCOPY --from=build /a /a' },
  ],
});
