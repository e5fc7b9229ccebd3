import {
  defineRule, effectiveLabels, isAddress, isCommitHash, isEmailAddress, isSpdxExpression, isTimestamp, knownText, nameOrigin, ociLabelType, shorten,
  type EffectiveLabel, type Pair, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Give typed labels a value of their type',
  why: `Tools that read the standard labels parse them: an address becomes a link, a licence is looked up in the SPDX list, a commit is
checked out. A value of another kind is dropped, or shown as a broken link.`,
  exceptions: 'A key that is used in another sense than the OCI specification gives it is better renamed.',
  severity: 'warning',
  presets: {
    strict: {},
    hadolint: { options: { standardKeys: false, unknownValue: 'report', hashLengths: ['7', '40'] } },
    gc: {},
  },
  aliases: ['hadolint:DL3052', 'hadolint:DL3053', 'hadolint:DL3054', 'hadolint:DL3055', 'hadolint:DL3058', 'droast:DF074'],
  controls: ['gc:labels'],
  mentions: ['label'],
  options: {
    url: { type: 'array', items: { type: 'string' }, default: [], description: 'Further keys whose value is an address (URL).' },
    time: { type: 'array', items: { type: 'string' }, default: [], description: 'Further keys whose value is an RFC 3339 time.' },
    license: { type: 'array', items: { type: 'string' }, default: [], description: 'Further keys whose value is an SPDX licence expression.' },
    hash: { type: 'array', items: { type: 'string' }, default: [], description: 'Further keys whose value is a git commit.' },
    email: { type: 'array', items: { type: 'string' }, default: [], description: 'Keys whose value is an e-mail address.' },
    hashLengths: {
      type: 'array',
      items: { type: 'string' },
      default: ['7-40', '64'],
      description: 'Numbers of hex digits that a git commit may have, each one number or a range.',
    },
    standardKeys: { type: 'boolean', default: true, description: 'Whether the labels of the OCI image specification are judged.' },
    unknownValue: {
      type: 'string',
      enum: ['pass', 'report'],
      default: 'pass',
      description: 'What happens to a value that a build argument decides.',
    },
  },
  messages: {
    url: { aliases: ['hadolint:DL3052'], description: 'The value is no URL.' },
    time: { aliases: ['hadolint:DL3053'], description: 'The value is no RFC 3339 time.' },
    license: { aliases: ['hadolint:DL3054'], description: 'The value is no SPDX licence expression.' },
    hash: { aliases: ['hadolint:DL3055'], description: 'The value is no git commit.' },
    email: { aliases: ['hadolint:DL3058'], description: 'The value is no e-mail address.' },
  },
  dockerfile: ({ model, options, report }) => {
    const reported = new Set<Pair>();

    function typeOf(key: string): Type | null {
      const given = TYPES.find((type) => options[type].includes(key));
      if (given !== undefined) return given;
      const type = options.standardKeys ? ociLabelType(key) : null;
      return type === 'text' ? null : type;
    }

    function isValid(type: Type, text: string): boolean {
      switch (type) {
        case 'url': return isAddress(text);
        case 'time': return isTimestamp(text);
        case 'license': return isSpdxExpression(text);
        case 'hash': return isCommitHash(text, options.hashLengths);
        case 'email': return isEmailAddress(text);
      }
    }

    function judge(stage: Stage): void {
      for (const [key, label] of effectiveLabels(model, stage)) {
        const type = typeOf(key);
        if (type !== null && !reported.has(label.pair)) judgeLabel(key, type, label);
      }
    }

    function judgeLabel(key: string, type: Type, { pair, node }: EffectiveLabel): void {
      if (pair.value === null) return;
      const value = model.resolve(pair.value, node);
      const text = knownText(value);
      if (text === null && options.unknownValue === 'pass') return;
      // An empty label is another rule's.
      if (text === '' || (text !== null && isValid(type, text))) return;
      reported.add(pair);
      report({
        at: pair.value.range,
        message: `${key} is ${JSON.stringify(shorten(text ?? pair.value.value, 60))}${nameOrigin(value, pair.value.range)}, which is no ${DEMANDS[type]}`,
        messageId: type,
      });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger labels the child image, not this one' } },
  examples: [
    {
      good: `FROM debian:12
ARG REVISION
LABEL org.opencontainers.image.source="https://example.org/a" org.opencontainers.image.revision="$REVISION" \\
  org.opencontainers.image.licenses="MIT OR (GPL-2.0-or-later WITH Classpath-exception-2.0)" org.opencontainers.image.created="2026-11-23T10:00:00Z"`,
    },
    { bad: 'FROM debian:12\nLABEL org.opencontainers.image.licenses=«"Apache License 2.0"»', message: 'Apache-2.0' },
    {
      bad: 'FROM debian:12\nLABEL org.opencontainers.image.source=«example.org/a» org.opencontainers.image.created=«2026-02-30» org.opencontainers.image.revision=«v1.2»',
      message: 'https://',
    },
    { bad: 'FROM debian:12\nARG DATE=today\nLABEL org.opencontainers.image.created=«$DATE»', message: 'ARG DATE' },
    { good: 'FROM debian:12 AS a\nLABEL org.opencontainers.image.url=x\nFROM debian:12\nLABEL url=x' },
    {
      options: { url: ['home'], time: ['at'], license: ['terms'], hash: ['commit'], email: ['mail'] },
      bad: 'FROM debian:12\nLABEL home=«x» at=«x» terms=«x» commit=«x» mail=«"Ann <a@b.c>"»',
    },
    { options: { hash: ['commit'], hashLengths: ['40'] }, bad: 'FROM debian:12\nLABEL commit=«0a1b2c3»' },
    { options: { standardKeys: false, hash: ['commit'], unknownValue: 'report' }, bad: 'FROM debian:12\nARG C\nLABEL commit=«$C» org.opencontainers.image.url=x' },
  ],
});

const TYPES = ['url', 'time', 'license', 'hash', 'email'] as const;
type Type = (typeof TYPES)[number];

const DEMANDS: Readonly<Record<Type, string>> = {
  url: 'URL; write one with its scheme, such as https://example.org',
  time: 'RFC 3339 time; write one such as 2026-11-23T10:00:00Z',
  license: 'SPDX licence expression; write one such as Apache-2.0',
  hash: 'git commit; write the hash that it was built from',
  email: 'e-mail address; write one such as ann@example.org',
};
