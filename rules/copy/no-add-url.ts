import { defineRule, isRemoteSource, knownPrefix, shorten } from '../../src/rule';

export default defineRule({
  summary: 'Let ADD fetch nothing from the network',
  why: `An ADD of a URL brings in what a server answers on the day of the build. For those whose policy is COPY alone, files come from the
build context, where they are reviewed, or from a RUN that checks what it fetches.`,
  exceptions: 'ADD with `--checksum` fetches exactly one known content; where that is enough, leave this rule off and use `require-add-checksum`.',
  severity: 'off',
  presets: { cis: {} },
  aliases: ['kics:4b410d24', 'dockerfile-doctor:DD059'],
  controls: ['cis-docker:4.9'],
  mentions: ['add'],
  dockerfile: ({ model, report }) => ({
    ADD(node) {
      for (const source of node.sources) {
        if (!isRemoteSource(knownPrefix(model.resolve(source, node)))) continue;
        report({
          at: source.range,
          message: `ADD fetches ${shorten(source.value, 80)}; put it into the build context and use COPY, or fetch and check it in a RUN`,
        });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nADD a.tar.gz /a\nCOPY b /b\nARG FROM\nADD $FROM /c\nADD https.txt /d' },
    { bad: 'FROM alpine:3.20\nADD «https://example.org/a.tar.gz» /a/\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d «http://example.org/b» /b', message: 'ADD fetches https://example.org/a.tar.gz' },
    { bad: 'FROM alpine:3.20\nARG V\nADD «https://example.org/$V/a» «git@example.org:a/b.git» /src/' },
  ],
});
