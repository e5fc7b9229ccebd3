import {
  defineRule, shorten, type CmdInstruction, type EntrypointInstruction, type HealthcheckInstruction, type ShellScript, type ShellText,
} from '../../src/rule';

type Command = CmdInstruction | EntrypointInstruction | HealthcheckInstruction;

export default defineRule({
  summary: 'Write CMD and ENTRYPOINT in JSON form',
  why: `In shell form a shell is process 1 and the program its child. Many shells do not pass signals on, so \`docker stop\` waits
ten seconds and kills the program, and a shell-form ENTRYPOINT drops all arguments.`,
  exceptions: 'A line that needs a shell may begin with `exec`; a SHELL instruction shows that the shell is meant. Both are silent.',
  severity: 'warning',
  presets: {
    strict: {},
    hadolint: { options: { shell: 'report', execPrefix: 'report', judge: 'all', healthcheck: true } },
    buildkit: { options: { execPrefix: 'report', judge: 'all' } },
  },
  aliases: [
    'hadolint:DL3025', 'buildkit:JSONArgsRecommended', 'kics:b86987e1', 'droast:DF018', 'droast:DF025', 'dockerfile-doctor:DD019',
  ],
  controls: [],
  options: {
    shell: {
      type: 'string',
      enum: ['excuse', 'report'],
      default: 'excuse',
      description: 'Whether a SHELL instruction in force, or a Windows shell, excuses the shell form.',
    },
    execPrefix: {
      type: 'string',
      enum: ['excuse', 'report'],
      default: 'excuse',
      description: 'Whether a line that begins with `exec` is excused.',
    },
    judge: {
      type: 'string',
      enum: ['effective', 'all'],
      default: 'effective',
      description: '`effective` looks at the last CMD and ENTRYPOINT of a stage, `all` at overridden ones too.',
    },
    healthcheck: { type: 'boolean', default: false, description: 'Report HEALTHCHECK in shell form too.' },
  },
  messages: {
    cmd: { aliases: ['hadolint:DL3025', 'buildkit:JSONArgsRecommended', 'droast:DF025'], description: 'CMD is in shell form.' },
    entrypoint: {
      aliases: ['hadolint:DL3025', 'buildkit:JSONArgsRecommended', 'droast:DF018', 'droast:DF025'],
      description: 'ENTRYPOINT is in shell form.',
    },
    healthcheck: { aliases: ['hadolint:DL3025'], description: 'HEALTHCHECK is in shell form.' },
  },
  dockerfile: ({ model, shell, options, report }) => {
    const last = new Map<string, Command>();

    function visit(node: Command): void {
      const key = `${node.keyword} ${node.trigger}`;
      const overridden = last.get(key);
      last.set(key, node);
      if (options.judge === 'all' && overridden !== undefined) judge(overridden);
    }

    function judgeLast(): void {
      for (const node of last.values()) judge(node);
      last.clear();
    }

    function judge(node: Command): void {
      if (node.command?.form !== 'shell') return;
      const { shell: effective, os } = model.stateAt(node);
      const windows = os === 'windows' || effective.kind === 'cmd' || effective.kind === 'powershell';
      if (options.shell === 'excuse' && (effective.instruction !== null || windows)) return;
      const text = node.command.logical.text;
      if (options.execPrefix === 'excuse' && /^exec\s/.test(text)) return;
      const finding = { at: node.keywordRange, messageId: MESSAGE_IDS[node.keyword] };
      if (/^\[\s*["'\u201c\u201d]/.test(text)) {
        report({ ...finding, message: `This ${node.keyword} is no valid JSON, so a shell runs its text; write ["program", "argument"]` });
        return;
      }
      const words = plainWords(shell.scripts(node), node.command);
      if (words === null) {
        const remedy = node.keyword === 'HEALTHCHECK' ? 'write HEALTHCHECK CMD ["sh", "-c", …]' : 'begin it with exec, or write ["sh", "-c", "exec …"]';
        report({ ...finding, message: `${runsShell(node)}, and this line needs one; ${remedy}`, severity: 'info' });
        return;
      }
      const json = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
      report({
        ...finding,
        message: `${runsShell(node)}; write it as ${shorten(json, 80)}`,
        ...(node.comments.length === 0
          ? { fix: { kind: 'suggestion' as const, changes: 'image' as const, edits: [{ at: node.command.range, text: json }] } }
          : {}),
      });
    }

    return {
      stage: judgeLast,
      CMD: visit,
      ENTRYPOINT: visit,
      HEALTHCHECK(node) {
        if (options.healthcheck) visit(node);
      },
      end: judgeLast,
    };
  },
  examples: [
    { good: 'FROM alpine:3.20\nENTRYPOINT ["nginx"]\nCMD exec nginx -g "daemon off;"\nHEALTHCHECK CMD curl localhost' },
    { good: 'FROM alpine:3.20 AS a\nSHELL ["/bin/ash", "-c"]\nFROM a\nCMD nginx' },
    {
      bad: "FROM alpine:3.20\nCMD echo\n«CMD» nginx -g 'daemon off;'",
      fixed: 'FROM alpine:3.20\nCMD echo\nCMD ["nginx", "-g", "daemon off;"]',
      message: 'nginx',
    },
    { bad: 'FROM alpine:3.20\n«ENTRYPOINT» /run.sh --port $PORT && true', severity: 'info', message: 'exec' },
    { bad: "FROM alpine:3.20\n«CMD» ['nginx']", message: 'JSON' },
    {
      options: { shell: 'report', execPrefix: 'report', judge: 'all' },
      bad: 'FROM alpine:3.20\nSHELL ["/bin/ash", "-c"]\n«CMD» a\n«CMD» nginx\n«ENTRYPOINT» env A=b x',
    },
    { options: { execPrefix: 'report' }, bad: 'FROM alpine:3.20\n«CMD» exec nginx', severity: 'info' },
    { options: { healthcheck: true }, bad: 'FROM alpine:3.20\n«HEALTHCHECK» CMD curl localhost' },
  ],
});

const MESSAGE_IDS = { CMD: 'cmd', ENTRYPOINT: 'entrypoint', HEALTHCHECK: 'healthcheck' } as const;

function runsShell({ keyword }: Command): string {
  return keyword === 'HEALTHCHECK' ? 'HEALTHCHECK runs a shell' : `${keyword} runs a shell as process 1`;
}

/** Names that mean something to the shell only. */
const SHELL_ONLY = [
  '.', ':', 'alias', 'break', 'builtin', 'cd', 'command', 'eval', 'exec', 'exit', 'export', 'local', 'read', 'readonly', 'return', 'set',
  'shift', 'shopt', 'source', 'times', 'trap', 'type', 'ulimit', 'umask', 'unset', 'wait',
];

/** The words of a line that is one program with fixed arguments; null when the line needs a shell, or may. */
function plainWords(scripts: readonly ShellScript[], text: ShellText): readonly string[] | null {
  const script = scripts.find(({ origin }) => origin === 'shell-form');
  const command = script?.commands[0];
  if (command === undefined || command.name === null || SHELL_ONLY.includes(command.name)) return null;
  if (command.range.start !== text.range.start || command.range.end < text.range.end) return null;
  if (command.assignments.length > 0 || command.redirects.length > 0 || command.nesting.length > 0) return null;
  if (command.pipeline.negated || command.followedBy !== null) return null;
  const fixed = command.words.every((word) => word.literal && (word.quoted || !/^~|[\\{}]/.test(word.raw)));
  return fixed ? command.words.map((word) => word.value) : null;
}
