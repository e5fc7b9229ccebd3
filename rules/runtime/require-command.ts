import { chainInstructions, defineRule, type BaseImage, type Instruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Say what the image runs',
  why: `Without CMD and ENTRYPOINT \`docker run\` refuses to start the image unless the command is given each time, and who reads the file
does not learn what it is for.`,
  exceptions: 'An image that only carries files, or that others build on, needs no command.',
  severity: 'off',
  presets: { strict: {} },
  aliases: ['dockerfile_lint:required:CMD', 'droast:DF017', 'droast:DF036'],
  controls: [],
  dockerfile: ({ model, report }) => {
    function judge(stage: Stage): void {
      const base = stage.chain[0]?.base;
      if (stage.from.image === null || base === undefined) return;
      if (base.kind !== 'scratch' && !(base.kind === 'image' && base.known !== null && startsNothing(base.known))) return;
      const instructions = chainInstructions(stage);
      if (instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT')) return;
      // Files on scratch and nothing else: they are to be taken out, or copied from.
      if (base.kind === 'scratch' && instructions.every(({ keyword }) => CARRYING.has(keyword))) return;
      report({ at: stage.from.image.range, message: 'Neither this file nor its base says what the image runs; add CMD or ENTRYPOINT' });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a trigger sets the command of the child image' } },
  examples: [
    { good: 'FROM scratch\nWORKDIR /\nCOPY plugin.wasm plugin.wasm' },
    { good: 'FROM debian:12\nRUN make\nFROM scratch AS a\nENTRYPOINT ["/a"]\nFROM a\nUSER 1000' },
    { good: 'FROM registry.example.org/base:1\nCOPY app /' },
    { good: 'FROM scratch AS files\nCOPY --from=build /out /' },
    { bad: 'FROM «scratch»\nCOPY app /\nEXPOSE 80' },
    { bad: 'FROM gcr.io/distroless/static-debian12 AS a\nFROM «a»\nCOPY app /' },
  ],
});

/** What an image has that only carries files. */
const CARRYING: ReadonlySet<Instruction['keyword']> = new Set(['ADD', 'ARG', 'COPY', 'LABEL', 'MAINTAINER', 'UNKNOWN', 'WORKDIR']);

function startsNothing({ entrypoint, command }: BaseImage): boolean {
  return entrypoint?.length === 0 && command?.length === 0;
}
