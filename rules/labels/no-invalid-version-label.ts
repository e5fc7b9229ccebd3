import { defineRule, effectiveLabels, isSemanticVersion, knownText, nameOrigin, type LabelInstruction, type Pair, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Let the version label be a semantic version',
  why: `Update bots and auditors compare versions. They can do so only if the label follows one scheme, and semantic versioning
(\`1.4.2\`, also \`v1.4.2\`) is the one that they all read.`,
  exceptions: 'Turn it off for projects that number by date or by build.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'warning', options: { labels: [], allowV: false, unknownValue: 'report' } }, gc: {} },
  aliases: ['hadolint:DL3056'],
  controls: ['gc:semver-tags'],
  mentions: ['label'],
  options: {
    labels: {
      type: 'array',
      items: { type: 'string' },
      default: ['org.opencontainers.image.version'],
      description: 'Keys of the labels that carry the version.',
    },
    allowV: { type: 'boolean', default: true, description: 'Whether a leading `v` is accepted.' },
    unknownValue: {
      type: 'string',
      enum: ['pass', 'report'],
      default: 'pass',
      description: 'What happens to a value that a build argument decides.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    const reported = new Set<Pair>();

    function judge(stage: Stage): void {
      for (const [key, { pair, node }] of effectiveLabels(model, stage)) if (options.labels.includes(key)) judgePair(pair, node);
    }

    function judgePair(pair: Pair, node: LabelInstruction): void {
      const { value } = pair;
      if (value === null || reported.has(pair)) return;
      const resolved = model.resolve(value, node);
      const version = knownText(resolved);
      if (version === null && options.unknownValue === 'pass') return;
      if (version === '' || (version !== null && isSemanticVersion(version, options))) return;
      reported.add(pair);
      report({
        at: value.range,
        message: `The version "${version ?? value.value}"${nameOrigin(resolved, value.range)} is not a semantic version; write MAJOR.MINOR.PATCH`,
      });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger labels the child image, not this one' } },
  examples: [
    { good: 'FROM debian:12\nLABEL org.opencontainers.image.version="1.4.2-rc.1" version="next"' },
    { bad: 'FROM debian:12\nLABEL org.opencontainers.image.version=«"2024-11"»', message: '"2024-11"' },
    { bad: 'FROM debian:12\nARG VERSION=dev\nLABEL org.opencontainers.image.version=«"${VERSION}"»', message: 'ARG VERSION' },
    { good: 'FROM debian:12\nARG VERSION\nLABEL org.opencontainers.image.version="v${VERSION}"' },
    { good: 'FROM debian:12 AS build\nLABEL org.opencontainers.image.version=next\nFROM debian:12\nLABEL org.opencontainers.image.version=v1.0.0' },
    { options: { allowV: false }, bad: 'FROM debian:12\nLABEL org.opencontainers.image.version=«v1.0.0»' },
    { options: { labels: ['version'] }, bad: 'FROM debian:12\nLABEL version=«1»' },
    { options: { unknownValue: 'report' }, bad: 'FROM debian:12\nARG V\nLABEL org.opencontainers.image.version=«$V»' },
  ],
});
