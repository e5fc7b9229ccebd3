import { defineRule, isGitSource, isRemoteSource, knownPrefix, knownText, shorten, type AddInstruction, type Word } from '../../src/rule';

export default defineRule({
  summary: 'Say which content ADD must fetch',
  why: `What a URL answers can change between two builds, by accident or by attack. With \`--checksum=sha256:…\` the build stops when it does;
for a git repository a commit says the same, which a branch or a tag does not.`,
  exceptions: 'A file that is meant to be the newest one at each build has no checksum to give.',
  severity: 'info',
  presets: { strict: {}, cis: {}, nist: {} },
  aliases: [],
  controls: ['cis-docker:4.11', 'nist-800-190:4.1.5', 'gc:trusted-base'],
  mentions: ['add'],
  dockerfile: ({ model, report }) => {
    function judge(source: Word, node: AddInstruction): void {
      const value = model.resolve(source, node);
      const start = knownPrefix(value);
      if (!isRemoteSource(start)) return;
      const text = knownText(value);
      const shown = shorten(source.value, 80);
      if (!isGitSource(text ?? start)) {
        // The builder takes the flag for one source only.
        const remedy = node.sources.length === 1 ? 'add --checksum=sha256:…' : 'give it an ADD of its own, with --checksum=sha256:…';
        report({ at: source.range, message: `ADD fetches ${shown} without a checksum, so the build takes whatever comes; ${remedy}` });
      } else if (text !== null && !namesCommit(text)) {
        report({ at: source.range, message: `ADD fetches ${shown}, which names no commit; pin it to one, with all its digits` });
      }
    }
    return {
      ADD(node) {
        if (!node.flags.some(({ name }) => name === 'checksum')) node.sources.forEach((source) => judge(source, node));
      },
    };
  },
  examples: [
    { good: 'FROM alpine:3.20\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.org/a /a\nADD a.tgz /b\nARG URL\nADD $URL /c' },
    { bad: 'FROM alpine:3.20\nARG V=1.2\nADD «https://example.org/a-$V.tar.gz» /a/', message: 'add --checksum' },
    { bad: 'FROM alpine:3.20\nADD b «"http://example.org/c"» /c/', message: 'an ADD of its own' },
    { bad: 'FROM alpine:3.20\nADD «https://example.org/a/b.git» /b\nADD «git@example.org:a/b.git#v1.2:docs» /c', message: 'names no commit' },
    { good: 'FROM alpine:3.20\nARG COMMIT\nADD https://example.org/a.git#8f2b1a0c9d3e4f5061728394a5b6c7d8e9f00112:src /a\nADD https://example.org/a.git#$COMMIT /b' },
  ],
});

function namesCommit(url: string): boolean {
  return /#(?:[\da-f]{40}|[\da-f]{64})(?::|$)/i.test(url) || /[?&](?:checksum|commit)=[\da-f]{7,64}(?:[&#]|$)/i.test(url);
}
