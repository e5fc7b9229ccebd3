/**
 * Commands that install what a project declares in a file of its own, with no package named: `npm ci`, `bundle install`.
 * Sources: the tools' own command references, state of 2026.
 */
import type { DockerfileModel } from '../dockerfile/model-types';
import type { Instruction } from '../dockerfile/nodes';
import type { ShellCommand, ShellView, ShellWord } from './commands';
import { baseName } from './interpreter';
import { packageCommands } from './package-commands';

export type DependencyTool = 'npm' | 'yarn' | 'pnpm' | 'bun' | 'pip' | 'uv' | 'poetry' | 'bundle' | 'composer' | 'cargo' | 'go' | 'dotnet';

export interface DependencyInstall {
  readonly tool: DependencyTool;
  readonly command: ShellCommand;
  /** Null for a bare `yarn` or `bundle`. */
  readonly subcommand: ShellWord | null;
  /** It takes exactly what the lock file says, or fails. `unknown` when a variable may say so, or the user asks for the reverse. */
  readonly locked: boolean | 'unknown';
}

interface ToolShape {
  readonly tool: DependencyTool;
  /** Subcommands that install; '' stands for none. */
  readonly installs: readonly string[];
  /** Those of them that take the lock file as it is. */
  readonly lockedBy: readonly string[];
  readonly lockOptions: readonly string[];
  /** Options without which it installs something else. */
  readonly needs?: RegExp;
  /** Options with which it installs something else. */
  readonly not?: RegExp;
  /** Options whose value is the next word. */
  readonly values: readonly string[];
  /** Words behind the subcommand are projects, not packages. */
  readonly takesProjects?: true;
}

const NPM_VALUES = ['--prefix', '-C', '--registry', '--cache', '--userconfig', '--omit', '--include', '--only', '--loglevel', '--workspace', '-w', '--filter', '--dir', '--store-dir'];

/** By the name of the program. */
const TOOLS: ReadonlyMap<string, ToolShape> = new Map<string, ToolShape>([
  ['npm', {
    tool: 'npm', installs: ['install', 'i', 'in', 'isntall', 'ci', 'ic', 'clean-install', 'install-clean'], lockedBy: ['ci', 'ic', 'clean-install', 'install-clean'],
    lockOptions: [], not: /^(?:-g|--global|--location=global)$/, values: NPM_VALUES,
  }],
  ['yarn', {
    tool: 'yarn', installs: ['', 'install'], lockedBy: [], lockOptions: ['--frozen-lockfile', '--immutable'], not: /^(?:--version|-v|--help|-h)$/,
    values: ['--cwd', '--cache-folder', '--modules-folder', '--registry', '--network-timeout', '--mutex', '--network-concurrency'],
  }],
  ['pnpm', { tool: 'pnpm', installs: ['install', 'i'], lockedBy: [], lockOptions: ['--frozen-lockfile'], not: /^(?:-g|--global)$/, values: NPM_VALUES }],
  ['bun', { tool: 'bun', installs: ['install', 'i'], lockedBy: [], lockOptions: ['--frozen-lockfile'], not: /^(?:-g|--global)$/, values: ['--cwd', '--cache-dir'] }],
  ['pip', {
    tool: 'pip', installs: ['install'], lockedBy: [], lockOptions: ['--require-hashes'], needs: /^(?:-r|--requirement)/,
    values: ['-r', '--requirement', '-c', '--constraint', '-i', '--index-url', '--extra-index-url', '-f', '--find-links', '--trusted-host', '--timeout', '--retries', '-t', '--target', '--prefix', '--cache-dir', '--progress-bar', '--root-user-action'],
  }],
  ['uv', {
    tool: 'uv', installs: ['sync'], lockedBy: [], lockOptions: ['--locked', '--frozen'],
    values: ['--extra', '--group', '--no-group', '--only-group', '--package', '--python', '-p', '--index', '--index-url', '--default-index', '--project', '--directory', '--no-install-package'],
  }],
  ['poetry', { tool: 'poetry', installs: ['install'], lockedBy: ['install'], lockOptions: [], values: ['--with', '--without', '--only', '-E', '--extras', '-C', '--directory', '-P', '--project'] }],
  ['bundle', {
    tool: 'bundle', installs: ['', 'install'], lockedBy: [], lockOptions: ['--frozen', '--deployment'], not: /^(?:--version|-v|--help|-h)$/,
    values: ['--jobs', '-j', '--retry', '--without', '--with', '--path', '--gemfile', '--binstubs'],
  }],
  ['composer', { tool: 'composer', installs: ['install', 'i', 'update', 'u', 'upgrade'], lockedBy: ['install', 'i'], lockOptions: [], values: ['-d', '--working-dir'] }],
  ['cargo', {
    tool: 'cargo', installs: ['build', 'b', 'fetch', 'install'], lockedBy: [], lockOptions: ['--locked', '--frozen'],
    values: ['--target', '--features', '-F', '--package', '-p', '--bin', '--profile', '--manifest-path', '--target-dir', '--jobs', '-j', '--root', '--path', '-Z', '--config', '--example'],
  }],
  ['go', { tool: 'go', installs: ['mod download'], lockedBy: ['mod download'], lockOptions: [], values: [] }],
  ['dotnet', { tool: 'dotnet', installs: ['restore'], lockedBy: [], lockOptions: ['--locked-mode'], values: ['-r', '--runtime', '-s', '--source', '--configfile', '-v', '--verbosity', '--packages', '-a', '--arch'], takesProjects: true }],
]);

/** Several rules ask about the same RUN. Nodes are immutable and belong to one model, so an answer never ages. */
const answers = new WeakMap<Instruction, readonly DependencyInstall[]>();

/** Those of an instruction, in the order of the text. */
export function dependencyInstalls(model: DockerfileModel, shell: ShellView, instruction: Instruction): readonly DependencyInstall[] {
  const known = answers.get(instruction);
  if (known !== undefined) return known;
  const found: DependencyInstall[] = [];
  answers.set(instruction, found);
  // All of them are package managers.
  for (const { command } of packageCommands(model, shell, instruction)) {
    const install = dependencyInstall(command);
    if (install !== null) found.push(install);
  }
  return found;
}

/** Null when the command installs nothing, or packages that it names. */
function dependencyInstall(command: ShellCommand): DependencyInstall | null {
  const shape = shapeOf(command);
  if (shape === null) return null;
  const { tool, installs, lockedBy, lockOptions, needs, not, values, takesProjects } = shape;
  const { options, operands, isOpaque } = readWords(command.words.slice(behindProgram(command)), values);
  const [subcommand = null, second] = operands;
  const text = subcommand === null ? '' : subcommand.value === 'mod' && second !== undefined ? `mod ${second.value}` : subcommand.value;
  if (!installs.includes(text)) return null;
  const rest = operands.slice(text.split(' ').filter((word) => word !== '').length);
  if (rest.length > 0 && takesProjects !== true) return null;
  const names = options.map(({ value }) => value.replace(/=.*/s, ''));
  if (needs !== undefined && !names.some((name) => needs.test(name))) return null;
  if (not !== undefined && options.some(({ value }) => not.test(value))) return null;
  if (tool === 'cargo' && text === 'install' && !names.includes('--path')) return null;
  const asksReverse = names.some((name) => name.startsWith('--no-') && lockOptions.includes(`--${name.slice('--no-'.length)}`));
  const locked = lockedBy.includes(text) || names.some((name) => lockOptions.includes(name)) || (asksReverse || isOpaque ? 'unknown' : false);
  return { tool, command, subcommand, locked };
}

function shapeOf({ name, words }: ShellCommand): ToolShape | null {
  if (name === null) return null;
  const program = baseName(name);
  const known = TOOLS.get(/^pip\d/.test(program) ? 'pip' : program === 'bundler' ? 'bundle' : program);
  if (known !== undefined) return known;
  return /^python[\d.]*$/.test(program) && words[1]?.value === '-m' && words[2]?.value === 'pip' ? (TOOLS.get('pip') ?? null) : null;
}

/** Index of the first word behind the program. */
function behindProgram({ words }: ShellCommand): number {
  return words[1]?.value === '-m' && words[2]?.value === 'pip' ? 3 : 1;
}

interface ReadWords {
  readonly options: readonly ShellWord[];
  readonly operands: readonly ShellWord[];
  /** A variable or substitution may hold options. */
  readonly isOpaque: boolean;
}

function readWords(words: readonly ShellWord[], values: readonly string[]): ReadWords {
  const options: ShellWord[] = [];
  const operands: ShellWord[] = [];
  let isOpaque = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (word.value.startsWith('-')) {
      options.push(word);
      if (values.includes(word.value)) at += 1;
    } else if (/^(?:\$|`)/.test(word.value)) {
      isOpaque = true;
    } else {
      operands.push(word);
    }
  }
  return { options, operands, isOpaque };
}
