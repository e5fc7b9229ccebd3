import {
  baseName, defineRule, shellKindOf, shorten, startCommand, type CmdInstruction, type EntrypointInstruction, type HealthcheckInstruction,
  type JsonArray, type RunInstruction,
} from '../../src/rule';

type Command = CmdInstruction | EntrypointInstruction | HealthcheckInstruction | RunInstruction;

export default defineRule({
  summary: 'Keep shell syntax out of exec form',
  why: `In exec form no shell runs, so \`$PORT\`, \`~\`, \`&&\`, \`|\` and \`>\` reach the program as they stand: it looks for a file named
\`$HOME/x\` or takes \`&&\` for an argument.`,
  exceptions: 'A program that reads such words itself (a shell, awk, jq, envsubst and the like) is not reported.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, report }) => {
    function judge(node: Command): void {
      if (node.command?.form !== 'json') return;
      const { elements } = node.command;
      const wrong = elements.slice(1).find(({ value }) => isShellSyntax(value)) ?? elements.slice(0, 1).find(({ value }) => isExpansion(value));
      if (wrong === undefined || readsSyntax(node.command) || (node.keyword === 'CMD' && isBehindReader(node))) return;
      const word = shorten(wrong.value, 40);
      report({
        at: wrong.range,
        // Some programs read the home directory into their arguments themselves.
        ...(wrong.value.startsWith('~') && wrong !== elements[0] ? { severity: 'info' as const } : {}),
        message: isExpansion(wrong.value)
          ? `No shell expands ${word} in this array, so the program gets it as it stands; use ["sh", "-c", "exec …"] or write the value`
          : `No shell reads ${word} in this array, so it is one more argument; use ["sh", "-c", "…"] or the shell form`,
      });
    }

    /** The words of CMD are arguments of an ENTRYPOINT that understands them. */
    function isBehindReader(node: CmdInstruction): boolean {
      const stage = model.stageOf(node);
      const entrypoint = stage === null ? null : startCommand(stage).entrypoint;
      const start = entrypoint?.command ?? null;
      return start !== null && (start.form === 'shell' || readsSyntax(start));
    }

    return { RUN: judge, CMD: judge, ENTRYPOINT: judge, HEALTHCHECK: judge };
  },
  examples: [
    { good: 'FROM alpine:3.20\nRUN ["sh", "-c", "a && b", "$x"]\nRUN ["find", "/x", "-exec", "rm", "{}", ";"]\nCMD ["awk", "$1"]' },
    { good: 'FROM alpine:3.20 AS a\nENTRYPOINT ["/bin/sh", "-c"]\nFROM a\nCMD ["$HOME/run"]' },
    { good: 'FROM alpine:3.20\nCMD ["app", "$", "--pattern=$", "a|b", "$(POD_IP)", "-"]' },
    { bad: 'FROM alpine:3.20\nCMD ["app", "--port", «"$PORT"»]', message: '$PORT' },
    { bad: 'FROM alpine:3.20\nRUN ["apt-get", "update", «"&&"», "apt-get", "upgrade"]\nHEALTHCHECK CMD ["curl", "localhost", «"||"», "exit", "1"]' },
    { bad: 'FROM alpine:3.20\nENTRYPOINT [«"${APP_HOME}/run"»]\nHEALTHCHECK CMD [«"~/check"»]' },
    { bad: 'FROM alpine:3.20\nCMD ["app", "--config", «"~/x"»]', severity: 'info' },
  ],
});

const VARIABLE = /^\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*[^}]*\})/;

const OPERATORS: ReadonlySet<string> = new Set(['&&', '||', '|', ';', '&', '>', '>>', '<', '2>', '2>>', '&>', '2>&1', '>&2', '1>&2']);

function isExpansion(word: string): boolean {
  return VARIABLE.test(word) || /^~(?:$|\/)/.test(word);
}

function isShellSyntax(word: string): boolean {
  return isExpansion(word) || OPERATORS.has(word) || /^[12&]?>{1,2}\/\S+$/.test(word);
}

/** Programs that give such words a meaning of their own, or hand them to a shell. */
const READERS: ReadonlySet<string> = new Set([
  'awk', 'gawk', 'mawk', 'jq', 'yq', 'find', 'sed', 'grep', 'egrep', 'mutt', 'neomutt', 'vim', 'nvim', 'emacs', 'perl', 'ruby', 'php', 'expr', 'test', '[', 'envsubst', 'dockerize', 'confd',
  'xargs', 'parallel', 'watch', 'ssh', 'tmux', 'screen', 'su', 'runuser', 'script', 'fish', 'nu', 'eval', 'make', 'supervisord', 'busybox',
]);

function readsSyntax({ elements }: JsonArray): boolean {
  const splits = elements.some(({ value }) => /^(?:-S|--split-string)/.test(value));
  return elements.some(({ value }) => {
    const name = baseName(value);
    return READERS.has(name) || shellKindOf(name) !== 'other' || (name === 'env' && splits);
  });
}
