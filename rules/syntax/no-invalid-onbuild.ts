import { defineRule, frontendOf, KEYWORDS, mayKnowMore, nearestName, shorten } from '../../src/rule';

export default defineRule({
  summary: 'Put only instructions behind ONBUILD that the builder takes there',
  why: `The builder refuses ONBUILD, FROM and MAINTAINER as triggers, and words that are no instruction. A trigger runs in the build
of another image, so nobody would notice the mistake but those who build on this one.`,
  exceptions: 'A custom frontend named by `# syntax=` may know more instructions; there an unknown word gives no more than an info.',
  severity: 'error',
  presets: { strict: {}, hadolint: {} },
  aliases: [
    'hadolint:DL3043', 'tally:invalid-onbuild-trigger', 'dockerfile-utils:ONBUILD_CHAINING_DISALLOWED',
    'dockerfile-utils:ONBUILD_TRIGGER_DISALLOWED', 'droast:DF068',
  ],
  controls: [],
  mentions: ['onbuild'],
  dockerfile: ({ model, report }) => ({
    ONBUILD({ instruction }) {
      if (instruction === null) return;
      const { keyword, keywordRange: at, keywordText } = instruction;
      if (keyword === 'ONBUILD') report({ at, message: 'ONBUILD cannot stand behind ONBUILD; remove one of the two' });
      else if (keyword === 'FROM') report({ at, message: 'FROM cannot be a trigger; remove ONBUILD' });
      else if (keyword === 'MAINTAINER') report({ at, message: 'MAINTAINER cannot be a trigger; use ONBUILD LABEL' });
      if (keyword !== 'UNKNOWN') return;
      const meant = nearestName(keywordText, KEYWORDS);
      report({
        at,
        message: `${shorten(keywordText, 60)} behind ONBUILD is no instruction; ${meant === null ? 'remove the line' : `${meant} may be meant`}`,
        ...(mayKnowMore(frontendOf(model.syntax)) ? { severity: 'info' } : {}),
      });
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20 AS a\nONBUILD RUN make\nONBUILD COPY --from=a /x /y\nonbuild cmd ["x"]\nONBUILD' },
    { bad: 'FROM alpine:3.20\nONBUILD «ONBUILD» RUN make\nONBUILD «FROM» alpine:3.20\nONBUILD «MAINTAINER» Ann', message: 'remove one of the two' },
    { bad: 'FROM alpine:3.20\nONBUILD «COPPY» a /b', message: 'COPY may be meant' },
    { bad: '# syntax=example.org/own/frontend:1\nFROM alpine:3.20\nONBUILD «INCLUDE» common', severity: 'info' },
  ],
});
