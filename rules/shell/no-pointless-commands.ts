import { baseName, defineRule, mentions, type RunInstruction, type ShellCommand } from '../../src/rule';

export default defineRule({
  summary: 'Do not run programs that make no sense in a build',
  why: `A build has no services, no terminal and no processes but its own, and what a RUN starts ends with it. \`service x start\`
leaves nothing running in the image; \`top\`, \`free\` and \`ps\` tell about the machine that builds; \`mount\` and \`shutdown\` are refused.`,
  exceptions: `A service that is started for the commands behind it in the same RUN, a kill of a process of the same RUN, ssh with a
forwarded key and mount in a RUN with --security=insecure have a point and are not reported.`,
  severity: 'info',
  presets: { strict: {}, hadolint: { severity: 'info', options: { excuses: false } } },
  aliases: ['hadolint:DL3001', 'kics:9b6b0f38', 'droast:DF060'],
  controls: [],
  mentions: { RUN: ['free', 'kill', 'mount', 'ps', 'service', 'systemctl', 'shutdown', 'reboot', 'poweroff', 'halt', 'ssh', 'htop', 'top', 'vi', 'vim', 'nano', 'emacs', 'less', 'more'] },
  options: {
    excuses: {
      type: 'boolean',
      default: true,
      description: 'Look at what the command does in its RUN. Without, each call of free, kill, mount, ps, service, shutdown, ssh, top or vim is reported.',
    },
  },
  dockerfile: ({ model, shell, options, report }) => {
    function judge(node: RunInstruction): void {
      const commands = shell.commands(node);
      const at = commands.findIndex((command) => isPointless(command, commands, node));
      const found = commands[at];
      if (found?.nameRange == null) return;
      const name = baseName(found.name ?? '');
      report({ at: found.nameRange, message: `${name} ${adviceOf(name)}` });
    }

    function judgeAny(node: RunInstruction): void {
      const found = shell.commands(node).find(({ name }) => name !== null && PEER_WORDS.has(name));
      if (found?.nameRange != null) report({ at: found.nameRange, message: `${found.name ?? ''} makes no sense in a build; leave it out` });
    }

    return {
      RUN(node) {
        if (!mentions(model, node, options.excuses ? WORDS : PEER_PATTERN)) return;
        if (options.excuses) judge(node);
        else judgeAny(node);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN apt-get install -y vim ssh && systemctl enable ssh && echo kill' },
    { bad: 'FROM debian:12\nRUN apt-get install -y nginx && «service» nginx start', message: 'ends with this RUN' },
    { good: 'FROM debian:12\nRUN service postgresql start && psql -f /schema.sql\nRUN redis-server & redis-cli ping && kill %1' },
    { good: '# syntax=docker/dockerfile:1\nFROM debian:12\nRUN --mount=type=ssh ssh git@example.org\nRUN --security=insecure mount -t tmpfs none /mnt' },
    { bad: 'FROM debian:12\nRUN «free» -m && make' },
    { bad: 'FROM debian:12\nRUN «systemctl» start docker' },
    { options: { excuses: false }, bad: 'FROM debian:12\nRUN «service» postgresql start && psql -f /schema.sql' },
  ],
});

const PEER_WORDS: ReadonlySet<string> = new Set(['free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim']);
const PEER_PATTERN = /\b(?:free|kill|mount|ps|service|shutdown|ssh|top|vim)\b/;
const WORDS = /\b(?:free|kill|mount|ps|service|systemctl|shutdown|reboot|poweroff|halt|ssh|h?top|vim?|nano|emacs|less|more)\b/;

/** Asking a program for its version or help is a test that it is there. */
const ASKS = /^(?:-V|-v|-h|--version|--help)$/;

function isPointless(command: ShellCommand, commands: readonly ShellCommand[], node: RunInstruction): boolean {
  const { words, failureHandled } = command;
  if (command.name === null || words.some(({ value }) => ASKS.test(value))) return false;
  switch (baseName(command.name)) {
    case 'service':
      return words.length > 2 && /^(?:re)?start$/.test(words[2]?.value ?? '') && isLast(command, commands);
    case 'systemctl':
      return words.some(({ value }) => /^(?:re)?start$/.test(value)) && isLast(command, commands);
    case 'ssh':
      return !node.flags.some(({ options }) => options.some(({ key, value }) => key === 'type' && value?.value === 'ssh')) && !usesKey(command);
    case 'mount':
      return !node.flags.some(({ name }) => name === 'security') && !failureHandled;
    case 'kill':
      return commands[0] === command;
    case 'ps':
      // What the RUN itself started may be looked for.
      return commands[0] === command;
    case 'vi':
    case 'vim':
    case 'nano':
    case 'emacs':
      // Editors install their plug-ins themselves: `vim +PlugInstall +qall`, `emacs --batch`.
      return words.slice(1).every(({ value }) => !/^[-+]/.test(value));
    case 'free':
    case 'top':
    case 'htop':
      return !command.nesting.includes('substitution');
    case 'shutdown':
    case 'reboot':
    case 'poweroff':
    case 'halt':
      return true;
    default:
      return false;
  }
}

/** Nothing runs behind it that could need what it starts. */
function isLast(command: ShellCommand, commands: readonly ShellCommand[]): boolean {
  const later = commands.slice(commands.indexOf(command) + 1);
  return later.every((other) => other.range.start < command.range.end || other.name === 'echo' || other.name === 'true');
}

/** `ssh -i key`: it brings its own. */
function usesKey({ words }: ShellCommand): boolean {
  return words.some(({ value }) => value.startsWith('-i'));
}

function adviceOf(name: string): string {
  if (name === 'service' || name === 'systemctl') return 'starts a process that ends with this RUN; start it in CMD or ENTRYPOINT';
  if (name === 'ssh') return 'has no key in a build; forward one with RUN --mount=type=ssh';
  if (name === 'mount') return 'is refused in a build; use RUN --mount';
  return 'makes no sense in a build; leave it out';
}
