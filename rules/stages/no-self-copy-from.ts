import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Copy from another stage, not from the one that is being built',
  why: `A stage cannot take files from itself: it is not finished yet. The builder stops at it. To copy within a stage use
\`RUN cp\`; most often another stage was meant.`,
  severity: 'error',
  presets: { strict: {}, hadolint: {} },
  aliases: ['hadolint:DL3023', 'trivy:DS-0006', 'kics:cdddb86f', 'droast:DF050'],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      for (const { instruction, word, target } of model.imageSources) {
        if (instruction.keyword !== 'COPY' || target.kind !== 'stage' || target.stage !== model.stageOf(instruction)) continue;
        report({ at: word.range, message: `COPY --from=${word.value} names the stage it stands in; name another, or use RUN cp` });
      }
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'a COPY inside ONBUILD sees the stages of another file' } },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nFROM alpine:3.20 AS b\nCOPY --from=a /a /a\nCOPY --from=0 /b /b\nCOPY --from=alpine:3.20 /c /c' },
    { good: 'FROM alpine:3.20 AS a\nFROM alpine:3.20 AS a\nCOPY --from=a /a /a\nONBUILD COPY --from=a /b /b' },
    { bad: 'FROM alpine:3.20 AS build\nFROM alpine:3.20 AS Alpine\nCOPY --from=«alpine» /a /a\nCOPY --from=«1» /b /b', message: 'the stage it stands in' },
  ],
});
