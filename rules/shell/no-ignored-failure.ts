import {
  compileCommand, compilerPattern, defineRule, mentions, packageCommands, scriptOptionsAt, type PackageAction, type Range, type RunInstruction, type ShellCommand,
} from '../../src/rule';

export default defineRule({
  summary: 'Do not hide the failure of an install, a download or a build step',
  why: `With \`|| true\` behind it, a step that fails leaves an image without the package, the file or the program, and the build says
that all is well. The error comes back when the container runs.`,
  exceptions: 'A package that is only nice to have, or that some platforms lack, may be left out so; suppress it there with that reason.',
  severity: 'off',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction): void {
      const commands = shell.commands(node);
      const installs = new Map(packageCommands(model, shell, node).filter(({ action, dryRun }) => BRINGS.has(action) && !dryRun).map(({ command, subcommandText }) => [command, subcommandText] as const));
      commands.forEach((end, index) => {
        if (!hides(end)) return;
        const chain = chainBefore(commands, index);
        // `[ -f a ] && b || true` is how an `if` is written under `set -e`.
        if (/^(?:test|\[\[?)$/.test(chain[0]?.name ?? '')) return;
        const lost = chain.find((command) => whatItDoes(command, installs) !== null);
        const what = lost === undefined ? null : whatItDoes(lost, installs);
        if (lost === undefined || what === null || end.connectorRange === null) return;
        if (end.connector === ';' && !isLostBefore(node, lost)) return;
        report({
          at: placeOf(end, end.connectorRange),
          message: `The failure of ${what} is hidden; let it stop the build`,
        });
      });
    }

    /** Without `set -e`, what stands before `; exit 0` goes by. */
    function isLostBefore(node: RunInstruction, command: ShellCommand): boolean {
      const script = shell.scripts(node).find(({ commands }) => commands.includes(command));
      return script !== undefined && !command.failureHandled && scriptOptionsAt(script, command).errexit === false;
    }

    return {
      RUN(node) {
        if (!mentions(model, node, /\|\||exit\s+0/)) return;
        if (mentions(model, node, /\b(?:install|add|update|upgrade|curl|wget|clone|ci|sync)\b/) || mentions(model, node, compilerPattern())) judge(node);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN rm /a || true; grep b c || :; (apt-get install -y d || apt-get install -y e) && make test || true' },
    { bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y git «|| true»', message: 'apt-get update' },
    { bad: 'FROM debian:12\nRUN curl -fO https://example.org/a «|| :» && make «|| true»' },
    { bad: 'FROM debian:12\nRUN npm ci«; exit 0»', message: 'npm ci' },
    { good: 'FROM debian:12\nRUN set -e; npm ci; exit 0' },
  ],
});

const BRINGS: ReadonlySet<PackageAction> = new Set<PackageAction>(['refresh', 'install', 'upgrade', 'dist-upgrade', 'download']);

/** `|| true`, `|| :`, `|| exit 0`, and `; exit 0` at the end of a script. */
function hides({ name, words, connector, followedBy, wrapper }: ShellCommand): boolean {
  if (wrapper !== null) return false;
  const isExit = name === 'exit' && words[1]?.value === '0';
  if (connector === '||') return isExit || ((name === 'true' || name === ':') && words.length === 1);
  return connector === ';' && isExit && followedBy === null;
}

/** The commands whose failure leads to the one at the index: those joined to it by && and ||. */
function chainBefore(commands: readonly ShellCommand[], index: number): readonly ShellCommand[] {
  const end = commands[index];
  const chain: ShellCommand[] = [];
  let own = end?.connector === ';' ? null : end;
  for (let at = index - 1; at >= 0 && end !== undefined; at -= 1) {
    const command = commands[at];
    if (command === undefined || command.nesting !== end.nesting || command.wrapper !== null) {
      if (command !== undefined && command.nesting.length < end.nesting.length) break;
      continue;
    }
    // A second || in the chain is another way to the same end.
    if (own != null && (own.connector === ';' || own.connector === 'newline' || own.connector === 'start' || own.connector === '&')) break;
    if (own != null && own !== end && own.connector === '||') break;
    chain.unshift(command);
    own = command;
  }
  return chain;
}

/** How a person calls what is lost; null for commands whose failure is nothing to worry about. */
function whatItDoes(outer: ShellCommand, installs: ReadonlyMap<ShellCommand, string>): string | null {
  let command = outer;
  while (command.wrapped !== null) command = command.wrapped;
  const { name, words } = command;
  if (name === null) return null;
  const subcommand = installs.get(command);
  if (subcommand !== undefined) return `${name} ${subcommand}`.trim();
  if (name === 'curl' || name === 'wget') return name;
  if (name === 'git' && words.some(({ value }) => value === 'clone')) return 'git clone';
  if (words.some(({ value }) => /^(?:test|check|lint|clean)$/.test(value))) return null;
  return compileCommand(command)?.what ?? null;
}

function placeOf({ range }: ShellCommand, connector: Range): Range {
  return { start: connector.start, end: range.end };
}
