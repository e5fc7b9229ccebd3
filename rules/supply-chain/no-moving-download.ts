import { defineRule, download, knownText, mentions, shorten, verifiesDownload, type AddInstruction, type Range, type RunInstruction } from '../../src/rule';

/** Parts of a URL that name whatever is newest. */
const MOVING: readonly (readonly [RegExp, string])[] = [
  [/\/releases\/latest(?:[/?#]|$)/, 'releases/latest'],
  [/(?:^https?:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+|\/raw|\/blob)\/(?:refs\/heads\/)?(?:main|master|HEAD|trunk|develop|dev)\//, 'a branch'],
  [/\/archive\/(?:refs\/heads\/)?(?:main|master|HEAD|trunk|develop|dev)\.(?:tar\.gz|tgz|zip)/, 'a branch'],
  [/\/(?:tarball|zipball)\/(?:main|master|HEAD|trunk|develop|dev)(?:[/?#]|$)/, 'a branch'],
  // Behind a build number, as in the command line tools of Android, the word says nothing: that file never changes.
  [/(?<!\d{5})[/_.-]latest(?:[._-][\w.-]*)?\.(?:tar(?:\.\w+)?|tgz|txz|zip|deb|rpm|apk|jar|exe|msi|whl)(?:[?#]|$)/i, 'latest'],
];

export default defineRule({
  summary: 'Download a named version, not whatever is newest',
  why: `A URL of the newest release or of a branch gives another file tomorrow: the build is not repeatable, and a bad release or a stolen
account reaches the image at once. Name the version, and compare a checksum.`,
  exceptions: 'A checksum or signature check in the same RUN is an answer: another file then fails the build.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: ['gc:trusted-base'],
  mentions: ['add', 'curl', 'wget'],
  dockerfile: ({ model, shell, report }) => {
    function judge(at: Range, url: string): void {
      const moving = movingPart(url);
      if (moving !== null) report({ at, message: `The URL ${shorten(url, 80)} follows ${moving}; name a version or a commit` });
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, /latest|main|master|HEAD|trunk|dev/) || !mentions(model, node, /\b(?:curl|wget)\b/)) return;
        const commands = shell.commands(node);
        const urls = commands.flatMap((command) => download(command)?.urls ?? []);
        if (!urls.some(({ value }) => movingPart(value) !== null) || commands.some(verifiesDownload)) return;
        for (const { value, range } of urls) judge(range, value);
      },
      ADD(node: AddInstruction) {
        if (node.flags.some(({ name }) => name === 'checksum')) return;
        for (const source of node.sources) judge(source.range, knownText(model.resolve(source, node)) ?? '');
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN curl -fsSLO https://example.org/releases/download/v1.2.3/a.tar.gz' },
    { bad: 'FROM debian:12\nRUN curl -fsSLO «https://example.org/o/r/releases/latest/download/a.tar.gz»', message: 'releases/latest' },
    { bad: 'FROM debian:12\nRUN wget -q «https://raw.githubusercontent.com/o/r/main/run.sh»\nADD «https://example.org/a-latest.tar.gz» /tmp/', message: 'follows a branch' },
    { good: 'FROM debian:12\nRUN wget https://example.org/latest.zip && echo "abc  latest.zip" | sha256sum -c\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.org/latest.zip /' },
    { good: 'FROM debian:12\nRUN wget https://example.org/commandlinetools-linux-13114758_latest.zip' },
    { good: 'FROM debian:12\nRUN curl -O https://example.org/docs/main/index.html && curl -O https://example.org/node-latest-v20/x' },
  ],
});

/** The part of a URL that moves, for the message; null when none does. */
function movingPart(url: string): string | null {
  if (!/^(?:https?|ftp):\/\//.test(url)) return null;
  return MOVING.find(([pattern]) => pattern.test(url))?.[1] ?? null;
}
