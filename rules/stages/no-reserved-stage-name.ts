import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Call no stage scratch or context',
  why: `\`scratch\` is the empty image and \`context\` the files of the build. A stage of that name cannot be built on or copied from, and
who reads the file takes it for something else.`,
  severity: 'error',
  presets: { strict: {}, hadolint: {}, buildkit: { severity: 'warning' } },
  aliases: ['hadolint:DL3063', 'buildkit:ReservedStageName', 'droast:DF084'],
  controls: [],
  mentions: ['scratch', 'context'],
  dockerfile: ({ report }) => ({
    FROM({ as }) {
      const name = as?.name ?? null;
      if (name === null || !/^(?:scratch|context)$/i.test(name.value)) return;
      report({ at: name.range, message: `The stage name ${name.value} is taken by the builder; choose another` });
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'FROM is not allowed inside ONBUILD' } },
  examples: [
    { good: 'FROM scratch AS empty\nFROM scratch AS from-scratch\nFROM alpine:3.20 AS contexts' },
    { bad: 'FROM alpine:3.20 AS «scratch»\nFROM alpine:3.20 AS «Context»', message: 'scratch' },
  ],
});
