import { commandsThatLeaveCache, defineRule, endOfChain } from '../../src/rule';

export default defineRule({
  summary: 'Clean up behind yum in the same RUN',
  why: `yum keeps the lists of the repositories, and often the packages, in its cache: tens to hundreds of megabytes that nobody reads again. A
later RUN that deletes them does not make the image smaller: they stay in the earlier layer.`,
  exceptions: 'A cache mount on /var/cache/yum is as good, and makes the next build quicker.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { stages: 'all' } } },
  aliases: [
    'hadolint:DL3032', 'trivy:DS-0015', 'kics:00481784', 'dockerfile_lint:no_yum_clean_all', 'droast:DF047', 'dockerfile-doctor:DD031',
  ],
  controls: [],
  mentions: { RUN: ['yum'] },
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
      const last = commandsThatLeaveCache(model, shell, node, ['yum'], ['install']).at(-1);
      if (last?.subcommand == null) return;
      const cleanUp = 'yum clean all';
      const place = last.command.wrapper === null ? endOfChain(shell, node) : null;
      report({
        at: last.subcommand.range,
        message: `${last.manager} ${last.subcommandText} leaves its cache in this layer; end the RUN with ${cleanUp}, or mount a cache on /var/cache/yum`,
        ...(place === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: place, text: ` && ${cleanUp}` }] } }),
      });
    },
  }),
  examples: [
    {
      bad: 'FROM rockylinux:8\nRUN yum -y «install» git',
      fixed: 'FROM rockylinux:8\nRUN yum -y install git && yum clean all',
      message: 'end the RUN with yum clean all',
    },
    { good: 'FROM rockylinux:8\nRUN yum -y install git && yum clean all\nRUN yum install -y jq; rm -rf /var/cache/yum/*\nRUN yum install -y tar && dnf clean all' },
    { bad: 'FROM rockylinux:8\nRUN yum clean all && yum -y «install» git\nRUN yum clean all' },
    { bad: 'FROM rockylinux:8\nRUN yum -y «install» git && yum clean metadata', fixed: 'FROM rockylinux:8\nRUN yum -y install git && yum clean metadata && yum clean all' },
    { good: 'FROM rockylinux:8\nRUN --mount=type=cache,target=/var/cache/yum yum install -y git\nRUN --mount=type=tmpfs,target=/var/cache yum install -y jq' },
    { good: 'FROM rockylinux:8 AS build\nRUN yum install -y git\nFROM scratch\nCOPY --from=build /a /a' },
    { options: { stages: 'all' }, bad: 'FROM rockylinux:8 AS build\nRUN yum «install» -y git; make\nFROM scratch\nCOPY --from=build /a /a' },
  ],
});
