import {
  baseName, chainInstructions, defineRule, listNames, mentions, namesDevelopment, packageCommands,
  type Instruction, type PackageCommand, type PackageManagerName, type RunInstruction, type ShellWord, type Stage,
} from '../../src/rule';

export default defineRule({
  summary: 'Put build-only packages in a virtual group, and remove it in the same RUN',
  why: `What a RUN needs only to compile something is best added as one group, \`apk add --virtual .build-deps gcc musl-dev\`, and taken away by
its name at the end of that RUN, \`apk del .build-deps\`. A list of names that is written twice grows apart: what is added to the first
and forgotten in the second is shipped. And a name that the image had before stays, since only the group is removed.

Reported where \`apk del\` names packages again that the same RUN has added, and where compilers and headers are added for pip, npm,
gem or an extension of PHP and are never removed.`,
  exceptions: 'Libraries that the result is linked with must stay: add those by themselves, without `-dev`. A single name that is removed again is not reported.',
  severity: 'off',
  presets: {},
  aliases: ['dockerfilelint:apkadd-missing-virtual', 'dockerfile-doctor:DD063'],
  controls: [],
  mentions: { RUN: ['apk'] },
  dockerfile: ({ model, shell, report }) => {
    function judge(node: RunInstruction): void {
      const stage = model.stageOf(node);
      if (stage?.isShipped !== true || !mentions(model, node, 'apk')) return;
      const commands = packageCommands(model, shell, node);
      const adds = commands.filter(isPlainAdd);
      if (adds.length === 0) return;
      const removals = commands.filter(({ manager, action }) => manager === 'apk' && action === 'remove');
      if (removals.length > 0) judgeRemoved(adds, removals);
      else judgeKept(node, stage, adds, commands);
    }

    function judgeRemoved(adds: readonly PackageCommand[], removals: readonly PackageCommand[]): void {
      const removed = new Set(removals.flatMap(({ packages }) => packages.filter(isWritten).map(nameOf)));
      const twice = adds.flatMap(({ packages }) => packages.filter((word) => isWritten(word) && removed.has(nameOf(word))));
      const [first] = twice;
      if (first === undefined || twice.length < 2) return;
      report({
        at: first.range,
        message: `apk del names ${listNames(twice.map(nameOf))} again; add them with --virtual .build-deps and remove that group`,
      });
    }

    function judgeKept(node: RunInstruction, stage: Stage, adds: readonly PackageCommand[], commands: readonly PackageCommand[]): void {
      const tools = adds.flatMap(({ packages }) => packages.filter((word) => isWritten(word) && isBuildOnly(nameOf(word))));
      const [first] = tools;
      if (first === undefined || !tools.some((word) => isCompiler(nameOf(word)))) return;
      const last = adds.at(-1)?.command.range.end ?? 0;
      const user = commands.find((asked) => asked.command.range.start > last && mayCompile(asked));
      const program = user?.manager ?? shell.commands(node).map(({ name }) => (name === null ? '' : baseName(name))).find((name) => EXTENSION_INSTALLERS.has(name));
      if (program === undefined || !isForRunning(stage)) return;
      report({
        at: first.range,
        message: `${listNames(tools.map(nameOf))} stay in the image, though they are there for ${program}; add them with --virtual .build-deps and end the RUN with apk del .build-deps`,
      });
    }

    /** The image starts a program of its own, and is not there to develop or build in. */
    function isForRunning(stage: Stage): boolean {
      const outputs = model.outputs.filter(({ chain }) => chain.includes(stage));
      return outputs.every((output) => !output.chain.some(({ name }) => namesDevelopment(name)) && chainInstructions(output).some(startsProgram));
    }

    return { RUN: judge };
  },
  variants: { onbuild: { expect: 'skip', why: 'whether the child image starts a program is not known' } },
  examples: [
    { bad: 'FROM alpine:3.20\nRUN apk add --no-cache «gcc» musl-dev=1.2 curl && make && apk del gcc musl-dev', message: 'names gcc and musl-dev again' },
    { good: 'FROM alpine:3.20\nRUN apk add --no-cache -t .build gcc musl-dev && make && apk del .build\nRUN apk add --no-cache --virtual=.more curl jq && apk del curl jq' },
    { good: 'FROM alpine:3.20\nENV TOOLS="gcc musl-dev"\nRUN apk add $TOOLS && make && apk del $TOOLS\nRUN apk add curl && curl -fO https://example.org/a && apk del curl' },
    {
      bad: 'FROM python:3.13-alpine\nRUN apk add --no-cache libpq «gcc» musl-dev postgresql-dev && pip install psycopg2\nCMD ["python", "/app.py"]',
      message: 'gcc, musl-dev and postgresql-dev stay in the image, though they are there for pip',
    },
    { good: 'FROM python:3.13-alpine\nRUN apk add --no-cache libpq git && pip install psycopg2\nCMD ["python", "/app.py"]' },
    { good: 'FROM python:3.13-alpine\nRUN apk add --no-cache build-base && pip install psycopg2\nCMD ["sh"]' },
    { good: 'FROM python:3.13-alpine AS build\nRUN apk add --no-cache build-base && pip wheel -r a.txt\nFROM python:3.13-alpine\nCOPY --from=build /a /a\nCMD ["a"]' },
    { bad: 'FROM php:8.4-fpm-alpine\nRUN apk add --no-cache «icu-dev» g++ && docker-php-ext-install intl\nCMD ["php-fpm"]', message: 'there for docker-php-ext-install' },
  ],
});

const EXTENSION_INSTALLERS: ReadonlySet<string> = new Set(['docker-php-ext-install', 'pecl', 'phpize']);
const COMPILING: ReadonlySet<PackageManagerName> = new Set(['pip', 'uv', 'poetry', 'npm', 'yarn', 'pnpm', 'gem', 'bundle']);

/** Packages by name, in no group. */
function isPlainAdd({ manager, subcommandText, dryRun, options, opaque }: PackageCommand): boolean {
  return manager === 'apk' && subcommandText === 'add' && !dryRun && opaque.length === 0 && !options.some(({ name }) => name === '--virtual' || name === '-t');
}

function mayCompile({ manager, action }: PackageCommand): boolean {
  return action === 'install' && COMPILING.has(manager);
}

/** A list that is kept in a variable is written once. */
function isWritten({ raw }: ShellWord): boolean {
  return !raw.includes('$');
}

function nameOf({ value }: ShellWord): string {
  return value.replace(/(?<=.)[=<>~@].*$/s, '');
}

function isCompiler(name: string): boolean {
  return /^(?:build-base|gcc|g\+\+|clang\d*|musl-dev|libc-dev|make|cmake|rust|cargo)$/.test(name);
}

function isBuildOnly(name: string): boolean {
  return isCompiler(name) || /^(?:autoconf|automake|linux-headers|pkgconf|pkgconfig)$|-dev$/.test(name);
}

function startsProgram({ keyword, argumentText }: Instruction): boolean {
  return (keyword === 'CMD' || keyword === 'ENTRYPOINT') && !/^(?:\[\s*"?)?(?:\/\w+)*\/?(?:(?:ba|da|a|z)?sh|sleep)\b/.test(argumentText);
}
