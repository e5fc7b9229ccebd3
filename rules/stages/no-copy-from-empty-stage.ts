import { chainInstructions, defineRule, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Copy only from stages that hold something',
  why: `A stage FROM scratch that never gets a file is empty, so the COPY finds nothing and the build stops. Usually the files were
meant to be copied into it first, or another stage was meant.`,
  severity: 'error',
  presets: { strict: {} },
  aliases: ['tally:copy-from-empty-scratch-stage'],
  controls: [],
  mentions: ['scratch', 'arg'],
  dockerfile: ({ model, report }) => ({
    end() {
      for (const { instruction, word, target } of model.imageSources) {
        if (instruction.keyword !== 'COPY' || target.kind !== 'stage' || target.stage === model.stageOf(instruction)) continue;
        if (target.stage.chain[0]?.base.kind !== 'scratch' || mayHoldFiles(target.stage)) continue;
        report({ at: word.range, message: `The stage ${word.value} begins empty and never gets a file; fill it first, or copy from another` });
      }
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'a trigger sees the stages of another file' } },
  examples: [
    { good: 'FROM scratch AS files\nCOPY a /a\nFROM files AS more\nFROM alpine:3.20\nCOPY --from=more /a /a' },
    { good: 'FROM scratch AS w\nWORKDIR /out\nFROM alpine:3.20\nCOPY --from=w /out /out\nCOPY --from=alpine:3.19 /a /a' },
    { bad: 'FROM scratch AS empty\nENV A=1\nFROM empty AS e2\nLABEL a=b\nFROM alpine:3.20\nCOPY --from=«empty» /a /a\nCOPY --from=«1» /b /b', message: 'begins empty' },
  ],
});

/** What only sets something in the image's config leaves it empty; WORKDIR makes a directory. */
function mayHoldFiles(stage: Stage): boolean {
  return chainInstructions(stage).some(({ keyword }) => !CONFIGURES.has(keyword));
}

const CONFIGURES: ReadonlySet<string> = new Set(['ARG', 'CMD', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'ONBUILD', 'SHELL', 'STOPSIGNAL', 'USER']);
