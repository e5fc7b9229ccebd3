import { defineRule, matchesWildcard, nameOrigin } from '../../src/rule';

export default defineRule({
  summary: 'Name base images by a version number',
  why: `A tag such as \`lts\`, \`stable\` or \`bookworm\` says nothing about which version was built on, sorts nowhere, and moves. A version
number can be compared, and an update shows in the diff.`,
  exceptions: 'Where code names or dates are the versions (Debian, Ubuntu, rolling distributions), allow them by pattern.',
  severity: 'info',
  presets: { gc: { options: { depth: 'patch' } } },
  aliases: [],
  controls: ['gc:semver-tags'],
  options: {
    depth: {
      type: 'string',
      enum: ['major', 'minor', 'patch'],
      default: 'major',
      description: 'How many numbers the tag must begin with: `22`, `22.12` or `22.12.0`.',
    },
    allow: {
      type: 'array',
      items: { type: 'string' },
      // distroless has the version in the name of the repository, and no other tags.
      default: ['nonroot*', 'debug*'],
      description: 'Other tags that pass; `*` stands for any text, as in `bookworm*`.',
    },
  },
  dockerfile: ({ options, report }) => ({
    stage({ base }) {
      if (base.kind !== 'image' && base.kind !== 'unknown') return;
      const { reference } = base;
      if (reference === null || !reference.valid || reference.tag.kind !== 'known') return;
      const { text, range } = reference.tag;
      // The moving tag is the concern of no-latest-tag.
      if (text === 'latest') return;
      if (versionDepth(text) >= DEPTHS[options.depth]) return;
      if (options.allow.some((pattern) => matchesWildcard(text, pattern))) return;
      const origin = nameOrigin(reference.value, range);
      const message =
        versionDepth(text) === 0
          ? `The tag ${text} does not begin with a version number${origin}; use a tag that does, or allow this one`
          : `The tag ${text} names only a part of the version${origin}; use a tag that begins with ${DEPTHS[options.depth]} numbers`;
      report({ at: range, message });
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'FROM alpine:3.20\nFROM node:22-slim AS a\nFROM a\nFROM scratch\nFROM x/y:v1.2.3-rc1\nFROM node\nFROM node:latest' },
    { good: 'ARG TAG\nFROM node:${TAG}\nFROM node@sha256:0123456789abcdef0123456789abcdef' },
    { bad: 'ARG TAG=lts\nFROM debian:«bookworm-slim»\nFROM ubuntu:«focal-20240101»\nFROM node:«${TAG}»', message: 'bookworm-slim' },
    { bad: 'FROM debian:«20240101»\nFROM x:«sha-1a2b3c»' },
    { options: { depth: 'patch' }, bad: 'FROM node:«22.12-alpine»\nFROM node:22.12.0-alpine', message: 'part of the version' },
    { good: 'FROM gcr.io/distroless/static-debian12:nonroot' },
    { options: { allow: ['bookworm*'] }, bad: 'FROM debian:bookworm-slim\nFROM debian:«trixie-slim»' },
  ],
});

const DEPTHS = { major: 1, minor: 2, patch: 3 } as const;

/** How many numbers of a version the tag begins with, three at most; a date and a commit hash count as none. */
function versionDepth(tag: string): number {
  if (/^(?:19|20)\d\d-?[01]\d-?[0-3]\d(?!\d)/.test(tag) || /^(?=.*[a-f])[\da-f]{7,}$/.test(tag)) return 0;
  const version = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?=$|[-._+]|u\d|p\d|[ab]\d|rc|alpha|beta|jdk|jre)/i.exec(tag);
  if (version === null) return 0;
  return version[3] !== undefined ? 3 : version[2] !== undefined ? 2 : 1;
}
