import { baseName, defineRule, mentions, type Range, type RunInstruction, type ShellCommand } from '../../src/rule';

export default defineRule({
  summary: 'Do not install packages whose signature is not checked',
  why: `The signature is what ties a package to its maker. Without the check a broken mirror, or anybody on the way, decides what is installed with the
rights of root.`,
  exceptions: 'Packages that were just built, that lie in the image already, or that come from a repository of local files are not reported.',
  severity: 'warning',
  presets: { strict: {}, cis: {} },
  aliases: ['checkov:CKV2_DOCKER_7', 'checkov:CKV2_DOCKER_8', 'checkov:CKV2_DOCKER_9', 'checkov:CKV2_DOCKER_10', 'checkov:CKV2_DOCKER_11', 'dockle:CIS-DI-0011'],
  controls: ['cis-docker:4.11'],
  mentions: { RUN: ['untrusted', 'unauthenticated', 'allowunauthenticated', 'force', 'nogpgcheck', 'gpgcheck', 'gpgchecks', 'checks', 'nodigest', 'nosignature', 'noverify', 'trusted'] },
  messages: {
    apk: { aliases: ['checkov:CKV2_DOCKER_7'], description: '`--allow-untrusted` of apk.' },
    apt: { aliases: ['checkov:CKV2_DOCKER_8', 'checkov:CKV2_DOCKER_11'], description: '`--allow-unauthenticated` or `--force-yes` of apt, and repositories marked as trusted.' },
    yum: { aliases: ['checkov:CKV2_DOCKER_9'], description: '`--nogpgcheck` of yum, dnf and tdnf.' },
    rpm: { aliases: ['checkov:CKV2_DOCKER_10'], description: '`--nodigest`, `--nosignature` and the like of rpm.' },
    zypper: { aliases: [], description: '`--no-gpg-checks` of zypper.' },
  },
  dockerfile: ({ model, shell, report }) => ({
    RUN(node: RunInstruction) {
      if (!mentions(model, node, /untrusted|unauthenticated|force-yes|gpg-?check|nodigest|nosignature|noverify|trusted=yes|AllowUnauthenticated/i)) return;
      for (const command of shell.commands(node)) {
        const found = unsignedBy(command);
        if (found !== null) report({ at: found.at, messageId: found.messageId, message: `${found.what} installs packages whose signature nobody checks; remove it, and install the key of the repository` });
      }
    },
  }),
  examples: [
    { good: 'FROM alpine:3.20\nRUN apk add --no-cache git && apk add --allow-untrusted ./built.apk && apk index --allow-untrusted -o x *.apk' },
    { bad: 'FROM alpine:3.20\nRUN apk add «--allow-untrusted» -X https://example.org/repo tool', message: '--allow-untrusted installs' },
    { bad: 'FROM debian:12\nRUN apt-get install -y «--allow-unauthenticated» tool && apt-get install «--force-yes» other' },
    { bad: 'FROM debian:12\nRUN echo "deb «[trusted=yes]» https://example.org/apt x main" > /etc/apt/sources.list.d/x.list' },
    { bad: 'FROM fedora:41\nRUN dnf install -y «--nogpgcheck» tool && rpm -i «--nodigest» https://example.org/a.rpm' },
    { bad: 'FROM opensuse/leap:15\nRUN zypper «--no-gpg-checks» install -y tool' },
    { good: 'FROM debian:12\nRUN echo "deb [trusted=yes] file:/packages ./" > /etc/apt/sources.list && dnf install --nogpgcheck ./a.rpm && rpm -i --nodigest /a.rpm' },
  ],
});

interface Unsigned {
  readonly at: Range;
  readonly messageId: 'apk' | 'apt' | 'yum' | 'rpm' | 'zypper';
  readonly what: string;
}

/** The option or text by which a command leaves the check out; null when it does not, or only for local packages. */
function unsignedBy(command: ShellCommand): Unsigned | null {
  const { name, words } = command;
  if (name === null) return null;
  const option = (messageId: Unsigned['messageId'], pattern: RegExp): Unsigned | null => {
    const word = words.slice(1).find(({ value }) => pattern.test(value));
    return word === undefined || installsOnlyFiles(command) ? null : { at: word.range, messageId, what: word.value.replace(/=.*$/s, '') };
  };
  switch (baseName(name)) {
    case 'apk':
      return words.some(({ value }) => value === 'index' || value === 'verify' || value === 'fetch') ? null : option('apk', /^--allow-untrusted$/);
    case 'apt':
    case 'apt-get':
    case 'aptitude':
      return option('apt', /^--(?:allow-unauthenticated|force-yes)$|AllowUnauthenticated=(?:true|1|yes)/i);
    case 'yum':
    case 'dnf':
    case 'dnf5':
    case 'microdnf':
    case 'tdnf':
      return option('yum', /^--(?:nogpgcheck|no-gpgchecks)$|^--setopt=(?:[\w*.-]*\.)?gpgcheck=(?:0|false|no)$/i);
    case 'rpm':
      return option('rpm', /^--(?:nodigest|nosignature|noverify)$/);
    case 'zypper':
      return option('zypper', /^--no-gpg-checks$/);
    case 'echo':
    case 'printf':
      return trustedRepository(command);
    default:
      return null;
  }
}

/** A line of a sources list that apt is to trust blindly, unless the repository is a folder. */
function trustedRepository({ words }: ShellCommand): Unsigned | null {
  for (const { raw, range } of words.slice(1)) {
    const found = /\[[^\]]*\btrusted=yes\b[^\]]*\](?!\s*(?:file|copy):)/.exec(raw);
    if (found === null) continue;
    const start = range.start + found.index;
    const isPlain = raw.length === range.end - range.start;
    return { at: isPlain ? { start, end: start + found[0].length } : range, messageId: 'apt', what: 'trusted=yes' };
  }
  return null;
}

/** Everything that is named is a file of the image: it was checked, or built, before. */
function installsOnlyFiles({ words }: ShellCommand): boolean {
  const operands = words.slice(1).filter(({ value }) => !value.startsWith('-') && !/^(?:add|install|localinstall|in|reinstall|upgrade|update)$/.test(value));
  return operands.length > 0 && operands.every(({ value }) => /^(?:\.{0,2}\/|\$)|\.(?:apk|deb|rpm)$/.test(value) && !/^\w+:\/\//.test(value));
}
