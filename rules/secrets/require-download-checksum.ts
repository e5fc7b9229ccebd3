import { defineRule, download, mentions, shorten, verifiesDownload, type Download, type RunInstruction, type ShellCommand } from '../../src/rule';

/** Archives, packages and programs. */
const PAYLOAD = /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|tzst|zip|gz|xz|bz2|zst|deb|rpm|apk|jar|war|whl|exe|msi|run|bin|AppImage|phar|gem)(?:[?#]|$)/i;
const PROGRAM_FOLDER = /(?:^|\/)s?bin\/|^\/opt\//;
const UNPACKS = /^(?:tar|bsdtar|unzip|gunzip|gzip|xz|bunzip2|bzip2|zcat|cpio|dpkg|rpm)$/;

export default defineRule({
  summary: 'Check what is downloaded before it is used',
  why: `A download that nothing checks is whatever the server sends that day: a broken transfer, a moved tag, or a stolen account. A checksum in the
Dockerfile makes another file fail the build; a signature also says who made it.`,
  exceptions: 'A script that the RUN calls may check; then suppress this with that reason. `ADD --checksum` does the same without a program.',
  severity: 'off',
  presets: { strict: {}, cis: {}, nist: {} },
  aliases: [],
  controls: ['cis-docker:4.11', 'nist-800-190:4.1.5'],
  mentions: { RUN: ['curl', 'wget'] },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node: RunInstruction) {
      if (!mentions(model, node, '://') || !mentions(model, node, /\b(?:curl|wget)\b/)) return;
      const commands = shell.commands(node);
      if (commands.some(verifiesDownload)) return;
      for (const command of commands) {
        const found = download(command);
        const url = found?.urls.find(({ value }) => /^(?:https?|ftp):\/\//.test(value));
        if (found == null || url === undefined || !isPayload(found, url.value, command)) continue;
        report({ at: url.range, message: `Nothing checks what ${shorten(url.value, 80)} sends; compare its checksum or signature in this RUN` });
        return;
      }
    },
  }),
  examples: [
    { good: 'FROM debian:12\nRUN curl -fsSLO https://example.org/a.tgz && echo "abc  a.tgz" | sha256sum -c && tar xzf a.tgz' },
    { bad: 'FROM debian:12\nRUN curl -fsSLO «https://example.org/a.tgz» && tar xzf a.tgz', message: 'Nothing checks' },
    { bad: 'FROM debian:12\nRUN wget -qO- «https://example.org/get?v=1» | tar xz -C /opt' },
    { bad: 'FROM debian:12\nRUN curl -fsSL -o /usr/local/bin/tool «https://example.org/tool»' },
    { good: 'FROM debian:12\nRUN curl -fsSL https://example.org/key.asc | gpg --dearmor -o /k && curl -s https://example.org/v.json | jq .v && curl https://example.run | sh' },
  ],
});

function isPayload({ output }: Download, url: string, command: ShellCommand): boolean {
  if (PAYLOAD.test(url.replace(/^\w+:\/\/[^/]*/, '')) || PAYLOAD.test(output ?? '') || PROGRAM_FOLDER.test(output ?? '')) return true;
  const members = command.pipeline.commands;
  const next = members[members.indexOf(command) + 1];
  return next?.name != null && UNPACKS.test(next.name);
}
