import { defineRule, mentions, packageCommands, type PackageAction, type PackageCommand, type RunInstruction, type ShellCommand, type ShellWord } from '../../src/rule';

export default defineRule({
  summary: 'Join commands with &&, and packages without',
  why: `Behind a forgotten \`&&\` the next command becomes a list of packages: apt looks for a package called \`rm\`, or installs one called \`curl\`
instead of running it. Behind one too many, \`name=version\` is an assignment, or a program that nobody has, and the package is never installed.`,
  severity: 'warning',
  presets: { strict: {} },
  aliases: [],
  controls: [],
  mentions: { RUN: ['apt', 'aptitude', 'apk', 'yum', 'dnf', 'microdnf', 'tdnf', 'zypper', 'pacman', 'pip'] },
  dockerfile: ({ model, shell, report }) => {
    function judgeList({ command, packages }: PackageCommand): void {
      const known = new Set<ShellWord>(packages);
      const { words } = command;
      const at = words.findIndex((word, index) => known.has(word) && startsCommand(word, words.slice(index + 1, index + 3)));
      const word = words[at];
      if (word === undefined) return;
      report({ at: word.range, message: `${word.value} stands in the package list of ${command.name ?? ''}; an && is missing in front of it` });
    }

    /** `apt-get install a && b=1.2 && c`: the pin is no package any more. */
    function judgePin(node: RunInstruction, command: ShellCommand, commands: readonly ShellCommand[], installs: ReadonlySet<ShellCommand>): void {
      const pin = strayPin(command);
      if (pin === null || command.connector !== '&&') return;
      // A variable that is used is one.
      const [variable] = command.assignments;
      if (variable !== undefined && mentions(model, node, new RegExp(`\\$\\{?${variable.name}\\b`))) return;
      const before = commands.filter(({ range, nesting, wrapper }) => range.end <= command.range.start && nesting === command.nesting && wrapper === null).at(-1);
      if (before === undefined || !(installs.has(before) || (before.wrapped !== null && installs.has(before.wrapped)) || strayPin(before) !== null)) return;
      report({
        at: pin.range,
        message: `${pin.raw} stands by itself behind &&, so it is not installed; take that && away`,
      });
    }

    return {
      RUN(node: RunInstruction) {
        const asked = packageCommands(model, shell, node).filter(({ action, manager }) => INSTALLS.has(action) && SYSTEM.has(manager));
        if (asked.length === 0) return;
        asked.forEach(judgeList);
        if (!mentions(model, node, /&&\s*(?:[\\`]\s*)?[a-z0-9][\w.+-]*=/)) return;
        const commands = shell.commands(node);
        const installs = new Set(asked.map(({ command }) => command));
        for (const command of commands) judgePin(node, command, commands, installs);
      },
    };
  },
  examples: [
    { good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl make git && make && VERSION=1.2 && echo "$VERSION"' },
    { bad: 'FROM debian:12\nRUN apt-get install -y curl git «rm» -rf /var/lib/apt/lists/*', message: 'missing in front' },
    { bad: 'FROM alpine:3.20\nRUN apk add curl \\\n  «mkdir» -p /app' },
    { bad: 'FROM debian:12\nRUN apt-get install -y curl «apt-get» clean' },
    { bad: 'FROM debian:12\nRUN apt-get install -y curl=8.1 && «libfoo-dev=1.2-3» && make', message: 'not installed' },
    { bad: 'FROM alpine:3.20\nRUN apk add --no-cache curl && «git=2.45.2-r0»' },
  ],
});

const INSTALLS: ReadonlySet<PackageAction> = new Set<PackageAction>(['install', 'upgrade', 'dist-upgrade', 'refresh']);
/** Those whose packages have the names that distributions give; npm has a package for every word. */
const SYSTEM: ReadonlySet<string> = new Set(['apt', 'apt-get', 'aptitude', 'apk', 'yum', 'dnf', 'microdnf', 'tdnf', 'zypper', 'pacman', 'pip']);

/** No distribution has a package of that name. */
const PROGRAMS: ReadonlySet<string> = new Set(['rm', 'mkdir', 'cd', 'echo', 'chmod', 'chown', 'ln', 'cp', 'mv', 'export', 'apt-get', 'apt-key', 'add-apt-repository', 'update-ca-certificates', 'groupadd', 'useradd', 'usermod']);
/** Programs that are packages too, with a word behind them that no package is called. */
const CALLS: Readonly<Record<string, RegExp>> = {
  apt: /^(?:install|update|upgrade|clean|autoremove|remove|purge)$/,
  apk: /^(?:add|del|update|upgrade)$/,
  yum: /^(?:install|update|clean|remove|makecache)$/,
  dnf: /^(?:install|update|upgrade|clean|remove|makecache)$/,
  microdnf: /^(?:install|update|upgrade|clean|remove)$/,
  pip: /^install$/,
  pip3: /^install$/,
  npm: /^(?:install|ci|run)$/,
  curl: /^https?:\/\//,
  wget: /^https?:\/\//,
  git: /^clone$/,
};

function startsCommand({ value, quoted }: ShellWord, behind: readonly ShellWord[]): boolean {
  if (quoted) return false;
  if (PROGRAMS.has(value)) return true;
  const next = Object.hasOwn(CALLS, value) ? CALLS[value] : undefined;
  return next !== undefined && behind.some((word, index) => next.test(word.value) && (index === 0 || behind[0]?.value.startsWith('-') === true));
}

/** A pin that is a command or an assignment of its own: `curl=8.1`, `lib-dev=1.2-3`. */
function strayPin({ name, words, assignments }: ShellCommand): ShellWord | null {
  if (words.length === 0) {
    const [only] = assignments;
    const value = only?.value ?? null;
    if (only === undefined || assignments.length !== 1 || value === null || !/^[a-z][a-z0-9_]*$/.test(only.name)) return null;
    return value.literal && /^\d+[\d.:]*[.:-][\w.+~:-]*\*?$/.test(value.value) && !value.quoted ? { ...value, range: only.range, raw: `${only.name}=${value.raw}` } : null;
  }
  const [word] = words;
  return name !== null && words.length === 1 && word !== undefined && /^[a-z0-9][a-z0-9.+_-]*=[\d][\w.+~:*-]*$/.test(name) ? word : null;
}
