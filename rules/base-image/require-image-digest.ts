import { defineRule, imageName, type StageBase } from '../../src/rule';

export default defineRule({
  summary: 'Pin images by digest',
  why: `A tag can be pushed again, with other content, by whoever owns it or breaks in. A digest names exactly one image: the build takes
that or stops. Write the tag before it, so that people can read it and tools can renew it: \`node:22.12@sha256:…\`.`,
  exceptions: `A digest says what the image is, not that it is still good: a pinned image gets no fixes until somebody renews the pin. Use it
together with a tool that does.`,
  severity: 'off',
  presets: { strict: {}, nist: {} },
  aliases: [],
  controls: ['nist-800-190:4.1.5', 'cis-docker:4.2', 'gc:trusted-base'],
  dockerfile: ({ model, report }) => {
    function judge(base: StageBase): void {
      if (base.kind !== 'image' || !base.reference.valid || base.reference.digest.kind !== 'absent') return;
      const name = imageName(base.reference);
      report({ at: base.reference.word.range, message: `The image ${name} is not pinned by digest; write ${name}@sha256:… with the digest of the image that was tested` });
    }

    return {
      stage: ({ base }) => judge(base),
      end() {
        for (const { word, target } of model.imageSources) {
          // A bare word there is more likely a stage that does not exist, of which no-unknown-copy-from speaks.
          if (/[/.:]/.test(word.value)) judge(target);
        }
      },
    };
  },
  examples: [
    { good: 'FROM node:22@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa AS a\nFROM a\nFROM scratch\nCOPY --from=a /a /a\nCOPY --from=0 /b /b' },
    { good: 'ARG BASE\nARG TAG\nARG DIGEST\nFROM ${BASE}\nFROM node:${TAG}\nFROM node@${DIGEST}' },
    { bad: 'ARG TAG=22\nFROM «node:${TAG}»\nFROM «ghcr.io/team/app»', message: 'node:22 is not pinned' },
    { bad: 'FROM scratch\nCOPY --from=«nginx:1.27» /a /a\nRUN --mount=from=«team/app»,target=/n ls /n' },
  ],
});
