import {
  defineRule, isWindowsLine, plainWords, replacesShell, takesArguments, type EntrypointInstruction,
} from '../../src/rule';

export default defineRule({
  summary: 'Let an ENTRYPOINT that needs a shell use exec and pass its arguments on',
  why: `In shell form \`/bin/sh -c\` is process 1 and the program its child. Arguments of \`docker run image args\` and of CMD never reach
it, and signals may not: \`docker stop\` then waits ten seconds and kills it.`,
  exceptions: 'A line that is one program with fixed arguments is left to `prefer-exec-form`, which can rewrite it.',
  severity: 'warning',
  presets: { strict: {} },
  aliases: ['droast:DF018'],
  controls: [],
  mentions: ['entrypoint'],
  dockerfile: ({ model, shell, report }) => {
    let last: EntrypointInstruction | null = null;

    function judgeLast(): void {
      const node = last;
      last = null;
      if (node?.command?.form !== 'shell' || model.stageOf(node)?.isShipped !== true) return;
      const { text } = node.command.logical;
      if (isWindowsLine(model.stateAt(node)) || text.startsWith('[') || takesArguments(text)) return;
      const scripts = shell.scripts(node);
      // A text that cannot be read as shell may do anything.
      if (!scripts.some(({ readable }) => readable) || replacesShell(shell, node) || plainWords(scripts, node.command) !== null) return;
      report({
        at: node.keywordRange,
        message: 'This ENTRYPOINT keeps a shell as process 1 and drops all arguments; write ["sh", "-c", "exec program … \\"$@\\"", "sh"]',
      });
    }

    return {
      stage: judgeLast,
      ENTRYPOINT(node) {
        if (!node.trigger) last = node;
      },
      end: judgeLast,
    };
  },
  variants: { onbuild: { expect: 'silent', why: 'a trigger sets the ENTRYPOINT of the child image' } },
  examples: [
    { good: 'FROM alpine:3.20\nENTRYPOINT exec app --port $PORT' },
    { good: 'FROM alpine:3.20\nENTRYPOINT cd /app && exec app\nENTRYPOINT app $FLAGS "$@"' },
    { good: 'FROM alpine:3.20 AS build\nENTRYPOINT make $X\nFROM alpine:3.20\nENTRYPOINT make $X\nENTRYPOINT app --fixed' },
    { good: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nENTRYPOINT app %FLAGS%' },
    { bad: 'FROM alpine:3.20\n«ENTRYPOINT» app --port $PORT', message: 'exec' },
    { bad: 'FROM alpine:3.20 AS base\n«ENTRYPOINT» ./migrate && ./serve\nFROM base\nCMD ["x"]', message: 'drops all arguments' },
  ],
});
