/** What git is asked to do, and which revisions it is asked for. Source: the git 2.49 manual pages. */
import type { CommandOption } from './command-line';
import { readCommandLine } from './command-line';
import type { ShellCommand, ShellWord } from './commands';
import { baseName } from './interpreter';
import type { VariableLookup } from './package-options';

export interface GitCommand {
  /** `clone`, `checkout`; `submodule` alone of `submodule update`. */
  readonly subcommand: string;
  /** Those behind the subcommand. */
  readonly options: readonly CommandOption[];
  readonly operands: readonly ShellWord[];
}

/** Options in front of the subcommand whose value is the next word. */
const IN_FRONT: ReadonlySet<string> = new Set(['-C', '-c', '--git-dir', '--work-tree', '--namespace', '--config-env']);

/** By subcommand: letters of short options, then long options, that take a value. */
const SHAPES: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  clone: ['bcjou', [
    '--branch', '--config', '--depth', '--filter', '--jobs', '--origin', '--reference', '--reference-if-able', '--revision', '--separate-git-dir', '--server-option',
    '--shallow-exclude', '--shallow-since', '--template', '--upload-pack', '--bundle-uri', '--ref-format',
  ]],
  checkout: ['bB', ['--orphan', '--conflict', '--pathspec-from-file']],
  switch: ['cC', ['--create', '--force-create', '--orphan', '--conflict']],
  fetch: ['joS', ['--depth', '--deepen', '--jobs', '--filter', '--refmap', '--server-option', '--shallow-exclude', '--shallow-since', '--upload-pack', '--negotiation-tip']],
  worktree: ['bB', ['--reason']],
  archive: ['o', ['--format', '--prefix', '--output', '--remote', '--exec']],
};

/** Null when the command is not git's, or does not say what git is to do. */
export function gitCommand(command: ShellCommand, lookup?: VariableLookup): GitCommand | null {
  if (command.name === null || baseName(command.name) !== 'git') return null;
  const { words } = command;
  let index = 1;
  while (words[index]?.value.startsWith('-') === true) index += IN_FRONT.has(words[index]?.value ?? '') ? 2 : 1;
  const subcommand = words[index];
  if (subcommand === undefined || !subcommand.literal) return null;
  const [short, long] = (Object.hasOwn(SHAPES, subcommand.value) ? SHAPES[subcommand.value] : undefined) ?? ['', []];
  return { subcommand: subcommand.value, ...readCommandLine({ ...command, words: words.slice(index) }, { short, long }, lookup) };
}

/**
 * The revision that a command puts into the working tree of a clone, as written, with known variables resolved;
 * null when it puts none there, or none that it names.
 */
export function checkedOutRevision({ subcommand, options, operands }: GitCommand): string | null {
  switch (subcommand) {
    case 'checkout': case 'switch': case 'archive':
      return operands[0]?.value ?? null;
    case 'reset':
      return options.some(({ name }) => name === '--hard' || name === '--merge' || name === '--keep') ? (operands[0]?.value ?? null) : null;
    case 'fetch': case 'pull':
      return operands[1]?.value ?? null;
    case 'worktree':
      return operands[0]?.value === 'add' ? (operands[2]?.value ?? null) : null;
    default:
      return null;
  }
}
