import { defineRule, effectiveLabels, matchesWildcard, nearestName, type Pair, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Set only the labels that are agreed on',
  why: `Where a team has agreed on its labels, one that is not on the list is a misspelt key or a private habit: no tool reads it.`,
  exceptions: 'Without a list in the option `labels` the rule is silent. Labels that the build adds by flag are not in the file.',
  severity: 'off',
  presets: {},
  aliases: ['hadolint:DL3050'],
  controls: [],
  mentions: ['label'],
  options: {
    labels: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      description: 'All keys that may be set; `*` stands for any text. Empty: every key.',
    },
  },
  dockerfile: ({ model, options, report }) => {
    const reported = new Set<Pair>();

    function judge(stage: Stage): void {
      for (const [key, { pair }] of effectiveLabels(model, stage)) {
        if (key === '' || reported.has(pair) || options.labels.some((pattern) => matchesWildcard(key, pattern))) continue;
        reported.add(pair);
        const near = nearestName(key, options.labels);
        report({ at: pair.key.range, message: `The label ${key} is not on the list of labels; ${near === null ? 'remove it, or add it to the list' : `did you mean ${near}?`}` });
      }
    }

    return { end: () => (options.labels.length === 0 ? undefined : model.outputs.forEach(judge)) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger labels the child image, not this one' } },
  examples: [
    { good: 'FROM debian:12\nLABEL any=thing' },
    { options: { labels: ['team', 'org.opencontainers.image.*'] }, good: 'FROM debian:12 AS build\nLABEL x=1\nFROM debian:12\nARG K\nLABEL team=blue org.opencontainers.image.title=a $K=b' },
    { options: { labels: ['team'] }, bad: 'FROM debian:12\nLABEL «taem»=blue «other»=x', message: 'did you mean team?' },
  ],
});
