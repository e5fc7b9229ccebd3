import { chainInstructions, defineRule, knownText, type Stage } from '../../src/rule';

const OCI = 'org.opencontainers.image';

export default defineRule({
  summary: 'Label the image with where it comes from and what it is',
  why: `An image without labels cannot be traced: nobody can tell from which repository, commit and version it was built. The OCI
labels are read by registries, scanners and update bots alike.`,
  exceptions: 'Where the pipeline adds the labels (`docker build --label`, a metadata action), take their names out of the option `labels`.',
  severity: 'info',
  presets: {
    strict: {},
    hadolint: { severity: 'info', options: { labels: [] } },
    gc: {
      options: {
        labels: [`${OCI}.title`, `${OCI}.version`, `${OCI}.source`, `${OCI}.vendor`, `${OCI}.licenses`, `${OCI}.revision`],
      },
    },
  },
  aliases: [
    'hadolint:DL3049', 'dockerfile_lint:label:Name/Version/...', 'dockerfile_lint:sample:required_LABEL', 'droast:DF074',
    'dockerfile-doctor:DD046', 'dockerfile-doctor:DD078',
  ],
  controls: ['gc:labels'],
  options: {
    labels: {
      type: 'array',
      items: { type: 'string' },
      default: [`${OCI}.source`, `${OCI}.version`, `${OCI}.revision`],
      description: 'Keys of the labels that the output stage must have, its own or inherited from a stage of this file.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    /** The keys that the chain of a stage sets, or null when one of them is not known. */
    function labelKeys(stage: Stage): ReadonlySet<string> | null {
      const keys = new Set<string>();
      for (const node of chainInstructions(stage)) {
        if (node.keyword !== 'LABEL') continue;
        for (const { key } of node.pairs) {
          const name = knownText(model.resolve(key, node));
          if (name === null) return null;
          keys.add(name);
        }
      }
      return keys;
    }

    function judge(stage: Stage): void {
      const image = stage.from.image;
      const keys = labelKeys(stage);
      if (image === null || keys === null) return;
      const missing = options.labels.filter((label) => !keys.has(label));
      if (missing.length === 0) return;
      report({ at: image.range, message: `The image has no label ${listOf(missing)}; set ${missing.length === 1 ? 'it' : 'them'} with LABEL` });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a LABEL inside ONBUILD belongs to the child image' } },
  examples: [
    { good: `FROM debian:12\nLABEL ${OCI}.source="https://example.org/a" ${OCI}.version="1.0.0" ${OCI}.revision="0a1b2c3"` },
    { bad: 'FROM «debian:12»\nRUN make', message: `no label ${OCI}.source, ${OCI}.version or ${OCI}.revision` },
    { bad: `FROM debian:12 AS build\nLABEL ${OCI}.source="https://example.org/a"\nFROM «debian:12»\nLABEL ${OCI}.version="1.0.0" ${OCI}.revision=0a1b2c3` },
    { options: { labels: ['team'] }, good: 'FROM debian:12 AS base\nLABEL team=blue\nFROM base\nRUN make' },
    { options: { labels: ['team'] }, good: 'FROM debian:12\nARG KEY\nLABEL $KEY=blue' },
    { options: { labels: [] }, good: 'FROM debian:12' },
  ],
});

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1] ?? ''}`;
}
