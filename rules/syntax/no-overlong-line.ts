import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Keep every physical line below 65,536 bytes',
  why: `The builder reads a file line by line and refuses one with a line of more than 65,535 bytes. Such a line is mostly data
that was pasted in; a file that is copied, or a continued line, does the same and can be read.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      for (const { range, bytes } of model.document.overlongLines) {
        report({
          at: { start: range.start, end: range.start + 1 },
          message: `This line has ${bytes} bytes and the builder reads 65535 at most; break it or move its data to a file`,
        });
      }
    },
  }),
  examples: [
    { good: `FROM alpine:3.20\nRUN : ${'x'.repeat(100)}` },
    { bad: `FROM alpine:3.20\n«R»UN : ${'x'.repeat(65_530)}`, message: '65536 bytes' },
  ],
});
