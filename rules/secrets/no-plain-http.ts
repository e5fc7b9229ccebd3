import { defineRule, download, knownText, mentions, shorten, verifiesDownload, type AddInstruction, type Range, type ReportedFix, type RunInstruction } from '../../src/rule';

export default defineRule({
  summary: 'Download over https',
  why: `What comes over http:// can be read and changed by anybody on the way, and what is changed becomes part of the image. Most servers answer
over https:// too.`,
  exceptions: 'A checksum or signature check in the same RUN guards the file; addresses of the own machine or of a private network are not reported.',
  severity: 'info',
  presets: { strict: {}, cis: {} },
  aliases: ['dockerfile_lint:sample:no_add_without_https', 'dockerfile_lint:sample:no_run_without_https'],
  controls: ['cis-docker:4.11'],
  mentions: ['http', 'add'],
  dockerfile: ({ model, shell, report }) => {
    function judge(at: Range, raw: string, url: string): void {
      if (!/^http:\/\//i.test(url) || isPrivate(url)) return;
      const fix = withHttps(at, raw);
      report({ at, message: `Anybody on the way can change what ${shorten(url, 80)} sends; use https://, or compare a checksum`, ...(fix === null ? {} : { fix }) });
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, 'http://') || !mentions(model, node, /\b(?:curl|wget)\b/)) return;
        const commands = shell.commands(node);
        if (commands.some(verifiesDownload)) return;
        for (const command of commands) {
          for (const { value, raw, range } of download(command)?.urls ?? []) judge(range, raw, value);
        }
      },
      ADD(node: AddInstruction) {
        if (node.flags.some(({ name }) => name === 'checksum')) return;
        for (const source of node.sources) {
          if (/^http:|\$/i.test(source.value)) judge(source.range, source.raw, knownText(model.resolve(source, node)) ?? source.value);
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN curl -fsSLO https://example.org/a.tgz\nADD https://example.org/b /b' },
    { bad: 'FROM debian:12\nRUN curl -fsSLO «http://example.org/a.tgz»', fixed: 'FROM debian:12\nRUN curl -fsSLO https://example.org/a.tgz' },
    { bad: 'FROM debian:12\nADD «http://example.org/b» /b', fixed: 'FROM debian:12\nADD https://example.org/b /b', message: 'use https://' },
    { good: 'FROM debian:12\nRUN wget http://example.org/a && echo "abc  a" | sha256sum -c\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d http://example.org/b /b' },
    { good: 'FROM debian:12\nRUN curl http://localhost:8080/health && wget http://10.0.0.5/a http://proxy/b && echo "curl http://example.org"' },
  ],
});

/** Hosts that no stranger stands in front of: the own machine, private networks, names without a dot. */
function isPrivate(url: string): boolean {
  const host = /^http:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? '';
  return !host.includes('.') || /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:internal|local|localhost|lan|test|svc)$/.test(host) || host.includes('$');
}


function withHttps(at: Range, raw: string): ReportedFix | null {
  const quote = /^["']?(?=http:\/\/)/.exec(raw)?.[0];
  if (quote === undefined) return null;
  const place = at.start + quote.length + 'http'.length;
  return { kind: 'suggestion', changes: 'image', edits: [{ at: { start: place, end: place }, text: 's' }] };
}
