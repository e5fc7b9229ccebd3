import { chainInstructions, defineRule, mentions, type Instruction, type ShellCommand, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Ask a shell only for options that it knows',
  why: `dash, the /bin/sh of Debian and Ubuntu, knows \`set -o pipefail\` from 0.5.13 on. Older ones stop with "Illegal option -o pipefail",
so the build fails, or, with SHELL, every RUN does.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['pipefail'],
  dockerfile: ({ model, shell, report }) => {
    const replacements = new Map<Stage, number>();

    /** The file itself may put another shell in its place. */
    function isReplaced(node: Instruction): boolean {
      const stage = model.stageOf(node);
      if (stage === null) return true;
      let place = replacements.get(stage);
      if (place === undefined) {
        place = chainInstructions(stage).find((each) => each.keyword === 'RUN' && mentions(model, each, /\/bin\/sh\b|dpkg-reconfigure/) && mentions(model, each, /\b(?:ln|mv|cp|dpkg-reconfigure)\b/))?.range.start ?? Infinity;
        replacements.set(stage, place);
      }
      return place < node.range.start;
    }

    function refusesPipefail(node: Instruction): boolean {
      const base = model.stageOf(node)?.chain[0]?.base;
      return base?.kind === 'image' && base.known?.shell === 'dash' && base.known.pipefail === false;
    }

    return {
      RUN(node) {
        if (!mentions(model, node, 'pipefail')) return;
        const { shell: own } = model.stateAt(node);
        // With SHELL it is the SHELL that fails.
        if (own.knowsPipefail !== false || own.pipefail || isReplaced(node)) return;
        for (const script of shell.scripts(node)) {
          const refused = script.shell === own.kind ? script.commands.find(runsForCertain) : undefined;
          const word = refused?.words.find(({ value }) => value === 'pipefail');
          if (word === undefined) continue;
          report({ at: word.range, message: `${own.kind} here does not know pipefail, so this RUN fails; put SHELL ["/bin/bash", "-o", "pipefail", "-c"] before it` });
          return;
        }
      },
      SHELL(node) {
        const [program, ...words] = node.command?.elements ?? [];
        const option = words.find(({ value }, index) => value === 'pipefail' && /^-[a-z]*o$/.test(words[index - 1]?.value ?? ''));
        if (program === undefined || option === undefined || !PLAIN_SHELL.test(program.value) || !refusesPipefail(node) || isReplaced(node)) return;
        report({
          at: option.range,
          message: `${program.value} here does not know pipefail, so every RUN behind it fails; use /bin/bash`,
          fix: { kind: 'suggestion', changes: 'image', edits: [{ at: program.range, text: '"/bin/bash"' }] },
        });
      },
    };
  },
  examples: [
    { good: 'FROM alpine:3.20\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]\nRUN set -o pipefail && a | b' },
    { bad: 'FROM debian:12\nRUN set -eo «pipefail» && a | b', message: '/bin/bash' },
    {
      bad: 'FROM debian:12\nSHELL ["/bin/sh", "-o", «"pipefail"», "-c"]\nRUN a | b',
      fixed: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b',
      message: 'every RUN behind it',
    },
    { good: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b\nFROM debian:12\nRUN bash -c "set -o pipefail; a | b" && (set -o pipefail) 2>/dev/null || true' },
    { good: 'FROM unheard.example.org/x:1\nRUN set -o pipefail; a | b' },
  ],
});

const PLAIN_SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:da)?sh$/;

/** A `set` that nobody guards: the first thing it does is to end the shell. */
function runsForCertain({ name, words, nesting, nestedShell, connector, failureHandled }: ShellCommand): boolean {
  if (name !== 'set' || nestedShell !== null || nesting.length > 0 || failureHandled || connector === '||') return false;
  const at = words.findIndex(({ value }) => value === 'pipefail');
  return at > 1 && /^-[a-zA-Z]*o$/.test(words[at - 1]?.value ?? '');
}
