import { defineRule, nameOrigin, type ImageReference, type StageBase } from '../../src/rule';

export default defineRule({
  summary: 'Do not build on the moving tag `latest`',
  why: `\`latest\` is whatever was pushed last. The same Dockerfile then gives another image tomorrow, a rollback does not
roll back, and nobody can say which version is running. Name a version; a digest beside the tag pins it wholly.`,
  exceptions: 'Turn it off for throw-away images that are meant to follow their base.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { options: { variables: 'skip', sources: 'from' } }, nist: {}, gc: {} },
  aliases: [
    'hadolint:DL3007', 'trivy:DS-0001', 'checkov:CKV_DOCKER_7', 'kics:f45ea400', 'dockle:DKL-DI-0006', 'dockerfilelint:latest_tag',
    'dockerfile_lint:is_latest_tag', 'droast:DF001', 'droast:DF024', 'dockerfile-doctor:DD001',
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
    function judge(base: StageBase): void {
      const reference = referenceOf(base);
      if (reference === null) return;
      if (options.variables === 'skip' && reference.word.value.startsWith('$')) return;
      if (reference.tag.kind !== 'known' || reference.tag.text !== 'latest') return;
      if (reference.digest.kind !== 'absent') return;
      report({
        at: reference.tag.range,
        message: `The tag latest of ${reference.word.value} moves${nameOrigin(reference.value, reference.tag.range)}; name a version`,
      });
    }

    return {
      stage: (stage) => judge(stage.base),
      end() {
        if (options.sources === 'from') return;
        for (const source of model.imageSources) judge(source.target);
      },
    };
  },
  examples: [
    { good: 'FROM node:22.12\nFROM scratch\nFROM node@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
    { bad: 'FROM node:«latest»\nFROM registry.example.org:5000/team/app:«latest» AS app', message: 'node:latest' },
    { good: 'FROM node:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nFROM node:latest-alpine' },
    { bad: 'ARG REG\nARG TAG=latest\nFROM ${REG}/node:«${TAG}»', message: 'ARG TAG' },
    { good: 'ARG TAG\nFROM node:${TAG} AS latest\nFROM latest' },
    { bad: 'FROM alpine:3.20\nCOPY --from=nginx:«latest» /etc/nginx /etc/nginx\nRUN --mount=from=node:«latest»,target=/n ls /n' },
    { options: { variables: 'skip' }, good: 'ARG IMAGE=node:latest\nFROM $IMAGE' },
    { options: { sources: 'from' }, good: 'FROM alpine:3.20\nCOPY --from=nginx:latest /a /b' },
  ],
});

function referenceOf(base: StageBase): ImageReference | null {
  return base.kind === 'image' || base.kind === 'unknown' ? base.reference : null;
}
