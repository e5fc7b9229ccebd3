import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Use heredocs in RUN, COPY and ADD only',
  why: `Only RUN, COPY and ADD take a heredoc, and never in JSON form. Elsewhere \`<<EOF\` is plain text, so each line of the
intended body is read as an instruction and the build stops there. Where no such line follows, the finding is a warning.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      const { instructions, misplacedHeredocs } = model.document;
      if (misplacedHeredocs.length === 0) return;
      const lastUnknown = instructions.filter((instruction) => instruction.keyword === 'UNKNOWN').at(-1);
      for (const { range, keyword } of misplacedHeredocs) {
        const at = range;
        const message = `${keyword.toUpperCase()} takes no heredoc here; use one in the shell form of RUN, COPY or ADD`;
        // Without a line that the builder stumbles over, the word may be meant as it stands.
        if (lastUnknown !== undefined && lastUnknown.range.start > range.end) report({ at, message });
        else report({ at, message, severity: 'warning' });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nRUN <<EOF\necho hi\nEOF\nCOPY <<EOF /a\nhi\nEOF' },
    { good: 'FROM alpine:3.20\nCMD cat "<<EOF"\nENV A=1' },
    { bad: 'FROM alpine:3.20\nCMD «<<EOF»\necho hi\nEOF', message: 'CMD' },
    { bad: 'FROM alpine:3.20\nENTRYPOINT sh «<<EOF»\nUSER 1000', severity: 'warning' },
    { bad: 'FROM alpine:3.20\nRUN ["cat", «"<<EOF"»]', severity: 'warning' },
  ],
});
