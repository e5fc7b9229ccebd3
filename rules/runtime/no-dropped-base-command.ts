import { chainInstructions, defineRule, imageName, type EntrypointInstruction, type Stage } from '../../src/rule';

export default defineRule({
  summary: 'Give a new ENTRYPOINT its CMD',
  why: `An ENTRYPOINT empties the CMD that the base image brings. An entry script that ends in \`exec "$@"\` then runs nothing, and the
container stops at once.`,
  exceptions: 'An ENTRYPOINT that is a complete command needs no CMD; suppress the line, or write `CMD []` to say that it is meant.',
  severity: 'info',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: ['entrypoint'],
  dockerfile: ({ model, report }) => {
    const reported = new Set<EntrypointInstruction>();

    function judge(stage: Stage): void {
      const all = chainInstructions(stage);
      const entrypoint = all.filter((node) => node.keyword === 'ENTRYPOINT').at(-1);
      if (entrypoint === undefined || reported.has(entrypoint) || !mayRunArguments(entrypoint)) return;
      const owner = model.stageOf(entrypoint);
      if (owner === null || entrypoint.trigger) return;
      // A CMD of the same stage stays, wherever it stands; one of a later stage comes after it.
      const index = all.indexOf(entrypoint);
      if (all.some((node, at) => node.keyword === 'CMD' && (at > index || owner.instructions.includes(node)))) return;
      const lost = lostCommand(owner);
      if (lost === null) return;
      reported.add(entrypoint);
      report({
        at: entrypoint.keywordRange,
        message: `This ENTRYPOINT empties the CMD ${lost.command} of ${lost.of}; repeat it here, or write CMD [] if it is not wanted`,
      });
    }

    return { end: () => model.outputs.forEach(judge) };
  },
  variants: { onbuild: { expect: 'skip', why: 'a trigger meets the command of another base' } },
  examples: [
    { good: 'FROM nginx:1.27\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["nginx", "-g", "daemon off;"]' },
    { good: 'FROM debian:12\nENTRYPOINT ["/app"]\nFROM registry.example.org/base:1\nENTRYPOINT ["/app"]\nFROM node:22\nCMD []\nENTRYPOINT ["/app.sh"]' },
    { good: 'FROM node:22\nENTRYPOINT ["node", "server.js"]' },
    { bad: 'FROM nginx:1.27\nCOPY entrypoint.sh /\n«ENTRYPOINT» ["/entrypoint.sh"]', message: '"daemon off;"' },
    { bad: 'FROM debian:12 AS app\nCMD ["serve", "--all"]\nFROM app\n«ENTRYPOINT» ["docker-entrypoint.sh"]', message: 'of app' },
  ],
});

/** A script that is the whole ENTRYPOINT most likely ends in `exec "$@"`; a program with its arguments is a command. */
function mayRunArguments({ command }: EntrypointInstruction): boolean {
  if (command?.form !== 'json') return false;
  const last = command.elements.at(-1)?.value ?? '';
  return /entry-?point|\.sh$/.test(last) || (command.elements.length === 1 && /^(?:tini|dumb-init)$/.test(last));
}

function lostCommand(stage: Stage): { readonly command: string; readonly of: string } | null {
  for (let { base } = stage; ; base = base.stage.base) {
    if (base.kind === 'image') {
      const command = base.known?.command ?? null;
      const isShell = command === null || command.length === 0 || (command.length === 1 && /^(?:\/bin\/)?(?:ba|da|a|z)?sh$/.test(command[0] ?? ''));
      return isShell ? null : { command: JSON.stringify(command), of: imageName(base.reference) };
    }
    if (base.kind !== 'stage') return null;
    const own = base.stage.instructions.filter((node) => node.keyword === 'CMD').at(-1);
    if (own !== undefined) {
      const text = own.argumentText;
      return own.command === null || /^(?:\["?)?(?:\/bin\/)?(?:ba|da|a|z)?sh"?\]?$|^\[\s*\]$/.test(text) ? null : { command: text, of: base.stage.name ?? `stage ${base.stage.index}` };
    }
    // An ENTRYPOINT of its own has emptied it before.
    if (base.stage.instructions.some(({ keyword }) => keyword === 'ENTRYPOINT')) return null;
  }
}
