import { commandsThatLeaveCache, defineRule, endOfChain } from '../../src/rule';

export default defineRule({
  summary: 'Clean up behind dnf in the same RUN',
  why: `dnf keeps the lists of the repositories, and often the packages, in its cache: tens to hundreds of megabytes that nobody reads again. A
later RUN that deletes them does not make the image smaller: they stay in the earlier layer.`,
  exceptions: 'A cache mount on /var/cache/dnf is as good, and makes the next build quicker.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { stages: 'all' } } },
  aliases: [
    'hadolint:DL3040', 'trivy:DS-0019', 'trivy:DS-0027', 'kics:295acb63', 'dockerfile_lint:no_dnf_clean_all', 'droast:DF046', 'dockerfile-doctor:DD033',
  ],
  controls: [],
  mentions: { RUN: ['dnf', 'microdnf'] },
  options: {
    stages: {
      type: 'string',
      enum: ['shipped', 'all'],
      default: 'shipped',
      description: '`shipped` leaves out stages that nothing of is shipped but what is copied from them; `all` asks it of every stage.',
    },
  },
  messages: {
    dnf: {
      aliases: ['hadolint:DL3040', 'trivy:DS-0019', 'kics:295acb63', 'dockerfile_lint:no_dnf_clean_all', 'droast:DF046', 'dockerfile-doctor:DD033'],
      description: 'dnf leaves its cache.',
    },
    microdnf: { aliases: ['hadolint:DL3040', 'trivy:DS-0027'], description: 'microdnf leaves its cache.' },
  },
  dockerfile: ({ model, shell, options, report }) => ({
    RUN(node) {
      if (options.stages === 'shipped' && model.stageOf(node)?.isShipped !== true) return;
      const last = commandsThatLeaveCache(model, shell, node, ['dnf', 'microdnf'], ['install']).at(-1);
      if (last?.subcommand == null) return;
      const cleanUp = `${last.manager} clean all`;
      const place = last.command.wrapper === null ? endOfChain(shell, node) : null;
      report({
        at: last.subcommand.range,
        messageId: last.manager === 'microdnf' ? 'microdnf' : 'dnf',
        message: `${last.manager} ${last.subcommandText} leaves its cache in this layer; end the RUN with ${cleanUp}, or mount a cache on /var/cache/dnf`,
        ...(place === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: place, text: ` && ${cleanUp}` }] } }),
      });
    },
  }),
  examples: [
    {
      bad: 'FROM fedora:41\nRUN dnf -y «install» git',
      fixed: 'FROM fedora:41\nRUN dnf -y install git && dnf clean all',
      message: 'end the RUN with dnf clean all',
    },
    { bad: 'FROM redhat/ubi9-minimal:9.4\nRUN microdnf «install» -y git; ./configure', message: 'microdnf clean all' },
    { good: 'FROM fedora:41\nRUN dnf5 -y install git && dnf clean all\nRUN dnf install -y jq; rm -rf /var/cache/libdnf5\nRUN microdnf install -y tar && microdnf clean all' },
    { bad: 'FROM fedora:41\nRUN dnf clean all && dnf «module» install -y nodejs:20\nRUN dnf clean all' },
    { good: 'FROM fedora:41\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf5 install -y git\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y jq' },
    { good: 'FROM fedora:41 AS build\nRUN dnf install -y git\nFROM scratch\nCOPY --from=build /a /a' },
    { options: { stages: 'all' }, bad: 'FROM fedora:41 AS build\nRUN dnf «install» -y git; make\nFROM scratch\nCOPY --from=build /a /a' },
  ],
});
