import { commandFate, defineRule, plainWords, startCommand, type CmdInstruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Give an exec-form ENTRYPOINT its arguments in an exec-form CMD',
  why: `CMD is what ENTRYPOINT is called with. In shell form that is \`/bin/sh\`, \`-c\` and the whole line, which a program takes for
arguments of its own. A shell-form ENTRYPOINT takes no arguments at all, so CMD does nothing behind it.`,
  exceptions: `An entry script that ends in \`exec "$@"\` runs the shell line as it is meant; JSON is plainer there too, and saves a process.
A line that is one program with fixed arguments is left to \`prefer-exec-form\`, which can rewrite it.`,
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['entrypoint'],
  dockerfile: ({ model, shell, report }) => {
    const reported = new Set<CmdInstruction>();

    function judge(stage: Stage): void {
      const start = startCommand(stage);
      const { entrypoint, command } = start;
      if (entrypoint === null || command === null || reported.has(command)) return;
      const fate = commandFate(start, model.stateAt(entrypoint));
      // What JSON can say as well is told as a wrong form, with the rewrite.
      if (fate === 'fine' || (fate === 'handed-over' && isPlain(command))) return;
      reported.add(command);
      report({
        at: command.keywordRange,
        message:
          fate === 'lost'
            ? 'This CMD does nothing, since the shell-form ENTRYPOINT takes no arguments; write ENTRYPOINT in JSON form'
            : 'ENTRYPOINT gets this shell-form CMD as the words /bin/sh, -c and one text; write CMD in JSON form',
      });
    }

    function isPlain(node: CmdInstruction): boolean {
      return node.command?.form === 'shell' && plainWords(shell.scripts(node), node.command) !== null;
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'silent', why: 'triggers set the ENTRYPOINT and CMD of the child image' } },
  examples: [
    { good: 'FROM alpine:3.20 AS a\nENTRYPOINT ["tini", "--"]\nCMD app $X\nFROM a\nENTRYPOINT ["app"]\nCMD ["--port", "80"]' },
    { good: 'FROM alpine:3.20 AS a\nCMD app $X\nFROM a\nENTRYPOINT ["app"]' },
    { good: 'FROM alpine:3.20\nENTRYPOINT app $0 "$@"\nCMD ["x"]' },
    { good: 'FROM alpine:3.20\nENTRYPOINT ["app"]\nCMD serve --port 80' },
    { bad: 'FROM alpine:3.20\nENTRYPOINT ["app"]\n«CMD» serve --port $PORT', message: '/bin/sh' },
    { bad: 'FROM alpine:3.20 AS a\nENTRYPOINT app\nFROM a\n«CMD» ["serve"]', message: 'does nothing' },
  ],
});
