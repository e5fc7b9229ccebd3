import { defineRule, frontendOf, KEYWORDS, mayKnowMore, nearestName, shorten, type Instruction } from '../../src/rule';

export default defineRule({
  summary: 'Begin every instruction with a word that the builder knows',
  why: `The builder stops at the first word it does not know, so nothing is built. Most often the word is a typing mistake, or
the line above lost the backslash that should join the two. Of several such lines in a row the first is reported.`,
  exceptions: 'A custom frontend named by `# syntax=` may know more instructions; there the rule gives no more than an info.',
  severity: 'error',
  presets: { strict: {} },
  aliases: [
    'tally:unknown-instruction', 'dockerfilelint:invalid_command', 'dockerfilelint:invalid_line', 'dockerfile-utils:UNKNOWN_INSTRUCTION',
    'droast:DF071', 'hadolint:DL1000',
  ],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      if (!model.document.instructions.some(({ keyword }) => keyword === 'UNKNOWN')) return;
      const lowered = mayKnowMore(frontendOf(model.syntax)) ? { severity: 'info' as const } : {};
      const misplaced = model.document.misplacedHeredocs;
      let nextMisplaced = 0;
      let before: Instruction | null = null;
      /** What the lines directly above are: known ones, unknown ones, or the body of a heredoc that the builder does not see. */
      let above: 'known' | 'unknown' | 'body' = 'known';
      for (const node of model.document.instructions) {
        const unknown = node.keyword === 'UNKNOWN';
        const meant = unknown ? nearestName(node.keywordText, KEYWORDS) : null;
        if (!unknown) {
          above = 'known';
          for (; (misplaced[nextMisplaced]?.range.start ?? Infinity) < node.range.end; nextMisplaced += 1) above = 'body';
        } else if (above !== 'body') {
          if (meant !== null) {
            report({
              at: node.keywordRange,
              message: `${shorten(node.keywordText, 60)} is no instruction; ${meant} may be meant`,
              fix: { kind: 'suggestion', changes: 'image', edits: [{ at: node.keywordRange, text: meant }] },
              ...lowered,
            });
          } else if (above === 'known') {
            report({ at: node.keywordRange, message: `${shorten(node.keywordText, 60)} is no instruction; ${adviceAfter(before)}`, ...lowered });
          }
          above = meant === null ? 'unknown' : 'known';
        }
        before = node;
      }
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'an unknown word behind ONBUILD is a mistake of its own' } },
  examples: [
    { good: 'FROM alpine:3.20\nCMD <<EOF\necho hi\nEOF' },
    { good: 'from scratch\nRu\\\nN true\nMAINTAINER Ann\nONBUILD RUN true' },
    { bad: 'FROM scratch\n«COPPY» a /a\nUSER 1000', fixed: 'FROM scratch\nCOPY a /a\nUSER 1000', message: 'COPY' },
    { bad: 'FROM alpine:3.20\nRUN apk add \\\n  curl\n  «git» \\\n  make\nUSER 1000', message: 'backslash' },
    { bad: 'FROM alpine:3.20\n«{»\n"garbage": true\n}\nUSER 1000\n«and» more', message: 'remove' },
    { bad: '# syntax=example.org/own/frontend:1\nFROM scratch\n«INCLUDE» common', severity: 'info' },
  ],
});

/** Instructions whose arguments people break into lines. */
const LISTS = ['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'RUN', 'VOLUME'];

function adviceAfter(before: Instruction | null): string {
  if (before === null || !LISTS.includes(before.keyword)) return 'remove the line or make it a comment';
  return `if it continues ${before.keyword}, end the line before it with a backslash`;
}
