import { defineRule, knownText, parsePortSpec, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Name only the port of the container in EXPOSE',
  why: `EXPOSE says on which port the program listens; it publishes nothing. A host port or an address in front of it has no effect,
and BuildKit will refuse it one day. Ports are published when the container is started, with \`docker run -p\` or in a Compose file.`,
  severity: 'warning',
  presets: { strict: {}, buildkit: {} },
  aliases: ['buildkit:ExposeInvalidFormat', 'dockerfilelint:expose_host_port'],
  controls: [],
  mentions: ['expose'],
  dockerfile: ({ model, report }) => ({
    EXPOSE(node) {
      for (const word of node.ports) {
        const value = model.resolve(word, node);
        const text = knownText(value);
        const hasColon = value.kind === 'parts' && value.parts.some((part) => part.kind === 'text' && part.text.includes(':'));
        // A variable may hold several ports.
        if (!hasColon || (text !== null && (/\s/.test(text) || parsePortSpec(text).kind === 'invalid'))) continue;
        const port = containerPort(word);
        report({
          at: word.range,
          message: `EXPOSE ${word.value} names a host port or address, which it cannot map; name the port alone${port === null ? '' : `: ${port}`}`,
          ...(port === null ? {} : { fix: { kind: 'suggestion' as const, changes: 'image' as const, edits: [{ at: word.range, text: port }] } }),
        });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nARG PORT=80\nARG MORE\nARG LIST="1:2 3"\nEXPOSE 80 ${PORT:-81}/tcp $MORE $LIST 127.0.0.1:80 "443"' },
    { bad: 'FROM alpine:3.20\nEXPOSE «8080:80»', fixed: 'FROM alpine:3.20\nEXPOSE 80', message: '8080:80' },
    { bad: 'FROM alpine:3.20\nEXPOSE «127.0.0.1:8080:80/tcp» 81', fixed: 'FROM alpine:3.20\nEXPOSE 80/tcp 81' },
    { bad: 'FROM alpine:3.20\nARG HOST\nARG PORT=1:2\nEXPOSE «$HOST:80» «${PORT}»' },
  ],
});

/** The port behind the last colon, as it is written; null when that colon does not stand there itself. */
function containerPort({ raw }: Word): string | null {
  return /^[\d.:[\]-]*:([\d-]+(?:\/\w+)?)$/.exec(raw)?.[1] ?? null;
}
