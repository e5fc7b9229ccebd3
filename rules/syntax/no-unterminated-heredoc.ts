import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Close every heredoc with a line that holds its word alone',
  why: `The builder reads a heredoc up to a line that equals its word exactly. Without one it swallows the rest of the file and
stops. Blanks around the word spoil the line; tabs before it are allowed with \`<<-\` only.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      for (const instruction of model.document.instructions) {
        const inner = instruction.keyword === 'ONBUILD' ? instruction.instruction : instruction;
        for (const heredoc of inner?.heredocs ?? []) {
          if (heredoc.endRange !== null) continue;
          report({ at: heredoc.range, message: `The heredoc has no closing line; add a line that holds only ${heredoc.name}` });
        }
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nRUN <<EOF\necho hi\nEOF\nCOPY <<"A B" /a\nx\nA B' },
    { good: 'FROM alpine:3.20\nRUN <<-EOF\n\techo hi\n\tEOF\nRUN cat <<<EOF\nRUN echo "<<EOF" $((1<<2))' },
    { bad: 'FROM alpine:3.20\nRUN «<<EOF»\necho hi\nUSER 1000', message: 'EOF' },
    { bad: 'FROM alpine:3.20\nRUN «<<EOF»\necho hi\n EOF\nUSER 1000' },
    { bad: 'FROM alpine:3.20\nCOPY <<A «<<B» /d/\na\nA\nb' },
    { bad: 'FROM alpine:3.20\nRUN sh «<<EOF;»\necho hi\nEOF', message: 'EOF;' },
  ],
});
