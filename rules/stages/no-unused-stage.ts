import { defineRule, stagesInUse } from '../../src/rule';

export default defineRule({
  summary: 'Remove stages that nothing is made from',
  why: `BuildKit leaves out a stage that the output does not need, and older builders build it for nothing. Either way people read
it, mend it and scan it. Sometimes it shows a mistake: the COPY that should take its result is missing.`,
  exceptions: 'Stages that are built with `--target` belong into the config, as `build.targets`. A name with variables counts as a use of every stage it may mean.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['tally:no-unreachable-stages', 'dockerfile-doctor:DD066'],
  controls: [],
  dockerfile: ({ model, report }) => ({
    end() {
      if (model.stages.length < 2) return;
      const inUse = stagesInUse(model);
      for (const stage of model.stages) {
        if (inUse.has(stage)) continue;
        const { from, name, index } = stage;
        const what = name === null ? `Stage ${index}` : `The stage ${name}`;
        report({
          at: from.as?.name?.range ?? from.keywordRange,
          message: `${what} is used by nothing that is built; remove it, copy from it, or list it under build.targets in the config`,
        });
      }
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'a trigger sees the stages of another file' } },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nFROM a AS b\nFROM alpine:3.20 AS c\nFROM alpine:3.20\nCOPY --from=B /b /b\nRUN --mount=from=c,target=/c ls /c' },
    { good: 'ARG KIND\nFROM alpine:3.20 AS build-a\nFROM alpine:3.20 AS build-b\nFROM build-${KIND}' },
    { build: { targets: ['test', 'prod'] }, good: 'FROM alpine:3.20 AS test\nFROM alpine:3.20 AS prod' },
    { bad: 'FROM alpine:3.20 AS «a»\nFROM a AS «b»\n«FROM» alpine:3.20\nFROM alpine:3.20 AS main', message: 'The stage a' },
    { build: { targets: ['a'] }, bad: 'FROM alpine:3.20 AS a\nFROM a AS «main»' },
  ],
});
