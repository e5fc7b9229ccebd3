import { defineRule, variableReferences } from '../../src/rule';

export default defineRule({
  summary: 'Give the platform arguments no defaults',
  why: `The builder sets TARGETARCH, BUILDPLATFORM and the like for each platform that it builds. A default in the file wins over that
value, so a build for arm64 is told that it builds for amd64, and ends with the wrong programs.`,
  exceptions: 'The classic builder sets none of them; with `build.builder: classic` in the config the rule is silent.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['targetplatform', 'targetos', 'targetarch', 'targetvariant', 'buildplatform', 'buildos', 'buildarch', 'buildvariant'],
  dockerfile: ({ model, report }) => ({
    ARG(node) {
      if (model.build.builder !== 'buildkit') return;
      for (const { key, value, range } of node.pairs) {
        const name = key.value;
        if (value === null || !PLATFORM_ARGUMENT.test(name)) continue;
        // Its own value with a default for builders that set none.
        if (variableReferences(value, node, model.document.escape).some((reference) => reference.name === name)) continue;
        report({
          at: { start: key.range.end, end: range.end },
          message: `The default of ${name} replaces the value that the builder sets; write ARG ${name} alone`,
          fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: key.range.end, end: range.end }, text: '' }] },
        });
      }
    },
  }),
  examples: [
    { good: 'ARG TARGETARCH\nARG TARGETARCH=${TARGETARCH:-amd64}\nARG ARCH=amd64 TARGETSTAGE=x\nFROM alpine:3.20\nARG TARGETOS TARGETVARIANT' },
    {
      bad: 'ARG BUILDPLATFORM«=linux/amd64»\nFROM alpine:3.20\nARG TARGETARCH«=amd64» X=1 TARGETVARIANT«=""»',
      fixed: 'ARG BUILDPLATFORM\nFROM alpine:3.20\nARG TARGETARCH X=1 TARGETVARIANT',
      message: 'BUILDPLATFORM',
    },
    { build: { builder: 'classic' }, good: 'FROM alpine:3.20\nARG TARGETARCH=amd64' },
  ],
});

const PLATFORM_ARGUMENT = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;
