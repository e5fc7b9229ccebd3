import { defineRule, scriptOptionsAt, type RunInstruction, type ShellCommand, type ShellPipeline, type ShellScript } from '../../src/rule';

export default defineRule({
  summary: 'Let a pipe fail when its left side fails',
  why: `A pipeline's exit status is that of its last command. In \`curl … | tar x\` a failed download goes unnoticed, the build
succeeds, and the image lacks files. With \`pipefail\` the build stops there.`,
  exceptions: 'A pipe whose left side may fail without harm can say so with `|| true`.',
  severity: 'info',
  presets: {
    strict: {},
    hadolint: { severity: 'warning', options: { inlineSet: false, harmlessLeft: 'report', inheritShell: false } },
  },
  aliases: ['hadolint:DL4006', 'kics:efbf148a', 'droast:DF057', 'dockerfile-doctor:DD040'],
  controls: [],
  options: {
    inlineSet: { type: 'boolean', default: true, description: 'Accept `set -o pipefail` in the RUN itself.' },
    harmlessLeft: {
      type: 'string',
      enum: ['excuse', 'report'],
      default: 'excuse',
      description: 'What happens to a left side that cannot fail, such as echo and printf.',
    },
    inheritShell: { type: 'boolean', default: true, description: 'Accept a SHELL that the stage inherits from a stage of this file.' },
  },
  dockerfile: ({ model, shell, options, report }) => {
    function judge(node: RunInstruction, script: ShellScript): void {
      const pipeline = script.pipelines.find((candidate) => hidesFailure(node, script, candidate));
      const bar = pipeline?.operators[0];
      if (bar === undefined) return;
      report({ at: bar, message: `A failure on the left of this pipe goes unnoticed; ${remedy(node)}` });
    }

    function hidesFailure(node: RunInstruction, script: ShellScript, pipeline: ShellPipeline): boolean {
      const last = pipeline.commands[pipeline.commands.length - 1];
      if (last === undefined || pipeline.negated || last.failureHandled) return false;
      if (options.harmlessLeft === 'excuse' && pipeline.commands.slice(0, -1).every(cannotFail)) return false;
      if (options.inlineSet) return scriptOptionsAt(script, last).pipefail === false;
      return !(script.pipefail && (options.inheritShell || ownShell(node)));
    }

    function ownShell(node: RunInstruction): boolean {
      const setter = model.stateAt(node).shell.instruction;
      return setter !== null && model.stageOf(setter) === model.stageOf(node);
    }

    function remedy(node: RunInstruction): string {
      const { kind, knowsPipefail } = model.stateAt(node).shell;
      if (knowsPipefail === true && kind !== 'bash') return 'put set -o pipefail before it';
      if (kind === 'bash') return 'put set -o pipefail before it, or add -o pipefail to SHELL';
      return 'set SHELL ["/bin/bash", "-o", "pipefail", "-c"] where the image has bash, as its sh may not know pipefail';
    }

    return {
      RUN(node) {
        for (const script of shell.scripts(node)) if (script.shell !== 'unknown') judge(node, script);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN curl -f https://example.org/a | tar x' },
    { bad: 'FROM debian:12\nRUN make && curl -f https://example.org/a.tar «|» tar x', message: '/bin/bash' },
    { bad: 'FROM alpine:3.20\nRUN wget -O - https://example.org/a.tar «|» tar x', message: 'set -o pipefail' },
    { good: 'FROM alpine:3.20\nRUN set -eo pipefail; wget -O - https://example.org/a.tar | tar x\nRUN ps | grep app || true' },
    { good: 'FROM debian:12\nRUN echo "deb https://example.org stable main" | tee /etc/apt/sources.list.d/a.list' },
    { options: { inlineSet: false }, bad: 'FROM alpine:3.20\nRUN set -o pipefail && wget -O - https://example.org/a «|» sh' },
    { options: { harmlessLeft: 'report' }, bad: 'FROM debian:12\nRUN echo a «|» tee b' },
    {
      options: { inlineSet: false, inheritShell: false },
      bad: 'FROM debian:12 AS a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM a\nRUN make «|» tee log',
    },
  ],
});

/** A command that gives its text whatever happens. */
function cannotFail({ name, words, redirects }: ShellCommand): boolean {
  if (name === 'echo' || name === 'printf' || name === 'yes' || name === ':') return true;
  return name === 'cat' && words.length === 1 && redirects.some(({ operator }) => operator.startsWith('<<'));
}
