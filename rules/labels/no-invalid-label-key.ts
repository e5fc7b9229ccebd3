import { defineRule, knownText, nameOrigin } from '../../src/rule';

export default defineRule({
  summary: 'Write label keys in lower case, with dots and dashes, outside the namespaces of Docker',
  why: `Keys are compared exactly, so \`Version\` and \`version\` are two labels, and filters of tools miss one of them. Docker asks for
keys that begin with a small letter, end with a letter or digit, and repeat no separator; it keeps com.docker, io.docker and
org.dockerproject for itself.`,
  exceptions: 'Keys that another tool asks for belong in the option `labels`.',
  severity: 'info',
  presets: { strict: {}, hadolint: { options: { labels: [] } } },
  aliases: ['hadolint:DL3048', 'tally:labels/valid-key'],
  controls: [],
  mentions: ['label'],
  options: {
    labels: { type: 'array', items: { type: 'string' }, default: ['INSTALL', 'UNINSTALL', 'RUN', 'STOP', 'UPDATE', 'DEBUG'], description: 'Keys that are right as they are; by default those of the `atomic` command.' },
  },
  dockerfile: ({ model, options, report }) => ({
    LABEL(node) {
      for (const { key } of node.pairs) {
        const value = model.resolve(key, node);
        const text = knownText(value);
        // A missing key is told as a wrong argument.
        if (text === null || text === '' || options.labels.includes(text)) continue;
        const mistake = mistakeOf(text);
        if (mistake !== null) report({ at: key.range, message: `The label key ${text}${nameOrigin(value, key.range)} ${mistake}` });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nARG KEY\nLABEL org.example.a-b_c/d2="x" version=1 $KEY=y "com.example.some-label"="z"' },
    { bad: 'FROM debian:12\nLABEL «Version»=1 a=b «Run»="docker run $IMAGE"', message: 'version' },
    { bad: 'FROM debian:12\nLABEL «com.docker.team»=a «io.docker.x»=b «org.dockerproject.y»=c', message: 'reserved' },
    { bad: 'FROM debian:12\nLABEL «a..b»=1 «a--b»=2 «"a b"»=3 «a-»=4 «1a»=5' },
    { bad: 'FROM debian:12\nARG KEY=Team\nLABEL «$KEY»=blue', message: 'KEY' },
    { good: 'FROM debian:12\nLABEL com.docker.desktop.extension.api.version=">= 0.3.0" com.docker.extension.publisher-url=https://example.org' },
    { good: "FROM debian:12\nLABEL RUN='docker run $IMAGE'" },
    { options: { labels: ['Team'] }, bad: 'FROM debian:12\nLABEL Team=blue «RUN»=x' },
  ],
});

function mistakeOf(key: string): string | null {
  if (/[A-Z]/.test(key)) return `has capitals; write ${key.toLowerCase()}`;
  const strange = /[^a-z0-9._/-]/.exec(key)?.[0];
  if (strange !== undefined) return `holds ${strange === ' ' ? 'a blank' : strange}; use small letters, digits, dots and dashes`;
  if (/[._/-]{2}/.test(key)) return 'repeats a separator; keep one';
  if (!/^[a-z]/.test(key)) return 'does not begin with a letter; put one in front';
  if (!/[a-z0-9]$/.test(key)) return 'ends with a separator; remove it';
  // Those that Docker asks the authors of its extensions for.
  if (/^com\.docker\.(?:desktop\.)?extension\./.test(key)) return null;
  const reserved = /^(?:com\.docker|io\.docker|org\.dockerproject)(?=\.)/.exec(key)?.[0];
  return reserved === undefined ? null : `stands in ${reserved}, which is reserved for Docker; use a domain of your own`;
}
