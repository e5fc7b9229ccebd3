import { defineRule, quoteLabelValue } from '../../src/rule';

export default defineRule({
  summary: 'Name the author in a label, not in MAINTAINER',
  why: `MAINTAINER is deprecated: it can be set once only and no registry indexes it. A label says the same
and can be read by every tool.`,
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'error' }, buildkit: {} },
  aliases: [
    'hadolint:DL4000', 'buildkit:MaintainerDeprecated', 'trivy:DS-0022', 'checkov:CKV_DOCKER_6', 'kics:99614418',
    'dockerfilelint:deprecated_in_1.13', 'dockerfile_lint:maintainer_deprecated', 'dockerfile-utils:DEPRECATED_MAINTAINER',
    'droast:DF019', 'dockerfile-doctor:DD017',
  ],
  controls: [],
  mentions: ['maintainer'],
  options: {
    label: { type: 'string', default: 'org.opencontainers.image.authors', description: 'Label that carries the author.' },
  },
  dockerfile: ({ model, options, report }) => ({
    MAINTAINER(node) {
      const label = `LABEL ${options.label}=${quoteLabelValue(unquoted(node.argumentText), model.document.escape)}`;
      report({
        at: node.keywordRange,
        message: `MAINTAINER is deprecated; set the label ${options.label}`,
        // A suggestion: the Author field of the image config goes away.
        fix: { kind: 'suggestion', changes: 'image', edits: [{ at: node.range, text: label }] },
      });
    },
  }),
  variants: { onbuild: { expect: 'skip', why: 'MAINTAINER is not allowed inside ONBUILD' } },
  examples: [
    { good: 'FROM scratch\nLABEL org.opencontainers.image.authors="Ann"' },
    {
      bad: 'FROM scratch\n«MAINTAINER» Ann $mith',
      fixed: 'FROM scratch\nLABEL org.opencontainers.image.authors="Ann \\$mith"',
    },
    {
      bad: 'FROM scratch\n«MAINTAINER» "Ann Smith <ann@example.org>"',
      fixed: 'FROM scratch\nLABEL org.opencontainers.image.authors="Ann Smith <ann@example.org>"',
    },
    {
      options: { label: 'maintainer' },
      bad: 'FROM scratch\n«MAINTAINER» Ann',
      fixed: 'FROM scratch\nLABEL maintainer="Ann"',
    },
  ],
});

function unquoted(author: string): string {
  return /^"[^"]*"$/.test(author) ? author.slice(1, -1) : author;
}
