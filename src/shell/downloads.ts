/** What curl and wget fetch, and what checks it. Sources: curl 8.10 and GNU wget 1.24 manual pages. */
import type { CommandLine, CommandLineShape, CommandOption } from './command-line';
import { readCommandLine } from './command-line';
import type { ShellCommand, ShellWord } from './commands';
import { baseName } from './interpreter';
import type { VariableLookup } from './package-options';

export interface Download {
  readonly program: 'curl' | 'wget';
  readonly command: ShellCommand;
  readonly urls: readonly ShellWord[];
  /** The file that it is told to write; null when the program names it, or the text goes to standard output. */
  readonly output: string | null;
  /** The option that switches certificate checks off. */
  readonly insecure: CommandOption | null;
}

const CURL: CommandLineShape = {
  short: 'AbcCdDeEFHKmoPQrtTuUwxXyYz',
  long: [
    '--output', '--header', '--user', '--user-agent', '--data', '--data-raw', '--data-binary', '--data-urlencode', '--form', '--request', '--retry', '--retry-delay',
    '--retry-max-time', '--connect-timeout', '--max-time', '--cacert', '--capath', '--cert', '--key', '--cookie', '--cookie-jar', '--referer', '--proxy', '--proxy-user',
    '--proto', '--proto-default', '--proto-redir', '--tls-max', '--ciphers', '--range', '--write-out', '--output-dir', '--config', '--limit-rate', '--max-redirs',
    '--resolve', '--connect-to', '--interface', '--noproxy', '--netrc-file', '--dump-header', '--stderr', '--create-file-mode', '--continue-at', '--speed-limit', '--speed-time',
    '--upload-file', '--time-cond', '--json', '--oauth2-bearer',
  ],
};

const WGET: CommandLineShape = {
  short: 'oaeitOTwQPUlABDRIX',
  long: [
    '--output-document', '--output-file', '--append-output', '--directory-prefix', '--tries', '--timeout', '--wait', '--waitretry', '--header', '--user', '--password',
    '--http-user', '--http-password', '--user-agent', '--referer', '--post-data', '--post-file', '--input-file', '--execute', '--level', '--accept', '--reject', '--domains',
    '--ca-certificate', '--ca-directory', '--certificate', '--private-key', '--secure-protocol', '--method', '--body-data', '--quota', '--limit-rate', '--progress', '--base',
    '--include-directories', '--exclude-directories', '--default-page', '--connect-timeout', '--read-timeout', '--dns-timeout', '--load-cookies', '--save-cookies',
  ],
};

/** Null when the command is neither of them. */
export function download(command: ShellCommand, lookup?: VariableLookup): Download | null {
  const program = command.name === null ? '' : baseName(command.name);
  if (program !== 'curl' && program !== 'wget') return null;
  const line = readCommandLine(command, program === 'curl' ? CURL : WGET, lookup);
  return program === 'curl' ? curl(command, line) : wget(command, line);
}

function curl(command: ShellCommand, { options, operands }: CommandLine): Download {
  // What follows `--url` counts as an operand, since the option is not on the list.
  return {
    program: 'curl', command,
    urls: operands,
    output: valueOf(options, ['-o', '--output']),
    insecure: options.find(({ name }) => name === '-k' || name === '--insecure') ?? null,
  };
}

function wget(command: ShellCommand, { options, operands }: CommandLine): Download {
  const output = valueOf(options, ['-O', '--output-document']);
  return { program: 'wget', command, urls: operands, output: output === '-' ? null : output, insecure: options.find(({ name }) => name === '--no-check-certificate') ?? null };
}

function valueOf(options: readonly CommandOption[], names: readonly string[]): string | null {
  return options.filter(({ name }) => names.includes(name)).at(-1)?.value ?? null;
}

const CHECKSUM = /^(?:g?sha\d*sum|shasum|sha\d+|b2sum|b3sum|md5sum|cksum|sum)$/;

/** Whether a command compares what was fetched with a checksum or a signature. */
export function verifiesDownload({ name, words }: ShellCommand): boolean {
  if (name === null) return false;
  const program = baseName(name);
  if (CHECKSUM.test(program)) return true;
  const has = (...options: readonly string[]): boolean => words.some(({ value }) => options.includes(value));
  switch (program) {
    case 'gpg': case 'gpg2':
      return has('--verify', '--verify-files');
    case 'gpgv': case 'gpgv2': case 'slsa-verifier': case 'signify': case 'signify-openbsd':
      return true;
    case 'cosign': case 'notation':
      return words.some(({ value }) => value.startsWith('verify'));
    case 'minisign':
      return words.some(({ value }) => /^-\w*V/.test(value));
    case 'openssl':
      return has('dgst', '-verify', 'sha256', 'sha512');
    case 'rpm': case 'rpmkeys':
      return has('-K', '--checksig');
    case 'gh':
      return has('attestation');
    default:
      return false;
  }
}
