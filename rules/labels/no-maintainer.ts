import { defineRule } from '../../src/rule';

export default defineRule({
  summary: 'Name the author in a label, not in MAINTAINER',
  why: `MAINTAINER is deprecated: it can be set once only and no registry indexes it. A label says the same
and can be read by every tool.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'error' }, buildkit: {} },
  aliases: ['hadolint:DL4000', 'buildkit:MaintainerDeprecated'],
  controls: [],
  options: {
    label: { type: 'string', default: 'org.opencontainers.image.authors', description: 'Label that carries the author.' },
  },
  dockerfile: ({ options, report }) => ({
    MAINTAINER(node) {
      report({ at: node.keywordRange, message: `MAINTAINER is deprecated; set the label ${options.label}` });
    },
  }),
  examples: [
    { good: 'FROM scratch\nLABEL org.opencontainers.image.authors="Ann"' },
    { options: { label: 'maintainer' }, bad: 'FROM scratch\n«MAINTAINER» Ann' },
  ],
});
