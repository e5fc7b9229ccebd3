/** Commands that compile: the evidence that a stage holds a tool chain it needs only while building. */
import type { Language } from '../knowledge/base-image';
import type { Range } from '../dockerfile/source';
import type { ShellCommand, ShellWord } from './commands';
import { baseName } from './interpreter';
import type { CompilerShape } from './toolchain-table';
import { COMPILERS, COMPILER_ALIASES } from './toolchain-table';

export interface CompileCommand {
  readonly language: Language;
  /**
   * `project`: compiles what is in the stage. `tool`: compiles a published program (`go install x@v1`, `cargo install x`).
   * `build-tool`: `make` and the like, which compile only if the project says so; `language` is then a guess.
   */
  readonly kind: 'project' | 'tool' | 'build-tool';
  /** `go build`, `mvn`: program and subcommand as a person would call it. */
  readonly what: string;
  /** Program and subcommand in the source. */
  readonly range: Range;
  /** The file or folder that the call says to write, as written; null when it says none, or not literally. */
  readonly output: string | null;
  /** Where the tool writes unless told otherwise, relative to the project; null when there is no such place. */
  readonly usualOutput: string | null;
  /** For `tool`: the name of the program that it makes, as far as the call tells. */
  readonly program: string | null;
}

const CROSS_COMPILER = /^(?:[\w.]+-)+(gcc|g\+\+|cc|c\+\+|gfortran|clang|clang\+\+|emcc)(?:-\d[\d.]*)?$/;
const VERSIONED_COMPILER = /^(gcc|g\+\+|clang|clang\+\+|gfortran|go|ghc|scalac|dmd|ldc2)-?\d[\d.]*$/;
const ASKS_ONLY: ReadonlySet<string> = new Set([
  '--version', '-version', '-V', '-vV', '--help', '-help', '-h', '-help-all', '/?', '-dumpmachine', '-dumpversion', '-dumpspecs', '-dumpfullversion',
  '-###', '-E', '-M', '-MM', '--dry-run', '--just-print', '--print', '--show-bin-path', '--list-targets',
]);
const OUTPUT_OPTIONS: ReadonlySet<string> = new Set(['-o', '--output', '--out-dir', '--outdir', '--root', '--output-dir', '--prefix', '--release-dir']);
/** Word options that name a goal to print and build nothing. */
const SILENT_TASKS: ReadonlySet<string> = new Set(['help', 'version', '-v', '-n']);

/** Their `install` writes to a folder of the user, not of the project. */
const INSTALLERS: ReadonlySet<string> = new Set(['cargo', 'cabal', 'stack']);

let pattern: RegExp | null = null;

/** The names of all programs that {@link compileCommand} knows, as they may stand in a text; made at the first use. */
export function compilerPattern(): RegExp {
  return (pattern ??= patternOfNames([...COMPILERS.keys(), ...COMPILER_ALIASES.keys()]));
}

function patternOfNames(names: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z])(?:${names.map((name) => name.replace(/[.+]/g, '\\$&')).join('|')})(?![a-z])`);
}

/** Null when the command compiles nothing, or only asks the compiler a question. */
export function compileCommand(command: ShellCommand): CompileCommand | null {
  if (command.name === null) return null;
  const program = programOf(baseName(command.name));
  const shape = COMPILERS.get(program);
  if (shape === undefined) return null;
  const args = command.words.slice(1);
  if (args.some((word) => ASKS_ONLY.has(word.value))) return null;
  const evidence = evidenceIn(args, shape);
  if (evidence === null) return null;

  const [first] = command.words;
  const task = evidence.task;
  const start = first?.range.start ?? command.range.start;
  const kind = kindOf(program, shape, task, args);
  return {
    language: languageOf(program, shape, args),
    kind,
    what: task === null || !isShort(task.value) ? program : `${program} ${task.value}`,
    range: { start, end: task?.range.end ?? first?.range.end ?? command.range.end },
    output: outputOf(program, args),
    usualOutput: INSTALLERS.has(program) && task?.value.endsWith('install') === true ? null : (shape.usual ?? null),
    program: kind === 'tool' && task !== null ? toolName(args, task) : null,
  };
}

/** `x86_64-linux-gnu-gcc-12`, `clang++-15` and `gmake` under the name of the table. */
function programOf(name: string): string {
  return COMPILER_ALIASES.get(name) ?? (COMPILERS.has(name) ? name : (CROSS_COMPILER.exec(name) ?? VERSIONED_COMPILER.exec(name))?.[1] ?? name);
}

interface Evidence {
  /** The subcommand, phase or goal; null when a source file or an option of one letter decided. */
  readonly task: ShellWord | null;
}

const NO_TASK: Evidence = { task: null };

function evidenceIn(args: readonly ShellWord[], shape: CompilerShape): Evidence | null {
  const { tasks, sources, outputs, idle, alone } = shape;
  const operands = operandsOf(args, shape.values ?? []);
  const [first] = operands;
  if (SILENT_TASKS.has(first?.value ?? '')) return null;
  if (operands.length === 0 && alone === true && !args.some((word) => SILENT_TASKS.has(word.value))) return NO_TASK;
  if (tasks !== undefined) {
    const found = operands.find(({ value }, index) => {
      const pair = `${value} ${operands[index + 1]?.value ?? ''}`;
      return idle?.test(value) !== true && tasks.some((task) => task.test(value) || task.test(pair));
    });
    if (found !== undefined) return { task: found };
  }
  if (sources !== undefined && operands.some((word) => sources.test(word.value))) return NO_TASK;
  const output = outputs === undefined ? undefined : args.find((word) => outputs.some((option) => word.value === option || (option === '-of' && word.value.startsWith('-of='))));
  return output === undefined ? null : output.value.startsWith('--') ? { task: output } : NO_TASK;
}

/** Words that are neither options nor values of options; `+nightly` and `A=b` are no operands either. */
function operandsOf(args: readonly ShellWord[], values: readonly string[]): readonly ShellWord[] {
  const operands: ShellWord[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index];
    if (word === undefined) break;
    if (values.includes(word.value)) index += 1;
    else if (!/^[-+]/.test(word.value) && !/^\w+=/.test(word.value)) operands.push(word);
  }
  return operands;
}

function isShort(text: string): boolean {
  return text.length <= 30 && !/\s/.test(text);
}

function languageOf(program: string, shape: CompilerShape, args: readonly ShellWord[]): Language {
  if (shape.language === 'c' && shape.kind === undefined && args.some((word) => /\.(?:cc|cpp|cxx|c\+\+|C)$/.test(word.value))) return 'c++';
  if (program === 'zig' && (args[0]?.value === 'cc' || args[0]?.value === 'c++')) return args[0].value === 'cc' ? 'c' : 'c++';
  return shape.language;
}

function kindOf(program: string, shape: CompilerShape, task: ShellWord | null, args: readonly ShellWord[]): CompileCommand['kind'] {
  if (shape.kind !== undefined) return shape.kind;
  if (program === 'go' && task?.value === 'install' && args.some((word) => word.value.includes('@'))) return 'tool';
  if (program === 'cargo' && task?.value === 'install' && !args.some((word) => word.value === '--path' || word.value.startsWith('--path='))) return 'tool';
  return 'project';
}

/** The last part of `example.org/x/cmd/y/v2@v2.1` is `y`; of `ripgrep`, itself. */
function toolName(args: readonly ShellWord[], task: ShellWord): string | null {
  const word = args.slice(args.indexOf(task) + 1).find(({ value }) => !/^[-+]/.test(value));
  const path = /^[^@$]+/.exec(word?.value ?? '')?.[0] ?? '';
  const parts = path.split('/').filter((part) => part !== '' && !/^v\d+$/.test(part));
  return parts[parts.length - 1] ?? null;
}

function outputOf(program: string, args: readonly ShellWord[]): string | null {
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index];
    if (word === undefined) break;
    const { value } = word;
    const isOption = OUTPUT_OPTIONS.has(value) || (program === 'javac' && value === '-d');
    if (isOption) {
      const path = args[index + 1];
      return path?.literal === true ? path.value : null;
    }
    const attached = /^(?:--output|--out-dir|--root|-of)=?(.+)$/.exec(value);
    if (attached !== null && word.literal) return attached[1] ?? null;
  }
  return null;
}
