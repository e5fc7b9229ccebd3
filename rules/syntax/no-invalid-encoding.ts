import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Write the file in UTF-8',
  why: `The builder reads UTF-8. A file in UTF-16 (the default of some Windows editors and of PowerShell's \`>\`), with NUL bytes or
with broken sequences is refused, or its values reach the image mangled.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      const { encoding, bomLength } = model.source;
      if (encoding.kind === 'utf-16') {
        report({ at: { start: bomLength, end: bomLength }, message: 'The file is UTF-16; save it as UTF-8' });
        return;
      }
      if (encoding.kind === 'invalid-utf-8') {
        const at = { start: encoding.offset, end: encoding.offset + 1 };
        report({ at, message: 'The file is not valid UTF-8 from here on; save it as UTF-8' });
        return;
      }
      const { nulOffset } = model.document;
      if (nulOffset === null) return;
      report({ at: { start: nulOffset, end: nulOffset + 1 }, message: 'A NUL byte stands here; remove it' });
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'the rule looks at the bytes of the file, not at instructions' } },
  examples: [{ good: 'FROM alpine:3.20\nLABEL name="Zoë"' }, { bad: 'FROM alpine:3.20\nRUN echo a«\0»b', message: 'NUL' }],
});
