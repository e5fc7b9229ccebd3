import { defineRule, isArchiveName, isRemoteSource, knownText, shorten } from '../../src/rule';

export default defineRule({
  summary: 'Use COPY for local files',
  why: `ADD also downloads and unpacks, so a reader cannot tell what a plain ADD does, and a file that happens to be a tar archive is
unpacked in silence. COPY does what it says.`,
  exceptions: 'A URL, a git repository and an archive that shall be unpacked are what ADD is for.',
  severity: 'warning',
  presets: { strict: {}, hadolint: { severity: 'error' }, cis: {} },
  aliases: [
    'hadolint:DL3020', 'trivy:DS-0005', 'checkov:CKV_DOCKER_4', 'kics:9513a694', 'dockle:CIS-DI-0009', 'droast:DF006',
    'dockerfile-doctor:DD007',
  ],
  controls: ['cis-docker:4.9'],
  mentions: ['add'],
  dockerfile: ({ model, report }) => ({
    ADD(node) {
      if (node.sources.length === 0 || node.destination === null) return;
      if (node.flags.some(({ name }) => ADD_ONLY_FLAGS.includes(name))) return;
      const sources = node.sources.map((word) => knownText(model.resolve(word, node)));
      if (!sources.every((source) => source !== null && isLocal(source))) return;
      const safe = sources.every((source) => source !== null && isSurelyPlain(source));
      report({
        at: node.keywordRange,
        message: `ADD does no more than COPY with ${shorten(sources.join(' '), 60)}; use COPY`,
        // ADD unpacks by content, so only what surely is no archive stays as it is.
        fix: {
          kind: safe ? 'safe' : 'suggestion',
          changes: safe ? 'instructions' : 'image',
          edits: [{ at: node.keywordRange, text: node.keywordText === 'add' ? 'copy' : 'COPY' }],
        },
      });
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nCOPY a /a\nADD https://example.org/x /x\nADD git@example.org:a/b.git /b\nADD rootfs.tar.zst /' },
    { good: 'FROM alpine:3.20\nARG FILE\nADD ${FILE} /opt/\nADD --unpack=true x /x\nADD <<EOF /a\nhi\nEOF\nADD app.tgz notes.txt /app/' },
    { bad: 'FROM alpine:3.20\n«ADD» . /app/\n«ADD» app.zip /', fixed: 'FROM alpine:3.20\nCOPY . /app/\nCOPY app.zip /', message: 'COPY' },
    { bad: 'FROM scratch\n«ADD» rootfs /\n«ADD» --chown=1 ["a b", "/c"]' },
    { bad: 'FROM alpine:3.20\nARG NAME=app.jar\n«ADD» $NAME /', message: 'app.jar' },
  ],
});

const ADD_ONLY_FLAGS = ['checksum', 'keep-git-dir', 'unpack'];

function isLocal(source: string): boolean {
  return source !== '' && !isRemoteSource(source) && !isArchiveName(source);
}

/** A directory, or a file whose extension is that of no archive; no wildcard, which may match an archive. */
function isSurelyPlain(source: string): boolean {
  if (/[*?[]/.test(source)) return false;
  return /(?:^|\/)\.{0,2}$/.test(source) || /[^/]\.[A-Za-z\d]+$/.test(source);
}
