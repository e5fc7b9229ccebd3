import {
  baseName, defineRule, mentions, packageCommands, shorten,
  type BaseImage, type Range, type RunInstruction, type ShellCommand,
} from '../../src/rule';

/** Also those of files in a folder, and with a variable in front (`"$ROOT/etc/apk/repositories"`). */
const REPOSITORY_LIST = /\/etc\/(?:apk\/repositories|apt\/sources\.list)/;
const EDGE = /\/edge\/(?:main|community|testing)\b/;
const DEBIAN_MOVING = /^\s*deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?\S*\bdebian\.org\/debian\/?\s+(?<suite>testing|unstable|sid|experimental)\b/m;
const UBUNTU_PPA = /^ppa:|\bppa\.launchpad(?:content)?\.net\//;

export default defineRule({
  summary: 'Do not mix packages of two releases',
  why: `Packages are built and tested against the libraries of their own release. Taken into another one they pull newer libraries in, or
start and fail on a missing symbol; what is installed changes with every build, since edge, testing and unstable never stand still.`,
  exceptions: `A repository with a tag (\`@edge https://…\`, and \`apk add a@edge\`) and apt preferences keep the rest of the packages on the
release, so they pass. A newer base image is the plain answer.`,
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: { RUN: ['edge', 'ppa', 'testing', 'unstable', 'sid', 'experimental'] },
  dockerfile: ({ model, shell, report }) => {
    function baseOf(node: RunInstruction): BaseImage | null {
      const [first] = model.stageOf(node)?.chain ?? [];
      if (first?.base.kind !== 'image') return null;
      const { known, reference } = first.base;
      // Such a tag is no release, whatever the table makes of it.
      const moves = reference.tag.kind === 'unknown' || (reference.tag.kind === 'known' && /edge|sid|testing|unstable|experimental|rawhide/.test(reference.tag.text));
      return moves ? null : known;
    }

    /** apt is told which release is meant, or a script may tell it. */
    function pinsWithApt(): boolean {
      return /\/etc\/apt\/preferences|Pin-Priority|Default-Release/.test(model.source.text);
    }

    function reportMix(at: Range, what: string, base: string): void {
      report({ at, message: `${what} are mixed into a release of ${base}; take a base image that has what is needed, or keep the rest of the packages on the release` });
    }

    function judgeApk(node: RunInstruction): void {
      if (!mentions(model, node, '/edge/')) return;
      const asked = packageCommands(model, shell, node).filter(({ manager }) => manager === 'apk');
      // Everything is taken from edge then.
      if (asked.some(({ action }) => action === 'upgrade' || action === 'dist-upgrade')) return;
      for (const { options, action } of asked) {
        if (action !== 'install') continue;
        const option = options.find(({ name, value }) => (name === '-X' || name === '--repository') && value !== null && EDGE.test(value));
        if (option !== undefined) return reportMix(option.word.range, `Packages of ${shorten(option.value ?? '', 80)}`, 'Alpine');
      }
      for (const command of shell.commands(node)) {
        if (!addsRepository(command)) continue;
        const word = command.words.find(({ value }) => EDGE.test(value) && !/(?:^|\s)@\S+\s+\S*\/edge\//.test(value));
        // A tag may be a word of its own: `echo @edge https://…`.
        if (word !== undefined && !command.words.some(({ value }) => /^@\w+$/.test(value))) return reportMix(word.range, 'Packages of Alpine edge', 'Alpine');
      }
    }

    function judgeDebian(node: RunInstruction): void {
      if (!mentions(model, node, /ppa|debian\.org/)) return;
      for (const command of shell.commands(node)) {
        if (isAddRepository(command) || addsRepository(command)) {
          const archive = command.words.find(({ value }) => UBUNTU_PPA.test(value));
          if (archive !== undefined) return reportMix(archive.range, 'Packages for Ubuntu', 'Debian');
        }
        if (!addsRepository(command) || pinsWithApt()) continue;
        const text = command.words.slice(1).map(({ value }) => value).join(' ').replace(/\\n/g, '\n');
        const suite = DEBIAN_MOVING.exec(text)?.groups?.['suite'];
        const word = suite === undefined ? undefined : command.words.find(({ value }) => value.includes(suite));
        if (suite !== undefined && word !== undefined) return reportMix(word.range, `Packages of Debian ${suite}`, 'Debian');
      }
    }

    return {
      RUN(node: RunInstruction) {
        if (!mentions(model, node, /\/edge\/|ppa|debian\.org/)) return;
        const base = baseOf(node);
        if (base?.distribution === 'alpine') judgeApk(node);
        else if (base?.distribution === 'debian' && base.release !== null) judgeDebian(node);
      },
    };
  },
  examples: [
    { good: 'FROM alpine:3.20\nRUN apk add --no-cache git && echo "@edge https://dl-cdn.alpinelinux.org/alpine/edge/main" >> /etc/apk/repositories && apk add jq@edge' },
    { bad: 'FROM alpine:3.20\nRUN echo «https://dl-cdn.alpinelinux.org/alpine/edge/testing» >> /etc/apk/repositories && apk add jq', message: 'of Alpine' },
    { bad: 'FROM alpine:3.20\nRUN apk add --no-cache «--repository=https://dl-cdn.alpinelinux.org/alpine/edge/main» jq', message: 'edge/main' },
    { good: 'FROM alpine:edge\nRUN apk add -X https://dl-cdn.alpinelinux.org/alpine/edge/testing jq\nFROM alpine:3.20\nRUN apk add -X https://dl-cdn.alpinelinux.org/alpine/v3.20/community jq' },
    { bad: 'FROM debian:12\nRUN echo «"deb http://deb.debian.org/debian unstable main"» > /etc/apt/sources.list.d/x.list\nRUN add-apt-repository -y «ppa:o/p»', message: 'Debian unstable' },
    { good: 'FROM debian:12\nRUN echo "deb http://deb.debian.org/debian sid main" > /etc/apt/sources.list.d/x.list && printf "Package: *\\nPin-Priority: 50\\n" > /etc/apt/preferences.d/x' },
    { good: 'FROM ubuntu:24.04\nRUN add-apt-repository -y ppa:o/p\nFROM debian:12\nRUN echo "deb http://deb.debian.org/debian bookworm-backports main" > /etc/apt/sources.list.d/x.list' },
    { good: 'ARG BASE\nFROM $BASE\nRUN apk add -X https://dl-cdn.alpinelinux.org/alpine/edge/main jq' },
  ],
});

function isAddRepository({ name }: ShellCommand): boolean {
  return name !== null && /^(?:add-apt-repository|apt-add-repository)$/.test(baseName(name));
}

/** It prints into a list of repositories, by a redirection of its own or with `tee`. */
function addsRepository({ name, pipeline }: ShellCommand): boolean {
  if (name !== 'echo' && name !== 'printf') return false;
  return pipeline.commands.some((member) =>
    member.redirects.some(({ operator, target }) => operator.startsWith('>') && REPOSITORY_LIST.test(target?.value ?? ''))
    || member.words.some(({ value }, index) => index > 0 && baseName(member.name ?? '') === 'tee' && REPOSITORY_LIST.test(value))
    || (member.wrapped !== null && baseName(member.wrapped.name ?? '') === 'tee' && member.wrapped.words.some(({ value }) => REPOSITORY_LIST.test(value))));
}
