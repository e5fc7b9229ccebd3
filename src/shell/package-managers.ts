/** What a command asks of a package manager. */
import type { ShellCommand, ShellWord } from './commands';
import { baseName } from './interpreter';
import type { CacheShape, ManagerShape, PackageAction, PackageManagerName } from './manager-shape';
import { MANAGERS } from './package-manager-table';
import type { ChoiceLookup, PackageOption, ParsedCommandLine, VariableLookup } from './package-options';
import { parsePackageWords } from './package-options';

export type { PackageAction, PackageManagerName } from './manager-shape';
export type { ChoiceLookup, PackageOption, VariableLookup } from './package-options';

/** `unknown` when a variable may hold the option. */
export type Answer = boolean | 'unknown';

export interface PackageCommand {
  readonly manager: PackageManagerName;
  readonly command: ShellCommand;
  readonly action: PackageAction;
  /** The word of the subcommand, the place to report; null when there is none (`apt-get --version`) or a variable hides it. */
  readonly subcommand: ShellWord | null;
  /** `install`, `cache clean`; '' without one. */
  readonly subcommandText: string;
  readonly options: readonly PackageOption[];
  /** The operands: names of packages, local files, URLs, groups. Never the value of an option. */
  readonly packages: readonly ShellWord[];
  /** Words that may hold options, packages or both: variables without a known value, and substitutions. */
  readonly opaque: readonly ShellWord[];
  /** Every question is answered: by an option, by `yes |`, or because the manager never asks. */
  readonly assumeYes: Answer;
  /** Weak dependencies are left out. */
  readonly noRecommends: Answer;
  readonly quiet: Answer;
  /** It only says what it would do. */
  readonly dryRun: boolean;
  /** An option keeps it from filling a cache. */
  readonly noCache: Answer;
  readonly cache: CacheShape;
}

/** Nobody writes a longer one, and each command looks along its own. */
const LONGEST_PIPELINE = 20;
const NOTHING_KNOWN: VariableLookup = () => null;
const VERSIONED_PIP = /^pip\d+(?:\.\d+)?$/;
const PYTHON = /^(?:python|pypy)\d*(?:\.\d+)*$/;
const FALSE_WORDS: ReadonlySet<string> = new Set(['no', 'false', 'without', 'off', 'disable', '0']);

/**
 * Null when the command is no package manager's. `lookup` gives the values of variables that are known;
 * the words they hold are then read as if they were written out. `choices` gives all that the others may hold.
 */
export function packageCommand(command: ShellCommand, lookup: VariableLookup = NOTHING_KNOWN, choices?: ChoiceLookup): PackageCommand | null {
  const found = managerOf(command);
  if (found === null) return null;
  const { shape, next } = found;
  const line = parsePackageWords(command.words.slice(next), shape, lookup, choices);
  const { subcommand, subcommandText, options, operands, opaque } = line;
  return {
    manager: shape.name,
    command,
    action: actionOf(shape, line),
    subcommand,
    subcommandText,
    options,
    packages: operands,
    opaque,
    assumeYes: assumesYes(command, shape, line),
    noRecommends: leavesOutRecommends(shape, line),
    quiet: has(options, shape.quiet) || orUnknown(line),
    dryRun: has(options, shape.dryRun) || has(options, shape.long.includes('--version') ? ['-h', '--help'] : ['-h', '--help', '--version']),
    noCache: has(options, shape.cache.offOptions) || orUnknown(line),
    cache: shape.cache,
  };
}

interface FoundManager {
  readonly shape: ManagerShape;
  /** Index of the first word behind the program. */
  readonly next: number;
}

/** The names of all programs that {@link packageCommand} knows, as they may stand in a text; made at the first use. */
export function packageManagerPattern(): RegExp {
  return (pattern ??= new RegExp(`(?<![a-z])(?:${[...MANAGERS.keys(), 'python', 'pypy'].join('|')})(?![a-z])`));
}

let pattern: RegExp | null = null;

/** Whether {@link packageCommand} has an answer: most commands are no package manager's. */
export function callsPackageManager(command: ShellCommand): boolean {
  return managerOf(command) !== null;
}

function managerOf({ name, words }: ShellCommand): FoundManager | null {
  if (name === null) return null;
  const program = baseName(name);
  const shape = MANAGERS.get(program);
  if (shape !== undefined) return { shape, next: 1 };
  // `pip3.12`, `python`, `pypy`.
  if (!program.startsWith('p')) return null;
  const pip = MANAGERS.get('pip');
  if (pip === undefined) return null;
  const next = VERSIONED_PIP.test(program) ? 1 : PYTHON.test(program) ? behindModule(words, 'pip') : null;
  return next === null ? null : { shape: pip, next };
}

/** `python3 -m pip install x`, other options of Python in between: the index behind the module; null when another or none is run. */
function behindModule(words: readonly ShellWord[], module: string): number | null {
  for (let index = 1; index < words.length; index += 1) {
    const value = words[index]?.value ?? '';
    if (value === '-m') return words[index + 1]?.value === module ? index + 2 : null;
    if (!value.startsWith('-')) return null;
    if (value === '-W' || value === '-X') index += 1;
  }
  return null;
}

function actionOf(shape: ManagerShape, line: ParsedCommandLine): PackageAction {
  if (shape.name === 'pacman') return pacmanAction(line);
  if (shape.name === 'maven') return mavenAction(line);
  if ((shape.name === 'yarn' || shape.name === 'bundle') && line.subcommand === null && line.opaque.length === 0) return has(line.options, ['-v', '--version', '--help']) ? 'other' : 'install';
  return Object.hasOwn(shape.actions, line.subcommandText) ? shape.actions[line.subcommandText] ?? 'other' : 'other';
}

/** Pacman's operation is an upper-case option: `-Syu`. */
function pacmanAction({ options, operands, opaque }: ParsedCommandLine): PackageAction {
  if (has(options, ['-R', '--remove'])) return 'remove';
  if (has(options, ['-U', '--upgrade'])) return 'install';
  if (!has(options, ['-S', '--sync'])) return 'other';
  if (has(options, ['-c', '--clean'])) return 'clean';
  if (has(options, ['-w', '--downloadonly'])) return 'download';
  if (operands.length > 0 || opaque.length > 0) return 'install';
  if (has(options, ['-u', '--sysupgrade'])) return 'upgrade';
  return has(options, ['-y', '--refresh']) ? 'refresh' : 'other';
}

/** Nearly every goal fetches the plug-in that does it; what they are called is without end. */
function mavenAction({ options, subcommandText, operands, opaque }: ParsedCommandLine): PackageAction {
  const goals = [subcommandText, ...operands.map(({ value }) => value)].filter((goal) => goal !== '');
  if (has(options, ['-v', '-version', '-h', '-help']) || goals.length === 0 || opaque.length > 0) return 'other';
  if (goals.every((goal) => /(?:^|:)purge-local-repository$/.test(goal))) return 'clean';
  return goals.every((goal) => /(?:^|:)(?:go-offline|resolve(?:-plugins)?|get|copy)$/.test(goal)) ? 'download' : 'build';
}

function has(options: readonly PackageOption[], names: readonly string[]): boolean {
  return options.some((option) => names.includes(option.name) && !isFalse(option.value));
}

function isFalse(value: string | null): boolean {
  return value !== null && FALSE_WORDS.has(value.toLowerCase());
}

function orUnknown(line: ParsedCommandLine): Answer {
  return line.mayHideOptions ? 'unknown' : false;
}

function isApt(shape: ManagerShape): boolean {
  return shape.name === 'apt' || shape.name === 'apt-get';
}

function assumesYes(command: ShellCommand, shape: ManagerShape, line: ParsedCommandLine): Answer {
  if (shape.yes === 'always' || has(line.options, shape.yes)) return true;
  const inFront = shape.yesInFront ?? [];
  if (line.options.some((option) => inFront.includes(option.name) && option.inFront)) return true;
  if (isApt(shape)) {
    if (quietLevel(line.options) >= 2) return true;
    const configured = aptSetting(line.options, 'apt::get::assume-yes');
    if (configured !== null) return configured.includes('$') ? 'unknown' : !isFalse(configured);
  }
  if (isFedAnswers(command)) return true;
  return has(line.options, inFront) ? 'unknown' : orUnknown(line);
}

/** Two make apt answer yes: `-qq`, `-q -q`, `-q=2`. */
function quietLevel(options: readonly PackageOption[]): number {
  let level = 0;
  for (const { name, value } of options) {
    if (name === '-q' || name === '--quiet' || name === '--silent') level = value === null ? level + 1 : Number.parseInt(value, 10) || 0;
  }
  return level;
}

/** The last `-o Name=value`, the name without regard to case; null when it is not given. */
function aptSetting(options: readonly PackageOption[], wanted: string): string | null {
  let found: string | null = null;
  for (const { name, value } of options) {
    if ((name !== '-o' && name !== '--option') || value === null) continue;
    const sign = value.indexOf('=');
    if (sign !== -1 && value.slice(0, sign).toLowerCase() === wanted) found = value.slice(sign + 1);
  }
  return found;
}

/** `yes | apt-get install x`, `echo y | …`: something in front of it in its pipeline gives the answers. */
function isFedAnswers(command: ShellCommand): boolean {
  for (const member of command.pipeline.commands.slice(0, LONGEST_PIPELINE)) {
    if (member.range.end >= command.range.start) return false;
    if (member.name === 'yes' || member.name === 'echo' || member.name === 'printf') return true;
  }
  return false;
}

function leavesOutRecommends(shape: ManagerShape, line: ParsedCommandLine): Answer {
  if (shape.noRecommends === 'always' || has(line.options, shape.noRecommends)) return true;
  if (isApt(shape) || shape.name === 'aptitude') {
    const asked = line.options.filter((option) => option.name === '--install-recommends').at(-1);
    const setting = asked === undefined ? aptSetting(line.options, 'apt::install-recommends') : asked.value ?? 'true';
    if (setting !== null) return setting.includes('$') ? 'unknown' : isFalse(setting);
  } else {
    const weak = line.options.find((option) => option.name === '--setopt' && option.value?.toLowerCase().startsWith('install_weak_deps=') === true);
    if (weak !== undefined) return isFalse(weak.value?.slice('install_weak_deps='.length) ?? null);
  }
  return orUnknown(line);
}
