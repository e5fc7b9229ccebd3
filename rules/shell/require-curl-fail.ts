import { defineRule, mentions, readCommandLine, variablesAt, type CommandLineShape, type RunInstruction, type ShellCommand, type ShellWord } from '../../src/rule';

export default defineRule({
  summary: 'Let curl fail when the server answers with an error',
  why: `Without \`--fail\` curl writes the page of a "404 Not Found" to the file and reports success. The build goes on, and the image holds
an HTML page where a program or a key should be.`,
  exceptions: 'Where the RUN checks the sum of the file, unpacks it or pipes it into a program, the mistake shows up there; these are not reported.',
  severity: 'info',
  presets: { strict: {} },
  aliases: ['droast:DF035', 'tally:curl-should-follow-redirects'],
  controls: [],
  mentions: { RUN: ['curl'] },
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction, command: ShellCommand, commands: readonly ShellCommand[]): void {
      if (command.nameRange === null || command.failureHandled || command.nesting.includes('condition')) return;
      const { options, operands } = readCommandLine(command, SHAPE, variablesAt(model, shell, node, command));
      const has = (names: ReadonlySet<string>): boolean => options.some(({ name }) => names.has(name));
      if (has(SAYS) || operands.length === 0) return;
      if (operands.length > 1 && operands.some(mayHoldOptions)) return;
      // Only of HTTP; an address that is not known nearly always is one.
      if (operands.every(({ value }) => /^(?:ftp|file|scp|sftp):/i.test(value))) return;
      const saves = has(SAVES) || command.redirects.some(isToFile);
      if (!saves || commands.some((later) => later.range.start > command.range.start && reveals(later))) return;
      const { end } = command.nameRange;
      report({
        at: command.nameRange,
        message: 'curl saves the page of an error as if it were the file; add --fail',
        ...(node.command?.form === 'json' ? {} : { fix: { kind: 'suggestion', changes: 'image', edits: [{ at: { start: end, end }, text: ' --fail' }] } }),
      });
    }

    return {
      RUN(node) {
        if (!mentions(model, node, 'curl')) return;
        const commands = shell.commands(node);
        for (const command of commands) {
          if (command.name === 'curl' || command.name?.endsWith('/curl') === true) judge(node, command, commands);
        }
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN curl -fsSL -o /bin/a https://example.org/a && curl --fail-with-body -O https://example.org/b' },
    {
      bad: 'FROM debian:12\nRUN «curl» -sSL -o /bin/a https://example.org/a && chmod +x /bin/a',
      fixed: 'FROM debian:12\nRUN curl --fail -sSL -o /bin/a https://example.org/a && chmod +x /bin/a',
      message: '--fail',
    },
    { bad: 'FROM debian:12\nRUN «curl» https://example.org/key > /etc/key' },
    { good: 'FROM debian:12\nRUN curl -LO https://example.org/a.tar.gz && tar xf a.tar.gz\nRUN curl -L https://example.org/b | tar xz\nRUN curl -sL https://example.org/c | sh' },
    { good: 'FROM debian:12\nRUN curl -Lo a https://example.org/a && echo "0123 a" | sha256sum -c -\nRUN curl -o /dev/null -w "%{http_code}" https://example.org' },
    { good: 'FROM debian:12\nARG CURL_OPTIONS\nRUN curl $CURL_OPTIONS -o a https://example.org/a && apt-get install -y curl' },
  ],
});

/** After the manual of curl 8.11. */
const SHAPE: CommandLineShape = {
  short: 'AbcCdDeEFhHKmoPQrtTuUwxXyYz',
  long: [
    '--output', '--user-agent', '--cookie', '--cookie-jar', '--continue-at', '--data', '--data-binary', '--data-raw', '--data-urlencode', '--dump-header',
    '--referer', '--cert', '--key', '--cacert', '--capath', '--form', '--header', '--config', '--max-time', '--connect-timeout', '--quote', '--range',
    '--upload-file', '--user', '--proxy-user', '--write-out', '--proxy', '--request', '--time-cond', '--retry', '--retry-delay', '--retry-max-time', '--limit-rate',
    '--output-dir', '--resolve', '--url', '--ciphers', '--tls-max', '--max-redirs', '--interface', '--json', '--netrc-file', '--unix-socket', '--speed-time',
    '--speed-limit', '--max-filesize', '--noproxy', '--proto', '--proto-redir', '--oauth2-bearer', '--parallel-max',
  ],
};

/** It fails as it should, only asks, sends something, reads its options from a file, or shows the status. */
const SAYS: ReadonlySet<string> = new Set([
  '-f', '--fail', '--fail-with-body', '-I', '--head', '-V', '--version', '-h', '--help', '-K', '--config', '-w', '--write-out', '-d', '--data', '--data-binary',
  '--data-raw', '--data-urlencode', '--json', '-F', '--form', '-T', '--upload-file', '-X', '--request',
]);
const SAVES: ReadonlySet<string> = new Set(['-o', '--output', '-O', '--remote-name', '--remote-name-all']);

function mayHoldOptions({ raw, literal }: ShellWord): boolean {
  return !literal && /^(?:\$\w+|\$\{[^}]*\}|\$\(.*\)|`.*`)+$/s.test(raw);
}

function isToFile({ operator, fileDescriptor, target }: ShellCommand['redirects'][number]): boolean {
  return (operator === '>' || operator === '>>') && (fileDescriptor ?? 1) === 1 && target?.value.startsWith('/dev/') !== true;
}

/** A program that fails when it is given a page instead of the file. */
function reveals({ name, words }: ShellCommand): boolean {
  if (name === null) return false;
  if (/^(?:(?:sha\d+|md5|b2)sum|shasum|gpgv?2?|cosign|minisign|openssl)$/.test(name)) return true;
  if (/^(?:tar|bsdtar|unzip|gunzip|gzip|bunzip2|bzip2|xz|unxz|zstd|7z|7za|cpio|jar|jq|rpm|dpkg|apt-key|installer|patch|msiexec)$/.test(name)) return true;
  return /^(?:apt|apt-get|apk|yum|dnf|microdnf|zypper|pip3?|npm|gem)$/.test(name) && words.some(({ value }) => /[/.]/.test(value) && !value.startsWith('-'));
}
