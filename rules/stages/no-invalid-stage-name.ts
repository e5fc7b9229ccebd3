import { defineRule, frontendOf, mayKnowMore, shorten } from '../../src/rule';

export default defineRule({
  summary: 'Give stages names that the builder takes',
  why: `A stage name begins with a letter and holds only letters, digits, hyphens, underscores and dots; variables are not expanded in it.
The builder stops at any other, and at a word other than AS in front of it.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: ['dockerfile-utils:INVALID_BUILD_STAGE_NAME', 'dockerfile-utils:INVALID_AS'],
  controls: [],
  dockerfile: ({ model, report }) => ({
    FROM({ as, words }) {
      if (words.length < 2) return;
      const lowered = mayKnowMore(frontendOf(model.syntax)) ? { severity: 'info' as const } : {};
      const [, second, third] = words;
      if (as === null && second !== undefined && third !== undefined && words.length === 3) {
        // From a sign on the rest is meant as a comment, which no-invalid-arguments tells.
        if (!words.some(({ raw }) => raw.startsWith('#'))) report({ at: second.range, message: `FROM takes AS before a stage name, not ${shorten(second.raw, 60)}; write AS`, ...lowered });
        return;
      }
      const name = as?.name ?? null;
      if (name === null || /^[a-z][\w.-]*$/i.test(name.raw) || name.raw.startsWith('#')) return;
      const fault = name.raw.includes('$') ? 'variables are not expanded there' : 'it begins with a letter and holds letters, digits, hyphens, underscores and dots only';
      report({ at: name.range, message: `${shorten(name.raw, 60)} is no stage name: ${fault}`, ...lowered });
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nFROM alpine:3.20 as B-2_x.y\nFROM alpine:3.20 AS\nFROM alpine:3.20 extra' },
    { bad: 'FROM alpine:3.20 AS «1st»\nFROM alpine:3.20 AS «a/b»\nFROM alpine:3.20 AS «"a"»\nFROM alpine:3.20 AS «_a»', message: '1st is no stage name' },
    { bad: 'ARG NAME=a\nFROM alpine:3.20 AS «$NAME»', message: 'not expanded' },
    { bad: 'FROM alpine:3.20 «ASS» build', message: 'write AS' },
    { bad: '# syntax=example.org/own/frontend:1\nFROM alpine:3.20 AS «1st»', severity: 'info' },
  ],
});
