import { defineRule, nameOrigin, type ImageReference, type StageBase } from '../../src/rule';

export default defineRule({
  summary: 'Name the version of every image',
  why: `An image without a tag or digest means \`latest\`: the build takes whatever is current, and the same Dockerfile gives another
image tomorrow. Name a version; a digest beside the tag pins it wholly.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: { options: { variables: 'skip', sources: 'from' } }, nist: {}, gc: {} },
  aliases: [
    'hadolint:DL3006', 'trivy:DS-0001', 'checkov:CKV_DOCKER_7', 'kics:9efb0b2d', 'dockerfilelint:missing_tag', 'dockerfile_lint:no_tag',
    'droast:DF001', 'dockerfile-doctor:DD001',
  ],
  controls: ['nist-800-190:4.2.2', 'gc:no-latest'],
  options: {
    variables: {
      type: 'string',
      enum: ['resolve', 'skip'],
      default: 'resolve',
      description: '`resolve` judges ARG and ENV defaults; `skip` passes every name that begins with `$`.',
    },
    sources: {
      type: 'string',
      enum: ['all', 'from'],
      default: 'all',
      description: '`all` judges COPY --from and RUN --mount=from= too; `from` only FROM.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    function judge(base: StageBase, maybeStage: boolean): void {
      const reference = untagged(base);
      if (reference === null) return;
      const { word, value, registry, path } = reference;
      if (options.variables === 'skip' && word.value.startsWith('$')) return;
      if (path.kind !== 'known') return;
      const name = registry.kind === 'known' ? `${registry.text}/${path.text}` : path.text;
      const origin = nameOrigin(value, path.range);
      const message =
        maybeStage && !/[/.]/.test(word.value)
          ? `${name} is an untagged image or an unknown stage${origin}; add the tag of a version or name an earlier stage`
          : `The image ${name} has no tag, which means latest${origin}; add the tag of a version`;
      report({ at: path.range, message });
    }

    return {
      stage: (stage) => judge(stage.base, false),
      end() {
        if (options.sources === 'from') return;
        for (const { instruction, word, target } of model.imageSources) {
          // A bare word in COPY --from is more likely a misspelt stage, of which no-unknown-copy-from speaks;
          // inside ONBUILD it may be a stage of the file that builds on this one.
          if ((instruction.keyword === 'COPY' || instruction.trigger) && !/[/.]/.test(word.value)) continue;
          judge(target, true);
        }
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'a bare name inside ONBUILD may be a stage of another file' } },
  examples: [
    { good: 'FROM node:22.12 AS build\nFROM build\nFROM scratch\nFROM host:5000/a/b:1\nFROM node@sha256:0123456789abcdef0123456789abcdef' },
    { good: 'ARG BASE\nARG TAG\nARG STAGE=one\nFROM ${BASE} AS one\nFROM node:${TAG}\nFROM node${TAG}\nFROM ${STAGE}' },
    { bad: 'FROM «node»\nFROM host:5000/«team/app»', message: 'node' },
    { bad: 'ARG REG\nARG BASE=debian\nFROM ${REG}/«node»\nFROM «${BASE}»', message: 'node has no tag' },
    { bad: 'FROM alpine:3.20\nCOPY --from=docker.io/«nginx» /a /b\nRUN --mount=from=«nginx»,target=/n ls /n' },
    { good: 'FROM alpine:3.20 AS base\nCOPY --from=bsae /a /a\nRUN --mount=from=base,target=/n ls /n' },
    { options: { variables: 'skip' }, good: 'ARG BASE=debian\nFROM $BASE' },
    { options: { sources: 'from' }, good: 'FROM alpine:3.20\nRUN --mount=from=nginx,target=/n ls /n' },
  ],
});

/** The reference of an image that certainly has neither a tag nor a digest. */
function untagged(base: StageBase): ImageReference | null {
  if (base.kind !== 'image' && base.kind !== 'unknown') return null;
  const { reference } = base;
  if (reference === null || !reference.valid) return null;
  return reference.tag.kind === 'absent' && reference.digest.kind === 'absent' ? reference : null;
}
