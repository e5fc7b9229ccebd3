import {
  commandFate, defineRule, findJsonMistake, hasNoShell, isWindowsLine, plainWords, replacesShell, shorten, startCommand, takesArguments, type CmdInstruction,
  type CommandFate, type EntrypointInstruction, type HealthcheckInstruction,
} from '../../src/rule';

type Command = CmdInstruction | EntrypointInstruction | HealthcheckInstruction;

export default defineRule({
  summary: 'Write CMD and ENTRYPOINT in JSON form',
  why: `In shell form a shell is process 1 and the program its child. Many shells do not pass signals on, so \`docker stop\` waits
ten seconds and kills the program, and a shell-form ENTRYPOINT drops all arguments.`,
  exceptions: 'A line that needs a shell may hand over to its program with `exec`; a SHELL instruction shows that the shell is meant. Both are silent.',
  severity: 'warning',
  presets: {
    strict: {},
    hadolint: { options: { shell: 'report', execPrefix: 'report', judge: 'all', healthcheck: true, overlap: 'report' } },
    buildkit: { options: { execPrefix: 'report', judge: 'all', overlap: 'report' } },
  },
  aliases: [
    'hadolint:DL3025', 'buildkit:JSONArgsRecommended', 'kics:b86987e1', 'droast:DF018', 'droast:DF025', 'dockerfile-doctor:DD019',
  ],
  controls: [],
  mentions: ['cmd', 'entrypoint', 'healthcheck'],
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
      description: 'Whether a line that hands over to its program with `exec` is excused.',
    },
    judge: {
      type: 'string',
      enum: ['effective', 'all'],
      default: 'effective',
      description: '`effective` looks at the last CMD and ENTRYPOINT of a stage, `all` at overridden ones too.',
    },
    healthcheck: { type: 'boolean', default: false, description: 'Report HEALTHCHECK in shell form too.' },
    overlap: {
      type: 'string',
      enum: ['leave', 'report'],
      default: 'leave',
      description: '`leave` is silent where `no-shell-entrypoint`, `no-shell-command-with-entrypoint` or `no-shell-healthcheck` says more.',
    },
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
      const state = model.stateAt(node);
      if (options.shell === 'excuse' && (state.shell.instruction !== null || isWindowsLine(state))) return;
      const text = node.command.logical.text;
      // Broken JSON is another rule's.
      if (findJsonMistake(text) !== null) return;
      if (options.execPrefix === 'excuse' && (/^exec\s/.test(text) || replacesShell(shell, node))) return;
      const finding = { at: node.keywordRange, messageId: MESSAGE_IDS[node.keyword] };
      const words = plainWords(shell.scripts(node), node.command);
      // Where there is no shell at all, `no-shell-healthcheck` says that nothing starts.
      if (options.overlap === 'leave' && node.keyword === 'CMD' && model.stageOf(node)?.isShipped === true && hasNoShell(model, node)) return;
      const fate = node.keyword === 'CMD' ? fateOf(node) : 'fine';
      if (options.overlap === 'leave' && (fate === 'lost' || (words === null && (fate === 'handed-over' || isLeft(node))))) return;
      if (words === null) {
        const handOver = isOneCommand(node) ? 'begin it with exec, or write ["sh", "-c", "exec …"]' : 'put exec in front of the program that stays, or move the line to a script that does';
        const remedy = node.keyword === 'HEALTHCHECK' ? 'write HEALTHCHECK CMD ["sh", "-c", …]' : handOver;
        report({ ...finding, message: `${runsShell(node)}, and this line needs one; ${remedy}`, severity: 'info' });
        return;
      }
      const json = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
      report({
        ...finding,
        message: `${fate === 'handed-over' ? 'ENTRYPOINT gets this CMD as the words /bin/sh, -c and one text' : runsShell(node)}; write it as ${shorten(json, 80)}`,
        ...(node.comments.length === 0
          ? { fix: { kind: 'suggestion' as const, changes: 'image' as const, edits: [{ at: node.command.range, text: json }] } }
          : {}),
      });
    }

    /** Whether `exec` may stand in front of the whole line: no list, no pipe, no construct, no variable set for the program. */
    function isOneCommand(node: Command): boolean {
      const script = shell.scripts(node).find(({ origin }) => origin === 'shell-form');
      if (script === undefined || !script.readable) return true;
      const [first, ...others] = script.commands.filter(({ wrapper, nestedShell, nesting }) => wrapper === null && nestedShell === null && !nesting.includes('substitution'));
      return first === undefined || (others.length === 0 && first.nesting.length === 0 && first.followedBy === null && first.assignments.length === 0);
    }

    /** What becomes of a CMD in the images that are built. */
    function fateOf(node: CmdInstruction): CommandFate {
      for (const stage of model.outputs) {
        const start = startCommand(stage);
        if (start.command === node && start.entrypoint !== null) return commandFate(start, model.stateAt(start.entrypoint));
      }
      return 'fine';
    }

    /** An ENTRYPOINT of which `no-shell-entrypoint` tells. */
    function isLeft(node: Command): boolean {
      if (node.keyword !== 'ENTRYPOINT' || node.trigger || node.command?.form !== 'shell' || model.stageOf(node)?.isShipped !== true) return false;
      return !takesArguments(node.command.logical.text) && !replacesShell(shell, node) && shell.scripts(node).some(({ readable }) => readable);
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
    { bad: 'FROM alpine:3.20\n«CMD» /run.sh --port "${PORT:-$(cat /port)}" > /log', severity: 'info', message: 'begin it with exec' },
    { bad: 'FROM alpine:3.20\n«CMD» php-fpm && nginx -g "daemon off;"', severity: 'info', message: 'in front of the program that stays' },
    { bad: 'FROM alpine:3.20\n«CMD» A=b ./run.sh', severity: 'info', message: 'in front of the program that stays' },
    { bad: 'FROM alpine:3.20\n«CMD» ./run.sh &', severity: 'info', message: 'in front of the program that stays' },
    { bad: 'FROM alpine:3.20\n«CMD» (./run.sh)', severity: 'info', message: 'in front of the program that stays' },
    { good: 'FROM alpine:3.20 AS a\nENTRYPOINT /run.sh --port $PORT\nCMD x\nFROM a' },
    { options: { overlap: 'report' }, bad: 'FROM alpine:3.20\n«ENTRYPOINT» /run.sh --port $PORT', severity: 'info' },
    {
      options: { shell: 'report', execPrefix: 'report', judge: 'all', overlap: 'report' },
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
