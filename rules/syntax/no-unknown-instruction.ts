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
      const lowered = mayKnowMore(frontendOf(model.syntax)) ? { severity: 'info' as const } : {};
      const misplaced = model.document.misplacedHeredocs;
      let before: Instruction | null = null;
      let nextMisplaced = 0;
      let inRow = false;
      for (const node of model.document.instructions) {
        const meant = node.keyword === 'UNKNOWN' ? nearestName(node.keywordText, KEYWORDS) : null;
        if (node.keyword === 'UNKNOWN' && meant !== null) {
          report({
            at: node.keywordRange,
            message: `${shorten(node.keywordText, 60)} is no instruction; ${meant} may be meant`,
            fix: { kind: 'suggestion', changes: 'image', edits: [{ at: node.keywordRange, text: meant }] },
            ...lowered,
          });
        } else if (node.keyword === 'UNKNOWN' && !inRow) {
          report({ at: node.keywordRange, message: `${shorten(node.keywordText, 60)} is no instruction; ${adviceAfter(before)}`, ...lowered });
        }
        // The body of a heredoc that the builder does not see is the mistake of the instruction above it.
        const ownMisplaced = nextMisplaced;
        while ((misplaced[nextMisplaced]?.range.start ?? Infinity) < node.range.end) nextMisplaced += 1;
        inRow = nextMisplaced > ownMisplaced || (node.keyword === 'UNKNOWN' && meant === null);
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
