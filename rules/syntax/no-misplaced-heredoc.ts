import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Use heredocs in RUN, COPY and ADD only',
  why: `Only RUN, COPY and ADD take a heredoc, and never in JSON form. Elsewhere \`<<EOF\` is plain text, so each line of the
intended body is read as an instruction and the build stops there.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      for (const { range, keyword } of model.document.misplacedHeredocs) {
        report({ at: range, message: `${keyword.toUpperCase()} takes no heredoc here; use one in the shell form of RUN, COPY or ADD` });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nRUN <<EOF\necho hi\nEOF\nCOPY <<EOF /a\nhi\nEOF' },
    { good: 'FROM alpine:3.20\nCMD cat "<<EOF"\nENV A=1' },
    { bad: 'FROM alpine:3.20\nCMD «<<EOF»\necho hi\nEOF', message: 'CMD' },
    { bad: 'FROM alpine:3.20\nENTRYPOINT sh «<<EOF»\nRUN true' },
  ],
});
