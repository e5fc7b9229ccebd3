import { chainInstructions, defineRule, type Instruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Keep the number of layers within a budget',
  why: `Every RUN, COPY and ADD of the shipped stages is a layer of its own: stored, transferred, unpacked and stacked at each start.
Files that a later layer deletes still travel in the earlier one. Most images need fewer than ten.`,
  exceptions: 'An image that is split into many layers on purpose, so that updates transfer little, can raise `max`.',
  severity: 'warning',
  presets: { strict: {}, gc: {} },
  aliases: ['dockerfile-doctor:DD064'],
  controls: ['gc:fewer-layers'],
  options: {
    max: { type: 'integer', minimum: 1, default: 20, description: 'Most layers that this file may add to the image it ships.' },
    countWorkdir: { type: 'boolean', default: false, description: 'Count WORKDIR too, which adds a layer when it creates the directory.' },
  },
  dockerfile: ({ model, options, report }) => {
    const reported = new Set<Instruction>();

    function judge(stage: Stage): void {
      const layers = chainInstructions(stage).filter(addsLayer);
      const first = layers[options.max];
      if (first === undefined || reported.has(first)) return;
      reported.add(first);
      report({
        at: first.keywordRange,
        message: `The image gets ${layers.length} layers from this file, over the budget of ${options.max} from this ${first.keyword} on; join RUN instructions or move steps into a build stage`,
      });
    }

    function addsLayer({ keyword }: Instruction): boolean {
      return keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' || (options.countWorkdir && keyword === 'WORKDIR');
    }

    return { end: () => (model.document.instructions.length > options.max ? model.outputs.forEach(judge) : undefined) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger adds a layer to the child image, not to this one' } },
  examples: [
    { good: 'FROM debian:12\nRUN a\nRUN b\nCOPY c /c' },
    { options: { max: 2 }, bad: 'FROM debian:12\nRUN a\nENV B=b\nCOPY c /c\n«ADD» d /d\nRUN e', message: '4 layers' },
    { options: { max: 2 }, bad: 'FROM debian:12 AS base\nRUN a\nRUN b\nFROM base\n«RUN» c' },
    { options: { max: 2 }, good: 'FROM debian:12 AS build\nRUN a\nRUN b\nRUN c\nFROM debian:12\nCOPY --from=build /a /a' },
    { options: { max: 1, countWorkdir: true }, bad: 'FROM debian:12\nRUN a\n«WORKDIR» /b' },
  ],
});
