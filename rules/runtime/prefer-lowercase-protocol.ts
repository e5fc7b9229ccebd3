import { defineRule, knownText, nameOrigin, parsePortSpec, type Range, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Write the protocol of EXPOSE in lower case',
  why: `The builder takes \`/TCP\` and warns about it; the image config, \`docker ps\` and all documentation say \`tcp\`, so a search for
the port finds only the lower-case spelling.`,
  severity: 'info',
  presets: { strict: {}, buildkit: { severity: 'warning' } },
  aliases: ['buildkit:ExposeProtoCasing', 'droast:DF078'],
  controls: [],
  mentions: ['expose'],
  dockerfile: ({ model, report }) => ({
    EXPOSE(node) {
      for (const word of node.ports) {
        const value = model.resolve(word, node);
        const text = knownText(value);
        const written = protocolIn(word);
        const protocol = written?.text ?? (text === null ? null : (/\/(\w+)$/.exec(text)?.[1] ?? null));
        // A protocol that there is not is another rule's.
        if (protocol === null || protocol === protocol.toLowerCase() || parsePortSpec(`1/${protocol}`).kind === 'invalid') continue;
        const at = written?.range ?? word.range;
        report({
          at,
          message: `The protocol ${protocol}${nameOrigin(value, word.range)} is not in lower case; write ${protocol.toLowerCase()}`,
          ...(written === null ? {} : { fix: { kind: 'safe' as const, edits: [{ at, text: protocol.toLowerCase() }] } }),
        });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nARG P\nEXPOSE 80 53/udp 80/HTTP $P' },
    { bad: 'FROM alpine:3.20\nARG P\nEXPOSE 80/«TCP» "53/«Udp»" $P/«SCTP»', fixed: 'FROM alpine:3.20\nARG P\nEXPOSE 80/tcp "53/udp" $P/sctp' },
    { bad: 'FROM alpine:3.20\nARG P=80/TCP\nEXPOSE «$P»', message: 'ARG P' },
  ],
});

/** The protocol that is written out at the end of a word. */
function protocolIn({ raw, range }: Word): { readonly text: string; readonly range: Range } | null {
  const match = /\/([A-Za-z]+)(["']?)$/.exec(raw);
  if (match === null || raw.length !== range.end - range.start) return null;
  const [, text = '', quote = ''] = match;
  const end = range.end - quote.length;
  return { text, range: { start: end - text.length, end } };
}
