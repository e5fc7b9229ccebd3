import { defineRule, type EnvInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Do not leave DEBIAN_FRONTEND in the environment of the image',
  why: `ENV lasts: whoever later runs apt in a container, or builds on the image, is never asked anything and does not know why. As an ARG, or in front
of the command, it holds for the build alone.`,
  severity: 'info',
  presets: { strict: {} },
  aliases: ['dockerfile-doctor:DD035'],
  controls: [],
  mentions: ['frontend'],
  dockerfile: ({ model, report }) => ({
    ENV(node: EnvInstruction) {
      const stage = model.stageOf(node);
      if (stage?.isShipped !== true || node.trigger) return;
      const pair = node.pairs.find(({ key }) => key.value === 'DEBIAN_FRONTEND');
      if (pair?.value?.value !== 'noninteractive') return;
      // Taken back at the end: what counts is the image.
      const later = stage.instructions.slice(stage.instructions.indexOf(node) + 1);
      if (later.some((other) => other.keyword === 'ENV' && other.pairs.some(({ key }) => key.value === 'DEBIAN_FRONTEND'))) return;
      const alone = node.pairs.length === 1 && node.form === 'pairs';
      report({
        at: pair.key.range,
        message: 'DEBIAN_FRONTEND stays in the environment of the image; set it with ARG, or in front of apt-get',
        ...(alone ? { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: node.keywordRange, text: 'ARG' }] } } : {}),
      });
    },
  }),
  variants: { onbuild: { expect: 'silent', why: 'a trigger sets the environment of the child image' } },
  examples: [
    { good: 'FROM debian:12\nARG DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata' },
    { bad: 'FROM debian:12\nENV «DEBIAN_FRONTEND»=noninteractive\nRUN apt-get update', fixed: 'FROM debian:12\nARG DEBIAN_FRONTEND=noninteractive\nRUN apt-get update' },
    { bad: 'FROM debian:12\nENV A=b «DEBIAN_FRONTEND»=noninteractive' },
    { good: 'FROM debian:12\nENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update\nENV DEBIAN_FRONTEND=dialog' },
    { good: 'FROM debian:12 AS build\nENV DEBIAN_FRONTEND=noninteractive\nFROM debian:12\nENV DEBIAN_FRONTEND=' },
  ],
});
