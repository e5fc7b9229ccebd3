import { commandsThatLeaveCache, defineRule, mentions, mountsOf, packageCommands, type PackageCommand, type RunInstruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Install without keeping the cache of pip',
  why: `pip keeps what it downloads and builds in a cache, so that the next installation is quicker. In an image there is no next one: the
packages are shipped a second time, packed.`,
  exceptions: 'A cache mount on /root/.cache/pip is as good, and makes the next build quicker.',
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { stages: 'all' } } },
  aliases: ['hadolint:DL3042', 'kics:f2f903fb', 'droast:DF030', 'dockerfile-doctor:DD009'],
  controls: [],
  mentions: { RUN: ['pip'] },
  options: {
    stages: {
      type: 'string',
      enum: ['shipped', 'all'],
      default: 'shipped',
      description: '`shipped` leaves out stages that nothing of is shipped but what is copied from them; `all` asks it of every stage.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    const configuredAt = new Map<Stage, number>();
    const needing = new Map<Stage, boolean>();

    /** A file or `pip config` may have switched the cache off, in an instruction before or the one itself. */
    function isConfigured(node: RunInstruction): boolean {
      return model.stageOf(node)?.chain.some((stage) => {
        const first = configuredAt.get(stage) ?? stage.instructions.find((other) => mentions(model, other, CONFIGURATION))?.range.start ?? Infinity;
        configuredAt.set(stage, first);
        return first <= node.range.start;
      }) === true;
    }

    /** Where the cache is used on purpose, or nothing can be fetched again. */
    function mayBeNeeded(node: RunInstruction): boolean {
      if (mountsOf(node).some(({ type }) => type === 'cache') || node.flags.some(({ name, value }) => name === 'network' && value?.value === 'none')) return true;
      return model.stageOf(node)?.chain.some((stage) => {
        const known = needing.get(stage) ?? stage.instructions.some((run) => run.keyword === 'RUN' && packageCommands(model, shell, run).some(usesCache));
        needing.set(stage, known);
        return known;
      }) === true;
    }

    return {
      RUN(node) {
        if (options.stages === 'shipped' && model.stageOf(node)?.isShipped !== true) return;
        for (const asked of commandsThatLeaveCache(model, shell, node, ['pip'], ['install'])) {
          if (asked.subcommand === null || isConfigured(node)) continue;
          const { end } = asked.subcommand.range;
          report({
            at: asked.subcommand.range,
            message: 'pip install keeps its cache in this layer; add --no-cache-dir, or mount a cache on ~/.cache/pip',
            ...(asked.subcommand.raw === 'install' && !mayBeNeeded(node)
              ? { fix: { kind: 'safe', changes: 'image', edits: [{ at: { start: end, end }, text: ' --no-cache-dir' }] } }
              : {}),
          });
        }
      },
    };
  },
  examples: [
    { bad: 'FROM python:3.12\nRUN pip3 «install» flask', fixed: 'FROM python:3.12\nRUN pip3 install --no-cache-dir flask' },
    { good: 'FROM python:3.12\nRUN pip install \\\n  flask \\\n  --no-cache-dir && python -m pip --no-cache-dir install jinja2' },
    { good: 'FROM python:3.12\nENV PIP_NO_CACHE_DIR=off\nRUN pip install flask\nFROM python:3.12\nRUN PIP_NO_CACHE_DIR=0 pip install flask && export PIP_NO_CACHE_DIR=1 && pip install jinja2' },
    { bad: 'FROM python:3.12\nRUN . venv/bin/activate && pip «install» flask', fixed: 'FROM python:3.12\nRUN . venv/bin/activate && pip install --no-cache-dir flask' },
    { good: 'FROM python:3.12\nRUN pip install flask && rm -rf ~/.cache\nRUN pip install jinja2; pip cache purge\nRUN --mount=type=cache,target=/root/.cache/pip pip install celery' },
    { good: 'FROM python:3.12\nCOPY pip.conf /etc/pip.conf\nRUN pip install flask && pipenv install jq && uv pip install jinja2 && pip uninstall -y a' },
    { good: 'FROM python:3.12 AS build\nRUN pip install flask\nFROM scratch\nCOPY --from=build /a /a' },
    { options: { stages: 'all' }, bad: 'FROM python:3.12 AS build\nRUN pip download a && pip «install» flask\nFROM scratch\nCOPY --from=build /a /a' },
  ],
});

function usesCache({ manager, action, subcommandText }: PackageCommand): boolean {
  return manager === 'pip' && (action === 'download' || subcommandText.startsWith('cache'));
}

const CONFIGURATION = /pip\.conf|config\s.*no-cache-dir/;
