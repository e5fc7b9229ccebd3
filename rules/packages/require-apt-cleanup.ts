import { APT_WORDS, callsCleanUp, cleansAptLists, defineRule, endOfChain, hasDisposableMount, packageCommands, type Instruction, type PackageCommand, type RunInstruction, type ShellCommand, type Stage } from '../../src/rule';

const LISTS = '/var/lib/apt/lists';
const CLEAN_UP = `rm -rf ${LISTS}/*`;

export default defineRule({
  summary: 'Remove the package lists in the RUN that fetched them',
  why: `\`apt-get update\` writes tens of megabytes of package lists. They are stale the next day, and a later RUN that deletes them does not
make the image smaller: they stay in the earlier layer.`,
  exceptions: 'A cache mount on the lists is as good, and makes the next build quicker.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'info' } },
  aliases: [
    'hadolint:DL3009', 'kics:df746b39', 'dockle:DKL-DI-0005', 'dockerfilelint:apt-get_missing_rm', 'dockerfile_lint:no_apt-get_clean',
    'droast:DF004', 'dockerfile-doctor:DD004',
  ],
  controls: [],
  mentions: { RUN: APT_WORDS },
  dockerfile: ({ model, shell, report }) => {
    function cleansUpAfter(node: RunInstruction, refresh: ShellCommand): boolean {
      return shell.commands(node).some((command) => command.range.start > refresh.range.start && (cleansAptLists(command) !== false || callsCleanUp(command)));
    }

    let neededLater: ReadonlySet<RunInstruction> | null = null;

    /** The RUNs whose lists a later RUN installs from: to remove them there would break that. */
    function runsNeededLater(): ReadonlySet<RunInstruction> {
      const needed = new Set<RunInstruction>();
      const lastOf = new Map<Stage, RunInstruction | null>();
      for (const stage of model.stages) {
        let last = stage.base.kind === 'stage' ? lastOf.get(stage.base.stage) ?? null : null;
        for (const node of stage.instructions.filter(isRun)) {
          for (const asked of packageCommands(model, shell, node).filter(isApt)) {
            if (asked.action === 'refresh') last = node;
            else if (NEEDS_LISTS.has(asked.action) && last !== null && last !== node) needed.add(last);
          }
        }
        lastOf.set(stage, last);
      }
      return needed;
    }

    function advice(node: RunInstruction, endsThere: boolean): string {
      if (endsThere) return `; refresh them in the RUN that installs, and end that with ${CLEAN_UP}`;
      neededLater ??= runsNeededLater();
      if (neededLater.has(node)) return `, and a later RUN installs from them; refresh them there too, and end both with ${CLEAN_UP}`;
      return `; end the RUN with ${CLEAN_UP}, or mount a cache there`;
    }

    return {
      RUN(node) {
        if (model.stageOf(node)?.isShipped !== true) return;
        const last = packageCommands(model, shell, node).filter((asked) => isApt(asked) && asked.action === 'refresh').at(-1);
        if (last?.subcommand == null || hasDisposableMount(node, LISTS) || cleansUpAfter(node, last.command)) return;
        const endsThere = shell.commands(node).at(-1) === last.command;
        const advised = advice(node, endsThere);
        const place = endsThere || neededLater?.has(node) === true || last.command.wrapper !== null ? null : endOfChain(shell, node);
        report({
          at: last.subcommand.range,
          message: `${last.manager} ${last.subcommandText} leaves its package lists in this layer${advised}`,
          ...(place === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: place, text: ` && ${CLEAN_UP}` }] } }),
        });
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*' },
    {
      bad: 'FROM debian:12\nRUN apt-get «update» && apt-get install -y git && apt-get clean',
      fixed: 'FROM debian:12\nRUN apt-get update && apt-get install -y git && apt-get clean && rm -rf /var/lib/apt/lists/*',
      message: 'end the RUN with rm -rf',
    },
    { bad: 'FROM debian:12\nRUN apt-get «update»\nRUN apt-get install -y git', message: 'the RUN that installs' },
    { bad: 'FROM debian:12\nRUN apt-get «update» && apt-get install -y git\nRUN apt-get install -y jq', message: 'a later RUN installs from them' },
    { good: 'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y git' },
    { good: 'FROM debian:12\nRUN apt-get update; apt-get install -y git; find /var/lib/apt/lists -type f -delete\nRUN apt-get update && apt-get install -y jq && rm -r -f /var/lib/apt' },
    { good: 'FROM debian:12 AS build\nRUN apt-get update && apt-get install -y git\nFROM debian:12\nCOPY --from=build /a /a' },
    { bad: 'FROM debian:12\nRUN rm -rf /var/lib/apt/lists/* && apt «update» && apt install -y git' },
    { bad: 'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt/lists/partial apt-get «update» && apt-get install -y git' },
  ],
});

/** What reads the lists, apart from a refresh. */
const NEEDS_LISTS: ReadonlySet<string> = new Set(['install', 'upgrade', 'dist-upgrade', 'download']);

function isApt({ manager, dryRun }: PackageCommand): boolean {
  return manager.startsWith('apt') && !dryRun;
}

function isRun(node: Instruction): node is RunInstruction {
  return node.keyword === 'RUN';
}
