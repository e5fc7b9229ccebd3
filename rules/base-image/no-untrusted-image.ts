import { createImageList, defineRule, imageName, shorten, type StageBase } from '../../src/rule';

export default defineRule({
  summary: 'Take images only from trusted places',
  why: `Whoever owns the base image owns what is built on it. With a list of registries and images that were looked at, nobody builds on
a stranger's image by a typing mistake or for convenience.`,
  exceptions: 'Without a list the rule says nothing.',
  severity: 'error',
  presets: { strict: {}, hadolint: {}, cis: {}, nist: {}, gc: {} },
  aliases: [
    'hadolint:DL3026', 'droast:DF065', 'droast:DF073', 'dockle:CIS-DI-0002', 'dockerfile_lint:sample:specified_registry',
    'dockerfile_lint:sample:not_from_fedora',
  ],
  controls: ['cis-docker:4.2', 'nist-800-190:4.1.5', 'gc:trusted-base', 'gc:private-registry'],
  options: {
    allow: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      description:
        'What is trusted: hosts (`ghcr.io`, `*.example.org`), beginnings of names (`ghcr.io/team`, `docker.io/library`) and images of Docker Hub (`node`, `team/app`, `node:22*`).',
    },
  },
  dockerfile: ({ model, options, report }) => {
    if (options.allow.length === 0) return {};
    const list = createImageList(options.allow);
    const known = `${options.allow.slice(0, 5).join(', ')}${options.allow.length > 5 ? ' and others' : ''}`;

    function judge(base: StageBase): void {
      if (base.kind !== 'image' || !base.reference.valid || list(base.reference) !== 'unlisted') return;
      report({ at: base.reference.word.range, message: `The image ${shorten(imageName(base.reference), 100)} is not trusted; take one from ${known}, or add it to the list` });
    }

    return {
      stage: ({ base }) => judge(base),
      end() {
        for (const { target } of model.imageSources) judge(target);
      },
    };
  },
  variants: { onbuild: { expect: 'skip', why: 'a bare name inside ONBUILD may be a stage of another file' } },
  examples: [
    { good: 'FROM evil.example.org/a:1' },
    {
      options: { allow: ['docker.io/library', '*.example.org'] },
      good: 'ARG REG\nFROM node:22 AS build\nFROM a.example.org/x/y\nFROM build\nFROM scratch\nFROM ${REG}/x\nCOPY --from=0 /a /a\nCOPY --from=build /b /b',
    },
    {
      options: { allow: ['docker.io/library', '*.example.org'] },
      bad: 'ARG TAG\nFROM «evil-example.org/a:${TAG}»\nFROM «team/app»\nCOPY --from=«quay.io/x/y:1» /a /a\nRUN --mount=from=«ghcr.io/x»,target=/n ls /n',
      message: 'take one from docker.io/library, *.example.org',
    },
    { options: { allow: ['ghcr.io/team', 'node:22*'] }, bad: 'ARG BASE=node:20\nFROM node:22-alpine\nFROM «${BASE}»\nFROM ghcr.io/team/app\nFROM «ghcr.io/teammate/app»' },
  ],
});
