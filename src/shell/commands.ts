/** Shell text of an instruction, as far as rules need it: scripts made of simple commands with their context. */
import type { LogicalText } from '../dockerfile/logical-text';
import type { Instruction } from '../dockerfile/nodes';
import type { Range } from '../dockerfile/source';
import type { ShellKind } from '../dockerfile/model-types';

/** One script: a shell-form RUN, the body of one heredoc, or the text of `sh -c` in exec form. */
export interface ShellScript {
  readonly instruction: Instruction;
  readonly origin: 'shell-form' | 'heredoc' | 'exec-form';
  /** The interpreter that runs it: SHELL, the heredoc's `#!` line, or the command that reads the heredoc. */
  readonly shell: ShellKind;
  /** Options of that interpreter (SHELL words, `#!` line, `bash -e -o pipefail -c`) that are on from the start. */
  readonly errexit: boolean;
  readonly pipefail: boolean;
  readonly range: Range;
  /**
   * False for cmd, PowerShell, other interpreters and text that could not be parsed:
   * then `commands` and `pipelines` are empty and nothing is known.
   */
  readonly readable: boolean;
  /** Every simple command in the order of the text, also in loops, functions, subshells, `$(…)` and nested `sh -c '…'`. */
  readonly commands: readonly ShellCommand[];
  /** Pipelines of two members or more, in the order of the text. */
  readonly pipelines: readonly ShellPipeline[];
  /** Its `for` and `select` loops, in the order of the text. */
  readonly loops: readonly ShellLoop[];
  /** What the interpreter is given, with the place of every character. */
  readonly text: LogicalText;
}

export interface ShellLoop {
  readonly kind: 'for' | 'select';
  /** The name that it gives values to. */
  readonly variable: string;
  /** The values, before they are expanded; null for those of the script itself, `"$@"`. */
  readonly words: readonly ShellWord[] | null;
  readonly range: Range;
}

/** What joins a command to the one before it in the same list. `start`: it is the first. */
export type Connector = 'start' | '&&' | '||' | ';' | 'newline' | '&' | '|';

export interface ShellCommand {
  /** The program or builtin as written with quotes resolved; null when it is not a plain text (`$CMD`), or absent. */
  readonly name: string | null;
  /** Null only when there is no name at all, as in `A=b`. */
  readonly nameRange: Range | null;
  /** Name first, then arguments, in order; assignments in front and redirections are left out. */
  readonly words: readonly ShellWord[];
  /** Those in front of the name, and those of `env` and `sudo` on the command they run. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly range: Range;
  /** How it follows the command before it in its list. */
  readonly connector: Connector;
  /** The range of that connector; null for `start`. */
  readonly connectorRange: Range | null;
  /** What comes right behind its pipeline: `||` means that a failure is handled. Null at the end of its list. */
  readonly followedBy: '&&' | '||' | ';' | 'newline' | '&' | null;
  /**
   * Its failure cannot stop the script: a `||` stands behind it in its list or behind a construct it stands in,
   * or it is a condition, or `!` stands before it. What a function's caller does is not looked at.
   */
  readonly failureHandled: boolean;
  /**
   * Nothing runs behind it, so that its status is that of the whole script even without `set -e`.
   * False in a pipe but at its end, in the background, in loops, functions and substitutions.
   */
  readonly decidesStatus: boolean;
  /** Constructs it stands in, outermost first; empty at the top of the script. */
  readonly nesting: readonly Nesting[];
  readonly pipeline: ShellPipeline;
  /**
   * Programs in front of the real one (`env A=b`, `exec`, `command`, `time`, `nice`, `nohup`, `xargs`, `sudo -u x`, `chroot`…):
   * the command behind them is listed as one of its own, with this one as `wrapper`.
   */
  readonly wrapper: ShellCommand | null;
  /** The reverse of `wrapper`: the command this one runs (the first, if it is a `find` with several). */
  readonly wrapped: ShellCommand | null;
  /** The shell whose `-c` text it stands in (`bash -c '…'`, `su -c '…'`); null when the script's own shell runs it. */
  readonly nestedShell: NestedShell | null;
}

/** A shell started inside a script, with the options it starts with. One object per start. */
export interface NestedShell {
  readonly shell: ShellKind;
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

export type Nesting =
  | 'subshell' | 'group' | 'if' | 'condition' | 'loop' | 'case' | 'function' | 'substitution' | 'nested-script';

export interface ShellPipeline {
  readonly range: Range;
  /** The simple commands of the pipeline; compound members (loops, subshells) are represented by their last command. */
  readonly commands: readonly ShellCommand[];
  /** Ranges of its `|` signs. */
  readonly operators: readonly Range[];
  readonly negated: boolean;
}

export interface ShellWord {
  readonly range: Range;
  /** As written, continuations joined. */
  readonly raw: string;
  /** Quotes and escapes resolved; variables and substitutions kept as text. */
  readonly value: string;
  /** Quoted at least in part. */
  readonly quoted: boolean;
  /** Holds no variable, substitution or glob, so `value` is what the program gets. */
  readonly literal: boolean;
  /** Names of the variables in it, in order. */
  readonly variables: readonly string[];
  /**
   * What a shell replaces in it, in order: outermost ones only, so not what stands in `$(…)` or in the `w` of `${v:-w}`.
   * Found when it is first asked for.
   */
  readonly expansions: readonly ShellExpansion[];
}

export interface ShellExpansion {
  /** `process` is `<(…)`, `brace` is `{a,b}` and `{1..3}`, `ansi-c` is `$'…'`. */
  readonly kind: 'variable' | 'command' | 'arithmetic' | 'process' | 'brace' | 'ansi-c';
  /** From its `$` (or backquote, or brace) to its end. */
  readonly range: Range;
  /** As written, continuations joined. */
  readonly raw: string;
  /** Of a variable, or the sign of a special parameter (`1`, `@`, `?`); null for all else. */
  readonly name: string | null;
  /**
   * What is done to the variable's value: `#` in front of the name asks for its length, `!` for that of the variable it names;
   * else the sign behind the name (`:-`, `%%`, `//`, `[` for an element of an array). Null for nothing.
   */
  readonly operator: string | null;
  /** In quotes, so that its value stays one word. */
  readonly quoted: boolean;
}

export interface ShellAssignment {
  readonly range: Range;
  readonly name: string;
  /** `A+=b`. */
  readonly append: boolean;
  /** Null for arrays. */
  readonly value: ShellWord | null;
}

export interface ShellRedirect {
  readonly range: Range;
  /** Without the file descriptor: `>`, `>>`, `<`, `>&`, `&>`, `<<`, `<<-`, `<<<` and so on. */
  readonly operator: string;
  /** The number in front of the operator; null when none is written. */
  readonly fileDescriptor: number | null;
  /** The file, the text of a here-string, or the word of a heredoc. */
  readonly target: ShellWord | null;
  /** The text of a heredoc, leading tabs dropped where `<<-` asks for it; null for all else. */
  readonly body: string | null;
}

/** How rules reach the shell layer: parsed on first use, then kept. */
export interface ShellView {
  /** Scripts of a RUN, CMD, ENTRYPOINT or HEALTHCHECK; empty for anything else and for plain exec form. */
  scripts(instruction: Instruction): readonly ShellScript[];
  /**
   * All commands of the readable scripts, and the program of a plain exec form as one command.
   * Empty when nothing can be said.
   */
  commands(instruction: Instruction): readonly ShellCommand[];
}
