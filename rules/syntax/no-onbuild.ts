import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Use no ONBUILD',
  why: `A trigger runs in the build of every image that is made FROM this one, in the context of people who may not know of it. What
it does is seen neither in their Dockerfile nor in this image, and it cannot be switched off.`,
  exceptions: 'Images whose purpose is to be a template for others. The rule is off unless it is asked for.',
  severity: 'off',
  presets: {},
  aliases: ['dockerfile-doctor:DD042'],
  controls: [],
  mentions: ['onbuild'],
  dockerfile: ({ report }) => ({
    ONBUILD({ keywordRange, trigger }) {
      if (trigger) return;
      report({ at: keywordRange, message: 'ONBUILD leaves a step to the builds of other images; write it where it is needed' });
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'it would put in what the rule forbids' } },
  examples: [{ good: 'FROM alpine:3.20\nRUN echo ONBUILD\n# ONBUILD RUN x' }, { bad: 'FROM alpine:3.20\n«ONBUILD» RUN a\n«ONBUILD» COPY b /b', message: 'other images' }],
});
