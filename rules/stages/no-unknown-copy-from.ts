import { defineRule, nearestName, positionAt, stageCircles, type ImageSource, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Copy only from stages, contexts and images that are known',
  why: `A name in COPY --from that is no earlier stage is taken for an image and pulled from the registry. A misspelt stage name
then stops the build, or fetches a stranger's image of that name.`,
  exceptions: 'Names of build contexts that the build command gives belong into the config, as `build.contexts`.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { options: { passes: 'colon' } } },
  aliases: ['hadolint:DL3022', 'kics:68a51e22', 'dockerfile-utils:FLAG_INVALID_FROM_VALUE', 'droast:DF049', 'dockerfile-doctor:DD039'],
  controls: [],
  options: {
    passes: {
      type: 'string',
      enum: ['reference', 'colon'],
      default: 'reference',
      description:
        '`reference` passes every image with a tag, a digest, a slash or a dot; `colon` only what holds a colon, and compares stage names with regard to case.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    function judge(source: ImageSource): void {
      const { instruction, word, target } = source;
      if (instruction.keyword !== 'COPY') return;
      const here = model.stageOf(instruction);
      if (here === null || word.raw.includes('$')) return;
      const name = word.value;
      if (target.kind === 'context') return;
      // A circle, which no order of the stages would mend, is the concern of no-circular-stages.
      if (options.passes === 'reference' && stageCircles(model).some((circle) => circle.source === source)) return;
      if (options.passes === 'colon' ? passesWithColon(name, here, source) : passesAsReference(name, here, source)) return;
      report({ at: word.range, message: messageFor(name, here, source) });
    }

    function messageFor(name: string, here: Stage, { target }: ImageSource): string {
      if (target.kind === 'stage' && target.stage.index > here.index) {
        const line = positionAt(model.source, target.stage.from.range.start).line + 1;
        return `COPY --from=${name} names a stage that comes later, in line ${line}; move that stage up`;
      }
      if (isNumber(name)) return `COPY --from=${name} names no stage before this one; stages count from 0`;
      // Near ones are enough; in a file of thousands of stages all of them would take long.
      const earlier = model.stages.slice(Math.max(0, here.index - 100), here.index).flatMap((stage) => stage.name ?? []);
      const meant = nearestName(name, earlier);
      if (meant !== null) return `COPY --from=${name} names no earlier stage; ${meant} may be meant`;
      return `COPY --from=${name} is an unknown stage, a context or an untagged image; name an earlier stage or add a tag`;
    }

    return {
      end() {
        for (const source of model.imageSources) judge(source);
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'a COPY inside ONBUILD sees the stages of another file' } },
  examples: [
    { good: 'FROM alpine:3.20 AS Build\nFROM alpine:3.20\nCOPY --from=build /a /a\nCOPY --from=0 /b /b\nCOPY --from=nginx:1.27 /c /c' },
    { good: 'FROM alpine:3.20\nCOPY --from=docker.io/library/nginx /a /a\nCOPY --from=ghcr.io/x/y@sha256:abc /b /b\nCOPY --from=$X /c /c' },
    { build: { contexts: { assets: './assets' } }, good: 'FROM alpine:3.20\nCOPY --from=assets /a /a' },
    { bad: 'FROM alpine:3.20 AS build\nFROM alpine:3.20\nCOPY --from=«biuld» /a /a\nCOPY --from=«7» /b /b', message: 'build may be meant' },
    { bad: 'FROM alpine:3.20\nCOPY --from=«late» /a /a\nFROM alpine:3.20 AS late', message: 'line 3' },
    {
      options: { passes: 'colon' },
      bad: 'FROM alpine:3.20 AS Build\nFROM alpine:3.20\nCOPY --from=«build» /a /a\nCOPY --from=«library/nginx» /b /b\nCOPY --from=nginx:1 /c /c',
    },
  ],
});

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

function passesAsReference(name: string, here: Stage, { instruction, target }: ImageSource): boolean {
  // A stage that copies from itself is another mistake.
  if (target.kind === 'stage') return target.stage.index <= here.index;
  if (isNumber(name)) return instruction.trigger;
  return instruction.trigger || target.kind === 'scratch' || /[/.:@]/.test(name);
}

function passesWithColon(name: string, here: Stage, { instruction, target }: ImageSource): boolean {
  if (name.includes(':')) return true;
  if (target.kind !== 'stage') return instruction.trigger;
  return target.stage.index <= here.index && (isNumber(name) || target.stage.name === name);
}
