import {
  commandsThatLeaveCache, defineRule, hasDisposableMount, mountsOf, packageCommands, type PackageCommand, type RunInstruction, type Stage,
} from '../../src/rule';

const INDEX = '/var/cache/apk';

export default defineRule({
  summary: 'Add packages without keeping the index of apk',
  why: `apk fetches the index of its repositories and keeps it: some megabytes that are stale the next day. With \`--no-cache\` it is fetched
anew and never written, so there is nothing to update before or to remove behind.`,
  exceptions: 'A cache mount on /var/cache/apk is as good, and makes the next build quicker.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'info', options: { answers: 'flag', stages: 'all' } } },
  aliases: [
    'hadolint:DL3019', 'trivy:DS-0025', 'kics:ae9c56a6', 'dockle:DKL-DI-0004', 'dockerfilelint:apkadd-missing_nocache_or_updaterm', 'droast:DF029',
    'dockerfile-doctor:DD025',
  ],
  controls: [],
  mentions: { RUN: ['apk'] },
  options: {
    answers: {
      type: 'string',
      enum: ['any', 'flag'],
      default: 'any',
      description: '`any` takes the removal of the index in the same RUN for an answer, and a mount on /etc/apk/cache; `flag` only --no-cache or a mount on /var/cache/apk.',
    },
    stages: {
      type: 'string',
      enum: ['shipped', 'all'],
      default: 'shipped',
      description: '`shipped` leaves out stages that nothing of is shipped but what is copied from them; `all` asks it of every stage.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    function leavesIndex(node: RunInstruction): readonly PackageCommand[] {
      if (options.answers === 'any') return commandsThatLeaveCache(model, shell, node, ['apk'], ['install']).filter(isAdd);
      if (hasDisposableMount(node, INDEX)) return [];
      return packageCommands(model, shell, node).filter((asked) => isAdd(asked) && asked.noCache === false);
    }

    const needing = new Map<Stage, boolean>();

    /** Where another command needs what the switch would keep from being written. */
    function mayBeNeeded(node: RunInstruction): boolean {
      if (mountsOf(node).some(({ type }) => type === 'cache') || node.flags.some(({ name, value }) => name === 'network' && value?.value === 'none')) return true;
      return model.stageOf(node)?.chain.some((stage) => {
        const known = needing.get(stage) ?? stage.instructions.some((run) => run.keyword === 'RUN' && packageCommands(model, shell, run).some(needsIndex));
        needing.set(stage, known);
        return known;
      }) === true;
    }

    return {
      RUN(node) {
        if (options.stages === 'shipped' && model.stageOf(node)?.isShipped !== true) return;
        for (const asked of leavesIndex(node)) {
          if (asked.subcommand === null) continue;
          const { end } = asked.subcommand.range;
          report({
            at: asked.subcommand.range,
            message: 'apk add leaves its index in this layer; add --no-cache, or mount a cache on /var/cache/apk',
            ...(asked.subcommand.raw === 'add' && !mayBeNeeded(node)
              ? { fix: { kind: 'safe', changes: 'image', edits: [{ at: { start: end, end }, text: ' --no-cache' }] } }
              : {}),
          });
        }
      },
    };
  },
  examples: [
    { bad: 'FROM alpine:3.20\nRUN apk «add» git', fixed: 'FROM alpine:3.20\nRUN apk add --no-cache git' },
    { good: 'FROM alpine:3.20\nRUN apk add --no-cache git && apk --no-cache add jq && apk add tar --no-cache' },
    { good: 'FROM alpine:3.20\nRUN apk add --update git && rm -rf /var/cache/apk/*\nRUN --mount=type=cache,target=/etc/apk/cache apk add jq' },
    { options: { answers: 'flag' }, bad: 'FROM alpine:3.20\nRUN apk «add» --update git && rm -rf /var/cache/apk/*\nRUN --mount=type=cache,target=/var/cache/apk apk add jq' },
    { bad: 'FROM alpine:3.20\nRUN rm -rf /var/cache/apk/* && apk update && apk «add» git' },
    { good: 'FROM alpine:3.20\nARG OPTIONS\nRUN apk add --no-network ./a.apk && apk add $OPTIONS git' },
    { good: 'FROM alpine:3.20 AS build\nRUN apk add git\nFROM scratch\nCOPY --from=build /a /a' },
    { options: { stages: 'all' }, bad: 'FROM alpine:3.20 AS build\nRUN apk «add» git && apk fetch jq\nFROM scratch\nCOPY --from=build /a /a' },
  ],
});

function isAdd({ manager, subcommandText, dryRun, options }: PackageCommand): boolean {
  return manager === 'apk' && subcommandText === 'add' && !dryRun && !options.some(({ name }) => name === '--no-network');
}

function needsIndex({ manager, action, options }: PackageCommand): boolean {
  return manager === 'apk' && (action === 'refresh' || action === 'download' || options.some(({ name }) => name === '--no-network'));
}
