import {
  baseName, chainInstructions, defineRule, developmentDependencies, environmentOf, mentions, namesDevelopment, packageCommands, removedPaths,
  type DevelopmentDependencies, type Instruction, type PackageCommand, type PackageManagerName, type ReportedFix, type RunInstruction, type ShellCommand, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Do not ship development dependencies',
  why: `Test runners, linters and bundlers are not needed to run the program. They often outweigh all that is, and most of the vulnerabilities that
scanners find in such an image are theirs. Where they are needed to build, build in a stage of its own and ship the result with the
dependencies of production.

An install is silent if an option, \`NODE_ENV\` or another variable of the tool leaves them out, or if they are pruned afterwards.`,
  exceptions: `Images to develop or test in: a stage or file whose name says so (\`dev\`, \`test\`, Dockerfile.ci) is silent, and so is an image that
starts a development server or tests, or starts nothing at all. A project without such dependencies may suppress it with that reason.`,
  severity: 'off',
  presets: { strict: {} },
  aliases: [],
  controls: ['gc:minimal-image'],
  mentions: { RUN: ['bun', 'bundle', 'bundler', 'composer', 'npm', 'pip', 'pnpm', 'poetry', 'uv', 'yarn'] },
  dockerfile: ({ model, shell, report }) => {
    const running = new Map<Stage, boolean>();

    /** Some image that is made of the stage is there to run a program, and holds nothing that restarts one after each change. */
    function isForRunning(stage: Stage): boolean {
      const known = running.get(stage);
      if (known !== undefined) return known;
      const answer = !namesDevelopmentFile(model.source.path)
        && model.outputs.some((output) => output.chain.includes(stage) && !output.chain.some(({ name }) => namesDevelopment(name)) && startsProgram(output) && !output.chain.some(hasReloader));
      running.set(stage, answer);
      return answer;
    }

    function hasReloader({ instructions }: Stage): boolean {
      return instructions.some((node) => node.keyword === 'RUN' && mentions(model, node, /\b(?:nodemon|ts-node-dev|webpack-dev-server|debugpy)\b/));
    }

    function startsProgram(output: Stage): boolean {
      const starts = chainInstructions(output).filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
      if (starts.length === 0) return startsServer(output.chain[0]);
      return !starts.some(({ argumentText }) => DEVELOPS.test(argumentText) || STARTS_SHELL.test(argumentText));
    }

    function leavesOut(node: RunInstruction, { command }: PackageCommand, { variables }: DevelopmentDependencies): boolean {
      return variables.some((name) => environmentOf(model, shell, node, command, name) !== '');
    }

    /** What runs in the image behind a command, in its own RUN and those that follow. */
    function laterRuns(stage: Stage, node: RunInstruction): readonly RunInstruction[] {
      const output = model.outputs.find(({ chain }) => chain.includes(stage)) ?? stage;
      return chainInstructions(output).flatMap((each: Instruction) => (each.keyword === 'RUN' && each.range.start >= node.range.start ? [each] : []));
    }

    function isPruned(asked: PackageCommand, later: readonly RunInstruction[]): boolean {
      const { start } = asked.command.range;
      return later.some((node) => {
        if (shell.commands(node).some((command) => command.range.start > start && removesInstalled(command, asked.manager))) return true;
        return packageCommands(model, shell, node).some((other) => other.command.range.start > start && other.manager === asked.manager && prunes(node, other));
      });
    }

    /** A second install without them takes away those of the first. */
    function prunes(node: RunInstruction, other: PackageCommand): boolean {
      if (other.subcommandText === 'prune') return true;
      if (other.action !== 'install' || other.packages.length > 0 || other.options.some(({ name }) => name === '-g' || name === '--global')) return false;
      const found = developmentDependencies(other);
      return found === null || (found.asked === null && leavesOut(node, other, found));
    }

    function fixOf(stage: Stage, { manager, command, subcommand }: PackageCommand, { asked, option }: DevelopmentDependencies, later: readonly RunInstruction[]): ReportedFix | null {
      if (asked !== null || option === null || subcommand === null || subcommand.raw !== subcommand.value) return null;
      if (manager === 'npm' && hasOldNpm(stage)) return null;
      // What builds with them would find them missing.
      if (later.some((node) => shell.commands(node).some((other) => other.range.start > command.range.start && mayBuild(other)))) return null;
      const { end } = subcommand.range;
      return { kind: 'suggestion', changes: 'image', edits: [{ at: { start: end, end }, text: ` ${option}` }] };
    }

    function judge(node: RunInstruction): void {
      const stage = model.stageOf(node);
      // What the child image of a trigger is for, nobody knows.
      if (stage?.isShipped !== true || node.trigger) return;
      for (const asked of packageCommands(model, shell, node)) {
        const found = developmentDependencies(asked);
        if (found === null || leavesOut(node, asked, found) || !isForRunning(stage)) continue;
        if (asked.manager === 'bundle' && stage.chain.some(({ instructions }) => instructions.some((each) => mentions(model, each, /without/i)))) continue;
        const later = laterRuns(stage, node);
        if (isPruned(asked, later)) continue;
        const { command, subcommand, subcommandText } = asked;
        const program = programOf(asked);
        const fix = fixOf(stage, asked, found, later);
        report({
          at: found.asked?.range ?? subcommand?.range ?? command.nameRange ?? command.range,
          message: found.asked === null
            ? `${`${program} ${subcommandText}`.trim()} installs development dependencies, too, if there are any, and the image ships them; ${found.remedy}`
            : `${found.askedText} installs development dependencies, and the image ships them; ${found.remedy}`,
          ...(found.areRare ? { severity: 'info' } : {}),
          ...(fix === null ? {} : { fix }),
        });
      }
    }

    return { RUN: judge };
  },
  variants: { onbuild: { expect: 'silent', why: 'what the child image is for is not known' } },
  examples: [
    {
      bad: 'FROM node:22\nCOPY . .\nRUN npm «ci»\nCMD ["node", "server.js"]',
      fixed: 'FROM node:22\nCOPY . .\nRUN npm ci --omit=dev\nCMD ["node", "server.js"]',
      message: 'npm ci installs development dependencies, too, if there are any, and the image ships them; add --omit=dev',
    },
    { good: 'FROM node:22 AS build\nRUN npm ci && npm run build\nFROM node:22\nENV NODE_ENV=production\nRUN npm ci && npm install -g pm2 && npm install express\nCMD ["node", "server.js"]' },
    { good: 'FROM node:22\nRUN npm ci && npm run build && npm prune --omit=dev\nCMD ["node", "server.js"]' },
    { good: 'FROM node:22\nRUN npm ci\nCMD ["npm", "run", "dev"]' },
    { bad: 'FROM node:22\nRUN «yarn» && yarn build\nRUN npm «ci» && npm run build\nCMD ["node", "server.js"]', message: 'yarn installs' },
    {
      bad: 'FROM python:3.13\nRUN pip install «-r» a-dev.txt -e . && pip install «".[dev]"» && pip install -r a.txt ".[web]"; uv «sync»\nCMD ["app"]',
      message: '-r a-dev.txt installs development dependencies',
    },
    { good: 'FROM ruby:3.4\nRUN bundle config set --local without development && bundle install\nRUN composer install --no-dev; poetry install --only main; uv sync --no-dev; pnpm i -P\nCMD ["app"]' },
    { bad: 'FROM php:8.4\nRUN composer «install» --no-interaction\nCMD ["php-fpm"]', fixed: 'FROM php:8.4\nRUN composer install --no-dev --no-interaction\nCMD ["php-fpm"]' },
  ],
});

const DEVELOPS = /\b(?:dev|develop|development|watch|nodemon|test|tests|jest|mocha|vitest|cypress|playwright|pytest|tox|rspec|phpunit|storybook|lint|reload|ts-node|tsx|hot)\b|\b(?:ng|run|service|yarn)\W+serve\b/;
const STARTS_SHELL = /^(?:\[\s*"?)?(?:\/\w+)*\/?(?:(?:ba|da|a|z)?sh|sleep)"?\s*(?:\]|$)/;
const SCRIPT_RUNNERS: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'bun']);

/** `Dockerfile.dev`, `.devcontainer/Dockerfile`, `test/Dockerfile`. */
function namesDevelopmentFile(path: string): boolean {
  return path.split(/[/\\]/).slice(-2).some((part) => namesDevelopment(part) || /(?:^|[-_.])ci(?:$|[-_.])/i.test(part));
}

function removesInstalled(command: ShellCommand, manager: PackageManagerName): boolean {
  const folder = manager === 'composer' ? /(?:^|\/)vendor\/?\*?$/ : /(?:^|\/)node_modules\/?\*?$/;
  return removedPaths(command).some(({ value }) => folder.test(value));
}

function mayBuild({ name, words }: ShellCommand): boolean {
  if (name === null) return true;
  const program = baseName(name);
  if (/^(?:npx|pnpx|bunx|yarnpkg|tsc|ng|vite|next|nuxt|webpack|rollup|gulp|grunt|lerna|turbo|nx|make|node|composer|php|uv)$/.test(program) || /node_modules|vendor\/bin/.test(name)) return true;
  return SCRIPT_RUNNERS.has(program) && !/^(?:|install|i|ci|cache|config|prune|start|--version|-v)$/.test(words[1]?.value ?? '');
}

/** The base does so by itself; an interpreter that waits for input is none. */
function startsServer(root: Stage | undefined): boolean {
  const base = root?.base;
  return base?.kind === 'image' && /^(?:php-fpm|apache2-foreground|nginx|httpd)/.test(base.known?.command?.[0] ?? '');
}

/** `python3 -m pip` goes by the name of its module. */
function programOf({ manager, command }: PackageCommand): string {
  return command.name === null || /^(?:python|pypy)[\d.]*$/.test(baseName(command.name)) ? manager : baseName(command.name);
}

/** Before npm 7, which came with Node 15, the option has another name. */
function hasOldNpm({ chain }: Stage): boolean {
  const base = chain[0]?.base;
  if (base?.kind !== 'image' || base.reference.path.kind !== 'known' || !/(?:^|\/)node$/.test(base.reference.path.text)) return false;
  const { tag } = base.reference;
  return tag.kind === 'known' && /^\d+/.test(tag.text) && Number.parseInt(tag.text, 10) < 15;
}
