import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Write FROM and AS in the same case',
  why: 'The two words belong together. Written in different case they look like different things, and searches for one spelling miss the other.',
  severity: 'info',
  presets: { strict: {}, buildkit: { severity: 'warning' } },
  aliases: ['buildkit:FromAsCasing', 'droast:DF079'],
  controls: [],
  mentions: ['as'],
  dockerfile: ({ report }) => ({
    FROM({ keywordText, as }) {
      if (as === null) return;
      const { range, raw } = as.keyword;
      // A FROM in mixed case sets no example.
      if (keywordText !== keywordText.toUpperCase() && keywordText !== keywordText.toLowerCase()) return;
      const wanted = keywordText === keywordText.toUpperCase() ? 'AS' : 'as';
      if (raw === wanted) return;
      report({
        at: range,
        message: `${keywordText} stands with ${raw}; write ${wanted}`,
        ...(range.end - range.start === raw.length ? { fix: { kind: 'safe', changes: 'text', edits: [{ at: range, text: wanted }] } } : {}),
      });
    },
  }),
  variants: {
    onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' },
    'lower-case': { expect: 'skip', why: 'the case of the words is what the rule is about' },
  },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nfrom alpine:3.20 as b\nFROM alpine:3.20' },
    { good: 'From alpine:3.20 as a\nfrOM alpine:3.20 As b' },
    {
      bad: 'FROM alpine:3.20 «as» a\nfrom alpine:3.20 «AS» b\nFROM alpine:3.20 \\\n  «As» c',
      fixed: 'FROM alpine:3.20 AS a\nfrom alpine:3.20 as b\nFROM alpine:3.20 \\\n  AS c',
      message: 'write AS',
    },
  ],
});
