import { Args, Command, Errors, Flags, type Interfaces } from '@oclif/core';
import { LINT_FLAGS, type FlagDefinition, type FlagValue, type LintArguments } from '../lint-flags';
import { processSurroundings } from '../surroundings';

export class Lint extends Command {
  static override readonly summary = 'Say what is unsafe, unidentified or overweight in Dockerfiles.';

  static override readonly description = [
    'The word lint may be left out.',
    'Exit codes: 0 nothing that fails the run; 1 problems; 2 the program could not do its job (a wrong flag, a broken config, a file that cannot be read). What could be linted is reported all the same.',
  ].join('\n\n');

  static override readonly usage = 'lint [PATH…] [FLAGS]';

  static override readonly examples = [
    { description: 'All Dockerfiles below this folder:', command: '<%= config.bin %>' },
    { description: 'One file, judged by the rules of an audit:', command: '<%= config.bin %> Dockerfile --preset cis' },
    { description: 'Standard input, for editors:', command: '<%= config.bin %> lint - --stdin-filename app/Dockerfile --format json' },
    { description: 'Without a rule:', command: '<%= config.bin %> Dockerfile --rule no-latest-tag:off' },
  ];

  static override readonly args = {
    path: Args.string({
      multiple: true,
      ignoreStdin: true,
      description: 'Files, folders to search for Dockerfiles, or - for standard input. Without any: this folder.',
    }),
  };

  static override readonly flags = oclifFlags();

  async run(): Promise<void> {
    const { runLint } = await import('../main');
    process.exitCode = await runLint(await this.readArguments(), processSurroundings());
  }

  async readArguments(): Promise<LintArguments> {
    refuseSwitchValues(this.argv);
    const { args, flags } = await this.parse(Lint);
    const given = Object.entries(flags).filter((entry): entry is [string, FlagValue] => entry[1] !== undefined && entry[0] in LINT_FLAGS);
    return { paths: args.path === undefined ? [] : [args.path].flat(), flags: Object.fromEntries(given) };
  }
}

/** oclif reads `--color=never` as `--color` and a path called `never`. */
function refuseSwitchValues(argv: readonly string[]): void {
  const end = argv.indexOf('--');
  for (const word of end === -1 ? argv : argv.slice(0, end)) {
    const [, written = '', name = ''] = /^(--(?:no-)?(.*?))=/s.exec(word) ?? [];
    const definition = [written.slice(2), name].flatMap((key) => (Object.hasOwn(LINT_FLAGS, key) ? (LINT_FLAGS[key] ?? []) : []))[0];
    if (definition?.kind === 'switch') throw new Errors.CLIError(`Flag ${written} takes no value`);
  }
}

function oclifFlags(): Interfaces.FlagInput {
  return Object.fromEntries(Object.entries(LINT_FLAGS).map(([name, definition]) => [name, oclifFlag(definition)]));
}

function oclifFlag(definition: FlagDefinition): Interfaces.FlagInput[string] {
  const common = {
    summary: definition.summary,
    helpGroup: definition.group,
    ...(definition.char === undefined ? {} : { char: definition.char }),
  };
  switch (definition.kind) {
    case 'switch':
      return Flags.boolean({ ...common, allowNo: definition.negatable === true });
    case 'number':
      return Flags.integer({ ...common, helpValue: definition.value });
    case 'choice':
      return definition.repeatable === true
        ? Flags.string({ ...common, options: definition.options, multiple: true, multipleNonGreedy: true })
        : Flags.string({ ...common, options: definition.options });
    case 'text':
      return definition.repeatable === true
        ? Flags.string({ ...common, helpValue: definition.value, multiple: true, multipleNonGreedy: true })
        : Flags.string({ ...common, helpValue: definition.value });
  }
}
