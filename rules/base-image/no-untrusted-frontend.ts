import { createImageList, defineRule, literalReference, shorten } from '../../src/rule';

export default defineRule({
  summary: 'Let only trusted frontends read the file',
  why: `The image of \`# syntax=\` is a program that runs in every build of this file, sees all its files and decides what is built.
It deserves more trust than a base image, and usually nobody looks at it.`,
  exceptions: '`docker/dockerfile` with any tag or digest passes; list others that you trust under `allow`.',
  severity: 'warning',
  presets: { strict: {}, nist: {}, gc: {} },
  aliases: [],
  controls: ['nist-800-190:4.1.5', 'gc:trusted-base'],
  mentions: ['syntax'],
  options: {
    allow: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      description: 'Frontends that pass besides `docker/dockerfile`: hosts, beginnings of names, or images of Docker Hub.',
    },
  },
  dockerfile: ({ model, options, report }) => ({
    end() {
      const directive = model.document.directives.find(({ name }) => name === 'syntax');
      const image = directive?.value.trim().split(/\s/, 1)[0] ?? '';
      if (directive === undefined || image === '') return;
      const { start } = directive.valueRange;
      const reference = literalReference(image, { start, end: start + image.length });
      if (!reference.valid || createImageList(['docker/dockerfile', ...options.allow])(reference) !== 'unlisted') return;
      report({
        at: { start, end: start + image.length },
        message: `The frontend ${shorten(image, 100)} runs in the build and is not on the list; use docker/dockerfile:1, or allow it`,
      });
    },
  }),
  examples: [
    { good: '# syntax=docker/dockerfile:1.7-labs\nFROM scratch' },
    { good: '# syntax = docker.io/docker/dockerfile@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nFROM scratch' },
    { good: 'FROM scratch\n# syntax=example.org/own/frontend:1' },
    { bad: '# syntax=«example.org/own/frontend:1»\nFROM scratch', message: 'example.org/own/frontend:1' },
    { bad: '# syntax=«docker/dockerfile-upstream:master»\nFROM scratch' },
    { options: { allow: ['example.org/own'] }, good: '# syntax=example.org/own/frontend:1\nFROM scratch' },
  ],
});
