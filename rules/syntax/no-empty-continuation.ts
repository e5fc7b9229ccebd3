import { continuedLines, defineRule, swallowedInstructions, wholeLines } from '../../src/rule';

export default defineRule({
  summary: 'Leave no blank line inside a continued instruction',
  why: `A blank line looks as if the instruction ended there, and the builder reads on as if it were not there. BuildKit warns about
it and says that it will become an error. Comment lines are fine, also as an empty \`#\` for the looks.`,
  severity: 'warning',
  presets: { strict: {}, buildkit: { options: { hiding: 'report' } } },
  aliases: ['buildkit:NoEmptyContinuation', 'dockerfile-utils:EMPTY_CONTINUATION_LINE', 'dockerfile-doctor:DD076'],
  controls: [],
  options: {
    hiding: {
      type: 'string',
      enum: ['silent', 'report'],
      default: 'silent',
      description:
        'A blank line in front of an instruction that a stray backslash hides: `silent` leaves it to no-swallowed-instruction, `report` names it too, without a fix.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => ({
    end() {
      const { source, document } = model;
      for (const instruction of document.instructions) {
        const isLast = instruction === document.instructions.at(-1);
        // Most instructions are settled by this; the last one may run into the blank lines at the end of the file.
        if (!/\n[^\S\n]*\n/.test(source.text.slice(instruction.range.start, isLast ? undefined : instruction.range.end))) continue;
        const blank = continuedLines(source, document.escape, instruction).filter(({ kind }) => kind === 'blank');
        const [first] = blank;
        if (first === undefined) continue;
        const hides = swallowedInstructions(model, shell, instruction).some(({ behindBlank }) => behindBlank);
        if (hides && options.hiding === 'silent') continue;
        const edits = blank.map(({ range }) => ({ at: wholeLines(source, range), text: '' }));
        report({
          at: first.range,
          message: `A blank line stands inside ${instruction.keywordText.toUpperCase()}; remove it, or end the instruction above it`,
          ...(hides ? {} : { fix: { kind: 'safe', edits } }),
        });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nRUN a && \\\n  # why\n  #\n  b\n\nRUN <<EOF\na \\\n\nb\nEOF' },
    { bad: 'FROM alpine:3.20\nRUN a && \\\n«»\n  b && \\\n\n\n  c\n\nUSER 1000', fixed: 'FROM alpine:3.20\nRUN a && \\\n  b && \\\n  c\n\nUSER 1000', message: 'inside RUN' },
    { bad: 'FROM alpine:3.20\nENV A=1 \\\n«  »\n # c\n B=2', fixed: 'FROM alpine:3.20\nENV A=1 \\\n # c\n B=2' },
    { good: 'FROM alpine:3.20\nRUN a \\\n\nCOPY b /c' },
    { options: { hiding: 'report' }, bad: 'FROM alpine:3.20\nRUN a \\\n«»\nCOPY b /c' },
  ],
});
