import { defineRule, firstStatement, mentions, scriptOptionsAt, type RunInstruction, type ShellCommand, type ShellPipeline, type ShellScript } from '../../src/rule';

export default defineRule({
  summary: 'Let a pipe fail when its left side fails',
  why: `A pipeline's exit status is that of its last command. In \`curl … | tar x\` a failed download goes unnoticed, the build
succeeds, and the image lacks files. With \`pipefail\` the build stops there.`,
  exceptions: `A pipe whose left side may fail without harm can say so with \`|| true\`. Where the right side closes the pipe early, as
\`head\` does, pipefail may turn a success into a failure: let the left side write a file instead.`,
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
      description:
        'What happens to a pipe in which pipefail changes nothing: its left side cannot fail (echo, printf), its right side fails too (grep, sha256sum -c), or its status is handled (`|| true`) or asked for by nobody (`echo "$(a | b)"`).',
    },
    inheritShell: {
      type: 'boolean',
      default: true,
      description: 'Accept a SHELL that the stage inherits from a stage of this file, and one that an unknown base may have.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    function judge(node: RunInstruction, script: ShellScript): void {
      const isRead = statusReader(script.commands);
      for (const pipeline of script.pipelines) {
        const lost = lostIn(node, script, pipeline, isRead);
        const bar = lost === null ? undefined : pipeline.operators.find(({ start }) => start >= lost.range.end);
        const last = pipeline.commands[pipeline.commands.length - 1];
        if (lost === null || bar === undefined || last === undefined) continue;
        const { advice, statement } = remedy(node, script, last);
        report({
          at: bar,
          message: `A failure ${lost.name === null ? 'on the left' : `of ${lost.name}`} is lost in this pipe; ${advice}`,
          ...(statement === null ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [firstStatement(model.source, script, statement)] } }),
        });
        return;
      }
    }

    /** The command whose failure nobody sees. */
    function lostIn(node: RunInstruction, script: ShellScript, { commands, negated }: ShellPipeline, isRead: StatusReader): ShellCommand | null {
      const last = commands[commands.length - 1];
      const excuses = options.harmlessLeft === 'excuse';
      const lost = commands.slice(0, -1).find((command) => !excuses || !cannotFail(command));
      if (last === undefined || lost === undefined) return null;
      if (excuses && (negated || last.failureHandled || failsOnNothing(last) || !isRead(last))) return null;
      if (options.inlineSet) return scriptOptionsAt(script, last).pipefail === false ? lost : null;
      return script.pipefail && (options.inheritShell || hasOwnShell(node)) ? null : lost;
    }

    function hasOwnShell(node: RunInstruction): boolean {
      const setter = model.stateAt(node).shell.instruction;
      return setter !== null && model.stageOf(setter) === model.stageOf(node);
    }

    /** What to do, and the statement that does it, if it is one at the head of the script. */
    function remedy(node: RunInstruction, script: ShellScript, last: ShellCommand): { readonly advice: string; readonly statement: string | null } {
      const { shell: own } = model.stateAt(node);
      const started = last.nestedShell ?? (script.origin === 'exec-form' ? script : null);
      const kind = started?.shell ?? script.shell;
      const knows = kind === own.kind ? own.knowsPipefail : /^(?:ash|bash|zsh|ksh)$/.test(kind);
      const flag = needsErrexit(script, last) ? '-eo' : '-o';
      if (started !== null) return { advice: `start ${knows === true ? kind : 'a bash'} with ${flag} pipefail`, statement: null };
      // The other one changes what the rest of the script does, so a person should write it.
      if (knows === true && options.inlineSet) return { advice: `put set ${flag} pipefail before it`, statement: flag === '-o' ? 'set -o pipefail' : null };
      const words = `SHELL ["/bin/${knows === true && kind !== 'sh' ? kind : 'bash'}", "${flag}", "pipefail", "-c"]`;
      const why = knows === false ? `, as ${kind} here does not know pipefail` : knows === true ? '' : ' if the image has bash';
      return { advice: `set ${words}${why}`, statement: null };
    }

    return {
      RUN(node) {
        if (!mentions(model, node, '|')) return;
        for (const script of shell.scripts(node)) {
          const isKnown = script.shell !== 'unknown' && script.shell !== 'none';
          if (isKnown || !options.inheritShell) judge(node, script);
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN curl -f https://example.org/a | tar x' },
    { bad: 'FROM debian:12\nRUN make && curl -f https://example.org/a.tar «|» tar x', message: '/bin/bash' },
    {
      bad: 'FROM alpine:3.20\nRUN wget -O - https://example.org/a.tar «|» tar x',
      fixed: 'FROM alpine:3.20\nRUN set -o pipefail; wget -O - https://example.org/a.tar | tar x',
      message: 'set -o pipefail',
    },
    { good: 'FROM alpine:3.20\nRUN set -eo pipefail; wget -O - https://example.org/a.tar | tar x\nRUN ps | grep app || true' },
    { good: 'FROM debian:12\nRUN echo "deb https://example.org stable main" | tee /etc/apt/sources.list.d/a.list\nRUN echo "$(uname -m | tr a-z A-Z)"' },
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

/** A command that fails when it is given nothing to read: a search or a check of sums and signatures. */
function failsOnNothing(command: ShellCommand): boolean {
  const { name, words } = command.wrapped ?? command;
  if (name === null) return false;
  const has = (pattern: RegExp): boolean => words.some(({ value }) => pattern.test(value));
  if (/^(?:(?:sha\d+|md5|b2)sum|shasum)$/.test(name)) return has(/^(?:-[a-z]*c[a-z]*|--check)$/);
  if (/^gpgv?2?$/.test(name)) return name.startsWith('gpgv') || has(/^--verify$/);
  return /^[ef]?grep$/.test(name) && !has(/^(?:-[a-zA-Z]*[vcL].*|--(?:invert-match|count|files-without-match))$/);
}

type StatusReader = (last: ShellCommand) => boolean;

/** Says no of what runs in the background, or in a substitution that is a word of a command: such a status goes nowhere. */
function statusReader(commands: readonly ShellCommand[]): StatusReader {
  /** By the nesting, which the commands of one list share. */
  const known = new Map<ShellCommand['nesting'], boolean>();
  return (last) => {
    if (last.followedBy === '&') return false;
    const depth = last.nesting.lastIndexOf('substitution');
    if (depth === -1) return true;
    const isRead = known.get(last.nesting) ?? nearestOutside(commands, last, depth)?.words.length === 0;
    known.set(last.nesting, isRead);
    return isRead;
  };
}

/** The command in whose words the substitution at that depth stands; null for the words of `for` and `case`. */
function nearestOutside(commands: readonly ShellCommand[], inside: ShellCommand, depth: number): ShellCommand | null {
  for (let index = lastUpTo(commands, inside.range.start); index >= 0; index -= 1) {
    const command = commands[index];
    if (command !== undefined && command.nesting.length <= depth) return command.range.end >= inside.range.end ? command : null;
  }
  return null;
}

/** Index of the last command that begins at or before a place. */
function lastUpTo(commands: readonly ShellCommand[], place: number): number {
  let low = 0;
  let high = commands.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((commands[middle]?.range.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether the script goes on after a failure of the pipe itself. */
function needsErrexit(script: ShellScript, last: ShellCommand): boolean {
  return (last.followedBy === ';' || last.followedBy === 'newline') && scriptOptionsAt(script, last).errexit === false;
}
