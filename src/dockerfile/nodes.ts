/**
 * What a Dockerfile consists of: immutable, ordered, disjoint nodes. Between the nodes of a file lie
 * only the byte-order mark and white space; between the children of an instruction only white space,
 * continuations and comments. All ranges are source offsets.
 */
import type { LogicalText } from './logical-text';
import type { Range } from './source';

export type { LogicalText } from './logical-text';
export type { Position, Range, Source } from './source';

export const KEYWORDS = [
  'ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER',
  'ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR',
] as const;

export type Keyword = (typeof KEYWORDS)[number];

/** A parser directive: `# escape=x` and the like, only in the head of the file. */
export interface Directive {
  readonly kind: 'directive';
  readonly range: Range;
  /** Lower case. */
  readonly name: string;
  readonly nameRange: Range;
  readonly value: string;
  readonly valueRange: Range;
}

/** From `#` up to the line end, which is left out. Comments inside a continued instruction belong to that instruction. */
export interface Comment {
  readonly kind: 'comment';
  readonly range: Range;
  /** Behind `#`, blanks trimmed. */
  readonly text: string;
}

/** Blank-separated text, quotes respected. */
export interface Word {
  readonly range: Range;
  /** As written but with continuations joined: quotes, escapes and variables are kept. */
  readonly raw: string;
  /** Quotes and escapes resolved; variables are left as text. Use `model.resolve` for their values. */
  readonly value: string;
}

/** `--name` or `--name=value` right behind a keyword. */
export interface Flag {
  readonly range: Range;
  /** Without the dashes, as written. */
  readonly name: string;
  readonly nameRange: Range;
  /** What stands behind `=`; null when there is no `=`. */
  readonly value: Word | null;
  /** The comma-separated (CSV) options of `--mount` and `--device`; empty for other flags. */
  readonly options: readonly FlagOption[];
}

export interface FlagOption {
  readonly range: Range;
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Word | null;
}

/** `key=value`, or a bare key (`ARG name`), or the old form `key rest of line`. */
export interface Pair {
  readonly range: Range;
  readonly key: Word;
  readonly value: Word | null;
}

export interface Heredoc {
  /** The whole word: `3<<-"X"`. */
  readonly range: Range;
  /** The end line, quotes removed. */
  readonly name: string;
  /** Quoted wholly or partly: the builder does not expand the body. */
  readonly quoted: boolean;
  /** `<<-`: leading tabs of the body and of the end line are dropped. */
  readonly stripTabs: boolean;
  readonly fileDescriptor: number | null;
  /** Text between the logical line and the end line, as in the source; up to the end of the file when there is no end line. */
  readonly bodyRange: Range;
  /** The end line without its line end; null when the heredoc never ends. */
  readonly endRange: Range | null;
}

/** A JSON array of strings, accepted only if `JSON.parse` accepts it. */
export interface JsonArray {
  readonly form: 'json';
  readonly range: Range;
  readonly elements: readonly JsonString[];
}

export interface JsonString {
  /** With its quotes. */
  readonly range: Range;
  readonly value: string;
}

/** Text that goes to a shell: what stands behind keyword and flags, heredoc words included. */
export interface ShellText {
  readonly form: 'shell';
  readonly range: Range;
  readonly logical: LogicalText;
}

export type CommandLine = JsonArray | ShellText;

interface InstructionOf<K extends Keyword | 'UNKNOWN'> {
  readonly kind: 'instruction';
  readonly keyword: K;
  /** As written, with continuations inside it joined. */
  readonly keywordText: string;
  readonly keywordRange: Range;
  /** From the keyword (or a lone escape character in front of it) to the end of the logical line, or of the last heredoc's end line. */
  readonly range: Range;
  /** The logical line from its keyword on, without heredoc bodies. */
  readonly logical: LogicalText;
  /** What stands behind the keyword, continuations joined, blanks at both ends trimmed. */
  readonly argumentText: string;
  /** Range of `argumentText` without trailing blanks; null when nothing stands behind the keyword. */
  readonly argumentRange: Range | null;
  readonly flags: readonly Flag[];
  /** The arguments behind the flags without heredoc words, split at blanks outside quotes. Empty in JSON form. */
  readonly words: readonly Word[];
  /** Those of an ONBUILD belong to the instruction inside it. */
  readonly heredocs: readonly Heredoc[];
  /** Comment lines between its continued lines; for ONBUILD also those of the instruction inside it. */
  readonly comments: readonly Comment[];
  /** True for the instruction inside an ONBUILD. */
  readonly trigger: boolean;
}

export interface FromInstruction extends InstructionOf<'FROM'> {
  readonly image: Word | null;
  readonly as: { readonly keyword: Word; readonly name: Word | null } | null;
}
export interface RunInstruction extends InstructionOf<'RUN'> {
  readonly command: CommandLine | null;
}
export interface CmdInstruction extends InstructionOf<'CMD'> {
  readonly command: CommandLine | null;
}
export interface EntrypointInstruction extends InstructionOf<'ENTRYPOINT'> {
  readonly command: CommandLine | null;
}
/** `type` is the first word: `NONE` or `CMD` in any case, or something invalid; null when missing. */
export interface HealthcheckInstruction extends InstructionOf<'HEALTHCHECK'> {
  readonly type: Word | null;
  readonly command: CommandLine | null;
}
export interface ShellInstruction extends InstructionOf<'SHELL'> {
  readonly command: JsonArray | null;
}
interface FileInstruction {
  readonly form: 'words' | 'json';
  /** All but the last word; heredoc words are left out (see `heredocs`). */
  readonly sources: readonly Word[];
  readonly destination: Word | null;
}
export interface CopyInstruction extends InstructionOf<'COPY'>, FileInstruction {}
export interface AddInstruction extends InstructionOf<'ADD'>, FileInstruction {}
interface PairInstruction {
  /** `legacy` is the old form with a blank in place of the equals sign. */
  readonly form: 'pairs' | 'legacy';
  readonly pairs: readonly Pair[];
}
export interface EnvInstruction extends InstructionOf<'ENV'>, PairInstruction {}
export interface LabelInstruction extends InstructionOf<'LABEL'>, PairInstruction {}
export interface ArgInstruction extends InstructionOf<'ARG'> {
  readonly pairs: readonly Pair[];
}
export interface ExposeInstruction extends InstructionOf<'EXPOSE'> {
  readonly ports: readonly Word[];
}
export interface VolumeInstruction extends InstructionOf<'VOLUME'> {
  readonly form: 'words' | 'json';
  readonly paths: readonly Word[];
}
/** The whole rest of the line is the path. */
export interface WorkdirInstruction extends InstructionOf<'WORKDIR'> {
  readonly path: Word | null;
}
export interface UserInstruction extends InstructionOf<'USER'> {
  readonly user: Word | null;
}
export interface StopsignalInstruction extends InstructionOf<'STOPSIGNAL'> {
  readonly signal: Word | null;
}
export type MaintainerInstruction = InstructionOf<'MAINTAINER'>;
export interface OnbuildInstruction extends InstructionOf<'ONBUILD'> {
  /** The instruction it wraps, with `trigger: true`; null when nothing stands behind ONBUILD, and for an ONBUILD inside ONBUILD. */
  readonly instruction: Instruction | null;
}
export type UnknownInstruction = InstructionOf<'UNKNOWN'>;

export interface InstructionMap {
  readonly ADD: AddInstruction;
  readonly ARG: ArgInstruction;
  readonly CMD: CmdInstruction;
  readonly COPY: CopyInstruction;
  readonly ENTRYPOINT: EntrypointInstruction;
  readonly ENV: EnvInstruction;
  readonly EXPOSE: ExposeInstruction;
  readonly FROM: FromInstruction;
  readonly HEALTHCHECK: HealthcheckInstruction;
  readonly LABEL: LabelInstruction;
  readonly MAINTAINER: MaintainerInstruction;
  readonly ONBUILD: OnbuildInstruction;
  readonly RUN: RunInstruction;
  readonly SHELL: ShellInstruction;
  readonly STOPSIGNAL: StopsignalInstruction;
  readonly USER: UserInstruction;
  readonly VOLUME: VolumeInstruction;
  readonly WORKDIR: WorkdirInstruction;
  readonly UNKNOWN: UnknownInstruction;
}

export type Instruction = InstructionMap[keyof InstructionMap];

/** A physical line that is longer than the builder reads. `bytes` counts UTF-8 without the line end. */
export interface OverlongLine {
  readonly range: Range;
  readonly bytes: number;
}

/** A heredoc word in an instruction that takes none, or in JSON form. */
export interface MisplacedHeredoc {
  readonly range: Range;
  readonly keyword: string;
}

/** The file as parsed: what `scan` and `parse` together know. */
export interface DockerfileDocument {
  readonly directives: readonly Directive[];
  /** All directive-like lines that the builder refuses: a repeated key, a bad escape character. */
  readonly refusedDirectives: readonly { readonly directive: Directive; readonly reason: 'repeated' | 'invalid-escape' }[];
  /** Backslash unless an `escape` directive says backtick. */
  readonly escape: '\\' | '`';
  /** Comments between instructions, in order. */
  readonly comments: readonly Comment[];
  /** In order; instructions inside ONBUILD are children of theirs. */
  readonly instructions: readonly Instruction[];
  readonly overlongLines: readonly OverlongLine[];
  readonly misplacedHeredocs: readonly MisplacedHeredoc[];
  /** Offsets of NUL characters; at most the first is kept. */
  readonly nulOffset: number | null;
  /** Places at which dockerfile-ast reads other instructions than our scan; the scan wins. Expected: none. */
  readonly disagreements: readonly string[];
}
