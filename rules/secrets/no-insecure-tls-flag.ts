import { defineRule, download, mentions, packageCommands, type RunInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Do not switch certificate checks off in a download',
  why: `Without the check anybody on the way can answer in place of the server, and what they send becomes part of the image. A missing
authority is added to the image's certificates, not worked around.`,
  severity: 'warning',
  presets: { strict: {}, cis: {} },
  aliases: ['checkov:CKV2_DOCKER_2', 'checkov:CKV2_DOCKER_3', 'checkov:CKV2_DOCKER_4', 'dockerfile-doctor:DD055', 'dockerfile-doctor:DD056'],
  controls: ['cis-docker:4.11'],
  mentions: { RUN: ['curl', 'certificate', 'trusted'] },
  messages: {
    curl: { aliases: ['checkov:CKV2_DOCKER_2', 'dockerfile-doctor:DD055'], description: 'curl with `-k` or `--insecure`.' },
    wget: { aliases: ['checkov:CKV2_DOCKER_3', 'dockerfile-doctor:DD056'], description: 'wget with `--no-check-certificate`.' },
    pip: { aliases: ['checkov:CKV2_DOCKER_4'], description: 'pip with `--trusted-host`.' },
  },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node: RunInstruction) {
      if (mentions(model, node, INSECURE) && mentions(model, node, /\b(?:curl|wget)\b/)) {
        for (const command of shell.commands(node)) {
          const found = download(command);
          if (found?.insecure == null || isOwnMachine(found.urls.map(({ value }) => value))) continue;
          const { name, word } = found.insecure;
          report({ at: word.range, messageId: found.program, message: `${name} lets ${found.program} take any certificate; remove it, and add the missing authority if there is one` });
        }
      }
      if (!mentions(model, node, '--trusted-host')) return;
      for (const { manager, options } of packageCommands(model, shell, node)) {
        const trusted = manager === 'pip' ? options.find(({ name }) => name === '--trusted-host') : undefined;
        if (trusted !== undefined) report({ at: trusted.word.range, messageId: 'pip', message: '--trusted-host lets pip take any certificate of that host; remove it, and add the missing authority if there is one' });
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN curl -fsSLO https://example.org/a && grep -k x && curl -sk https://localhost:8443/health' },
    { bad: 'FROM debian:12\nRUN curl «-sSLk» https://example.org/a', message: '-k lets curl' },
    { bad: 'FROM debian:12\nRUN wget -q «--no-check-certificate» https://example.org/a' },
    { bad: 'FROM python:3.12\nRUN pip install «--trusted-host» pypi.example.org flask', message: 'pip take any' },
    { good: 'FROM debian:12\nRUN echo curl -k && curl -o k https://example.org/k' },
  ],
});

/** `-k` may stand among other letters: `-fskL`. */
const INSECURE = /-[\w#:]*k|--insecure|--no-check-certificate/;

function isOwnMachine(urls: readonly string[]): boolean {
  return urls.length > 0 && urls.every((url) => /^(?:https?:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/.test(url));
}
