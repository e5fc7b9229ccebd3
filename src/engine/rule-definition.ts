/** The types behind `defineRule`. Contributors read `src/rule.ts`; this file is for the engine. */
import type { BuildInputs, DockerfileModel, Stage } from '../dockerfile/model-types';
import type { InstructionMap } from '../dockerfile/nodes';
import type { Range } from '../dockerfile/source';
import type { ShellView } from '../shell/commands';
import type { FixKind, FixScope, Severity } from './result';
import type { Suppression } from './suppression';

export type Level = Severity | 'off';

export const PRESET_NAMES = ['recommended', 'strict', 'hadolint', 'buildkit', 'cis', 'nist', 'gc'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** A subset of JSON Schema that maps onto a TypeScript type; every option has a default. */
export type OptionSchema =
  | { readonly type: 'string'; readonly default: string; readonly enum?: readonly string[]; readonly description: string }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'integer'; readonly default: number; readonly minimum?: number; readonly maximum?: number; readonly description: string }
  | {
      readonly type: 'array';
      readonly items: { readonly type: 'string'; readonly enum?: readonly string[] };
      readonly default: readonly string[];
      readonly description: string;
    };

export type OptionSchemas = Readonly<Record<string, OptionSchema>>;

type OptionValue<S extends OptionSchema> = S extends { readonly type: 'string'; readonly enum: readonly (infer E)[] }
  ? E
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'boolean' }
      ? boolean
      : S extends { readonly type: 'integer' }
        ? number
        : S extends { readonly items: { readonly enum: readonly (infer E)[] } }
          ? readonly E[]
          : readonly string[];

export type OptionsOf<O extends OptionSchemas> = { readonly [K in keyof O]: OptionValue<O[K]> };

/** One kind of finding, for rules that have several. Its aliases and presets narrow those of the rule. */
export interface MessageKind {
  readonly aliases: readonly string[];
  readonly description: string;
}

export type MessageKinds = Readonly<Record<string, MessageKind>>;

export interface PresetEntry<O extends OptionSchemas, M extends MessageKinds> {
  readonly severity?: Severity;
  /** Levels of single messages, where they differ from that of the rule. */
  readonly messages?: Readonly<Partial<Record<keyof M & string, Severity>>>;
  readonly options?: Partial<OptionsOf<O>>;
}

export interface ReportedFix {
  readonly kind: FixKind;
  readonly edits: readonly { readonly at: Range; readonly text: string }[];
  /** Default `text`. */
  readonly changes?: FixScope;
}

/** A finding as a rule states it; the engine adds id, severity and URL. */
export type Finding<M extends MessageKinds> = {
  /** The smallest text that is wrong. */
  readonly at: Range;
  /** One sentence, present tense, names the offending text and the remedy, no full stop at its end. */
  readonly message: string;
  /** Lowers the severity of this finding for want of certainty; it never raises it. */
  readonly severity?: Severity;
  readonly fix?: ReportedFix;
  /** A credential: no report shows its middle, in this finding or any other of the file. */
  readonly secret?: Range;
} & ([keyof M] extends [never]
  ? { readonly messageId?: undefined }
  : string extends keyof M
    ? { readonly messageId?: string }
    : { readonly messageId: keyof M & string });

/** Facts gathered before linting, each behind a function so that what is not asked is not loaded. */
export interface Facts {
  /** ISO date that facts which age are judged by; null: the date of their table. */
  readonly asOf: string | null;
  /** Null or missing when the build context is not known. */
  readonly context?: ContextFacts | null;
  /** What ShellCheck said of the file's RUN instructions; null or missing when it was not asked. */
  readonly shellcheck?: readonly ShellcheckFinding[] | null;
}

export interface ShellcheckFinding {
  /** `SC2035`. */
  readonly code: string;
  /** ShellCheck's `style` is an info. */
  readonly severity: Severity;
  /** As ShellCheck words it, without the full stop at the end. */
  readonly message: string;
  readonly at: Range;
}

/** The folder that is sent to the builder. Paths are relative to it, with slashes, without a leading one; '' is the folder itself. */
export interface ContextFacts {
  /** The ignore file in force, as shown to the user; null when there is none. */
  readonly ignoreFile: string | null;
  /** The ignore file leaves this very path out. */
  isIgnored(path: string): boolean;
  /** Nothing at or below this path is left in, whatever the folder holds. It may have the wildcards of a source of COPY. */
  isWhollyIgnored(path: string): boolean;
  /** There is no ignore file, or it leaves nothing out of any folder. */
  readonly ignoresNothing: boolean;
  /** Whether there is such a file or folder, before anything is ignored; null when the folder was not read. */
  holds(path: string): boolean | null;
  /** The same of folders alone. */
  holdsFolder(path: string): boolean | null;
}

export interface DockerfileContext<O extends OptionSchemas, M extends MessageKinds> {
  readonly model: DockerfileModel;
  readonly shell: ShellView;
  readonly options: OptionsOf<O>;
  readonly facts: Facts;
  // A method, as the visitors below are: the registry holds rules of every type.
  report(this: void, finding: Finding<M>): void;
}

/**
 * Called once per instruction of that keyword, in file order; for an instruction inside ONBUILD with
 * `trigger: true`, after the ONBUILD itself. `stage` comes before the stage's FROM, `end` after everything.
 */
export type DockerfileHandlers = { readonly [K in keyof InstructionMap]?: (node: InstructionMap[K]) => void } & {
  readonly stage?: (stage: Stage) => void;
  readonly end?: () => void;
};

export interface HygieneContext<O extends OptionSchemas, M extends MessageKinds> {
  readonly model: DockerfileModel;
  readonly options: OptionsOf<O>;
  readonly facts: Facts;
  readonly suppressions: readonly Suppression[];
  report(this: void, finding: Finding<M>): void;
}

export type VariantName = 'crlf' | 'bom' | 'indented' | 'lower-case' | 'backtick' | 'onbuild' | 'comments' | 'heredoc';

/** `«…»` marks the text that is reported; an empty pair `«»` marks a place. */
export type Example<O extends OptionSchemas> = {
  readonly options?: Partial<OptionsOf<O>>;
  readonly build?: Partial<BuildInputs>;
  /** ISO date for rules about facts that age. */
  readonly asOf?: string;
  /** Makes the build context known: the text of its ignore file (without: there is none), and the paths of its files. */
  readonly context?: { readonly ignore?: string; readonly files?: readonly string[] };
  /** What ShellCheck is taken to say, and of which text: the first of its kind in the example. */
  readonly shellcheck?: readonly (Omit<ShellcheckFinding, 'at'> & { readonly text: string })[];
} & (
  | { readonly good: string }
  /** `message`: text that the message of the first finding must contain. `severity`: the level of the findings when lowered. */
  | { readonly bad: string; readonly fixed?: string; readonly message?: string; readonly severity?: Severity }
);

/** With `RUN` each RUN instruction must hold one of the words itself: for a rule whose only handler is that of RUN. */
export type Mentions = readonly string[] | { readonly RUN: readonly string[] };

export interface RuleDefinition<O extends OptionSchemas = OptionSchemas, M extends MessageKinds = MessageKinds> {
  /** What is demanded or objected to, one sentence without a full stop. */
  readonly summary: string;
  /** Why it matters, for the rule's page: Markdown, a few sentences. */
  readonly why: string;
  /** When not to follow it, for the rule's page. */
  readonly exceptions?: string;
  /** Its level in `recommended`; `off` leaves it out. */
  readonly severity: Level;
  readonly presets: Readonly<Partial<Record<Exclude<PresetName, 'recommended'>, PresetEntry<O, M>>>>;
  /** `peer:id` of the same concern elsewhere. */
  readonly aliases: readonly string[];
  /** `catalogue:id` of the controls it serves. */
  readonly controls: readonly string[];
  readonly options?: O;
  readonly messages?: M;
  /** Each id that fits an alias with `*` is a message of its own, with that id (`SC2035` of `hadolint:SC*`); `messages` need not name them. */
  readonly familyMessages?: true;
  /**
   * The rule can find something only in a file that holds one of these words, and is not asked about any other: a word is a run
   * of the letters a to z, whatever their case (`src/text/words.ts`). Spares the time of a rule that has nothing to say.
   */
  readonly mentions?: Mentions;
  /** Without this fact the rule is not run, so that nothing can be said about comments for it either. */
  readonly needs?: 'shellcheck';
  // Methods, not function properties: their parameters are bivariant, so that the registry can hold rules of every type.
  dockerfile?(context: DockerfileContext<O, M>): DockerfileHandlers;
  /** For rules about suppressions: runs when it is known what was used. What it reports cannot suppress itself. */
  afterSuppress?(context: HygieneContext<O, M>): void;
  /** For a rule with `afterSuppress` by which a policy rules over comments: no comment hides what it reports. */
  readonly aboveComments?: true;
  /** Where an automatic variant of the examples gives another verdict, what must happen instead, and why. */
  readonly variants?: Readonly<Partial<Record<VariantName, { readonly expect: 'silent' | 'skip'; readonly why: string }>>>;
  /** At least one good and one bad; at most about eight; every option appears in one. */
  readonly examples: readonly Example<O>[];
}

/** A rule as the registry holds it. Its id and category are its place in the folder `rules`. */
export interface RegisteredRule {
  readonly id: string;
  readonly category: string;
  readonly rule: RuleDefinition;
}
