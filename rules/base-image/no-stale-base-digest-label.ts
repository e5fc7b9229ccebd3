import { chainInstructions, defineRule, knownText, type Instruction, type LabelInstruction, type Stage } from '../../src/rule';

const LABEL = 'org.opencontainers.image.base.digest';

export default defineRule({
  summary: 'Let the label of the base digest name the base that is built on',
  why: `Scanners and updaters take \`${LABEL}\` for the truth about the base image. Written by hand beside a FROM that is not
pinned to that digest, it becomes wrong with the next push of the tag.`,
  exceptions: 'A label whose value the build gives as an argument passes.',
  severity: 'info',
  presets: { strict: {} },
  aliases: ['tally:labels/no-stale-base-digest'],
  controls: [],
  mentions: ['digest'],
  dockerfile: ({ model, report }) => {
    const judged = new Set<Instruction>();

    function judge(node: LabelInstruction, stage: Stage): void {
      const base = stage.chain[0]?.base;
      if (base?.kind !== 'image' || !base.reference.valid || base.reference.digest.kind === 'unknown') return;
      const pinned = base.reference.digest.kind === 'known' ? base.reference.digest.text : null;
      for (const { key, value } of node.pairs) {
        if (key.value !== LABEL || value === null) continue;
        const text = knownText(model.resolve(value, node));
        if (text === null || text === '' || text === pinned) continue;
        const fault = pinned === null ? 'FROM is not pinned by digest' : 'FROM is pinned to another one';
        report({ at: value.range, message: `The label gives a digest of the base, but ${fault}; pin FROM to it, or drop the label` });
      }
    }

    return {
      end() {
        if (!model.source.text.includes(LABEL)) return;
        for (const stage of model.outputs) {
          for (const node of chainInstructions(stage)) {
            if (node.keyword !== 'LABEL' || node.trigger || judged.has(node)) continue;
            judged.add(node);
            judge(node, stage);
          }
        }
      },
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger labels an image that is built on another base' } },
  examples: [
    { good: `FROM node:22@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nLABEL ${LABEL}=sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` },
    { good: `FROM node:22\nARG DIGEST\nLABEL ${LABEL}=$DIGEST\nLABEL ${LABEL}=""` },
    { good: `FROM node:22 AS build\nLABEL ${LABEL}=sha256:aa\nFROM scratch\nLABEL ${LABEL}=sha256:aa` },
    { bad: `FROM node:22\nLABEL a=b ${LABEL}=«sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa»`, message: 'not pinned by digest' },
    {
      bad: `FROM node@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa AS base\nLABEL ${LABEL}=«"sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"»\nFROM base`,
      message: 'another one',
    },
  ],
});
