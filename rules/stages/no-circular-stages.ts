import { defineRule, stageCircles } from '../../src/rule';

export default defineRule({
  summary: 'Let no two stages wait for each other',
  why: `A stage that copies from one which is itself built on the first can never be built, so the builder stops. Split one of them:
what both need goes into a stage of its own.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: ['tally:circular-stage-deps'],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      for (const { source, stages } of stageCircles(model)) {
        // A COPY from its own stage is the concern of no-self-copy-from.
        if (stages.length === 1 && source.instruction.keyword === 'COPY') continue;
        const names = stages.map(({ name, index }) => name ?? String(index));
        const shown = names.length > 6 ? [...names.slice(0, 5), '…'] : names;
        const circle = [...shown, names[0] ?? ''].join(' → ');
        report({ at: source.word.range, message: `The stages need each other in a circle: ${circle}; take what both need into a stage of its own` });
      }
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'a trigger sees the stages of another file' } },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nFROM a AS b\nCOPY --from=a /a /a\nRUN --mount=from=a,target=/a ls /a' },
    { good: 'FROM alpine:3.20 AS a\nCOPY --from=b /b /b\nFROM alpine:3.20 AS b' },
    { bad: 'FROM alpine:3.20 AS a\nCOPY --from=«b» /b /b\nFROM a AS b', message: 'a → b → a' },
    { bad: 'FROM alpine:3.20 AS a\nRUN --mount=from=«A»,target=/a ls /a' },
  ],
});
