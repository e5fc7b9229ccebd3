import {
  defineRule, mentions, positionAt, removedPaths, shorten, tarExtraction, type CopyInstruction, type RunInstruction, type ShellCommand, type Word,
} from '../../src/rule';

interface CopiedArchive {
  readonly node: CopyInstruction;
  readonly source: Word;
  /** Where it lies; a folder ends in a slash. */
  readonly destination: string;
}

export default defineRule({
  summary: 'Unpack a local tar archive with ADD',
  why: `An archive that is copied and then unpacked is in the image twice: a later \`rm\` does not take it out of the layer of the COPY. ADD
unpacks a local tar archive while it copies, and nothing else of it remains.`,
  exceptions: 'Where only a part of the archive is wanted, or with other paths (`--strip-components`), ADD cannot do it; that is not reported.',
  severity: 'info',
  presets: { strict: {}, hadolint: {} },
  aliases: ['hadolint:DL3010', 'droast:DF067'],
  controls: [],
  mentions: ['tar', 'gtar', 'bsdtar'],
  dockerfile: ({ model, shell, report }) => {
    let copied: CopiedArchive[] = [];

    function judge(node: RunInstruction): void {
      if (copied.length === 0 || !mentions(model, node, 'tar')) return;
      const commands = shell.commands(node);
      for (const command of commands) {
        const extraction = tarExtraction(command);
        const archive = extraction?.archive?.value;
        if (archive === undefined || extraction?.selects !== false) continue;
        const found = copied.find((each) => each.node.trigger === node.trigger && isSameFile(archive, each));
        if (found === undefined || commands.some((other) => other !== command && needs(other, archive))) continue;
        copied = copied.filter((each) => each !== found);
        const name = shorten(found.source.value, 60);
        report({
          at: found.source.range,
          message: `${name} is copied, and unpacked on line ${positionAt(model.source, command.range.start).line + 1}; ADD does both at once and leaves no archive behind`,
        });
      }
    }

    return {
      stage: () => { copied = []; },
      COPY(node) {
        const { destination, sources, flags } = node;
        const archives = sources.filter(({ value }) => TAR.test(value));
        if (archives.length === 0 || destination === null || flags.some(({ name }) => name === 'from')) return;
        const folder = sources.length > 1 || /^\.{1,2}$|\/\.{0,2}$/.test(destination.value);
        for (const source of archives) {
          copied.push({ node, source, destination: folder ? `${destination.value.replace(/\/?\.?$/, '')}/` : destination.value });
        }
      },
      RUN: judge,
    };
  },
  examples: [
    { bad: 'FROM debian:12\nCOPY «app.tar.gz» /tmp/\nRUN tar xzf /tmp/app.tar.gz -C /opt && rm /tmp/app.tar.gz', message: 'line 3' },
    { bad: 'FROM debian:12\nWORKDIR /opt\nCOPY package.json «dist/app-$V.tgz» ./\nRUN set -e; cd /opt; tar -xf "app-$V.tgz"' },
    { bad: 'FROM debian:12\nCOPY «app.tar» /tmp/other.tar\nRUN tar --extract --file=/tmp/other.tar' },
    { good: 'FROM debian:12\nCOPY app.tar.gz app.zip /tmp/\nRUN tar xzf /tmp/other.tar.gz && unzip /tmp/app.zip' },
    { good: 'FROM debian:12\nCOPY app.tar.gz /tmp/\nRUN tar xzf /tmp/app.tar.gz --strip-components=1 -C /opt' },
    { good: 'FROM debian:12 AS build\nCOPY app.tgz /\nFROM debian:12\nCOPY --from=build /app.tgz /\nRUN tar xzf /app.tgz' },
    { good: 'FROM debian:12\nADD app.tgz /opt/\nCOPY b.tgz /srv/\nRUN tar xzf /srv/b.tgz && cp /srv/b.tgz /var/www/' },
  ],
});

/** What ADD unpacks; a file that is packed but holds no tar is copied as it is. */
const TAR = /\.(?:tar(?:\.(?:gz|bz2|xz|zst|Z|lzma))?|t(?:gz|bz2?|xz|zst))$/;

function isSameFile(archive: string, { source, destination }: CopiedArchive): boolean {
  const name = baseName(source.value);
  const places = [...(destination.endsWith('/') ? [] : [destination]), `${destination.replace(/\/?$/, '/')}${name}`];
  // A relative path may start anywhere, so its name decides.
  return places.some((place) => (archive.startsWith('/') && place.startsWith('/') ? archive === place : baseName(archive) === baseName(place)));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a command uses the archive for something else, so that it must stay. */
function needs(command: ShellCommand, archive: string): boolean {
  if (command.name === null || CHECKS.test(command.name) || tarExtraction(command) !== null || removedPaths(command).length > 0) return false;
  return command.words.some(({ value }) => value === archive);
}

const CHECKS = /^(?:sha\d+sum|md5sum|gpg|ls|file|stat|echo|test|\[|chmod|chown)$/;
