import { defineRule, effectiveLabels, knownText, ociLabelType, type Pair, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Give the labels that others rely on a value',
  why: `Registries, scanners and update bots read the standard labels. An empty one hides what the base image said and says nothing
instead, which they take for an answer.`,
  exceptions: 'Any other label may be empty: that is how one from the base image is cleared.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { options: { standardKeys: false } }, gc: {} },
  aliases: ['hadolint:DL3051'],
  controls: ['gc:labels'],
  mentions: ['label'],
  options: {
    labels: { type: 'array', items: { type: 'string' }, default: [], description: 'Further keys of labels that must not be empty.' },
    standardKeys: { type: 'boolean', default: true, description: 'Whether the labels of the OCI image specification are judged.' },
  },
  dockerfile: ({ model, options, report }) => {
    const reported = new Set<Pair>();

    function judge(stage: Stage): void {
      for (const [key, { pair, node }] of effectiveLabels(model, stage)) {
        if (!options.labels.includes(key) && !(options.standardKeys && ociLabelType(key) !== null)) continue;
        // What a variable gives is filled in by the build.
        if (pair.value === null || pair.value.raw.includes('$') || reported.has(pair)) continue;
        if (knownText(model.resolve(pair.value, node))?.trim() !== '') continue;
        reported.add(pair);
        report({ at: pair.range, message: `The label ${key} is empty; give it a value or leave it out` });
      }
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger labels the child image, not this one' } },
  examples: [
    { good: 'FROM debian:12\nARG TITLE=\nLABEL org.opencontainers.image.title="$TITLE" vendor=""' },
    { good: 'FROM debian:12 AS a\nLABEL org.opencontainers.image.title=""\nFROM a AS b\nLABEL org.opencontainers.image.title="b"\nFROM b' },
    { bad: 'FROM debian:12\nLABEL «org.opencontainers.image.title=""» «org.opencontainers.image.url=» a=b', message: 'org.opencontainers.image.title' },
    { options: { labels: ['team'] }, bad: "FROM debian:12\nLABEL «team=' '»" },
    { options: { labels: ['team'], standardKeys: false }, good: 'FROM debian:12\nLABEL team=blue org.opencontainers.image.title=""' },
  ],
});
