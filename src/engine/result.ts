/** What a run yields: plain data that every report format reads. */
import type { Source } from '../dockerfile/source';

export type Severity = 'error' | 'warning' | 'info';

/** 0-based, UTF-16 columns, end exclusive; a BOM on the first line is no column. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Replaces `[start, end)` (source offsets) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type FixKind = 'safe' | 'suggestion';

export interface Fix {
  readonly kind: FixKind;
  readonly edits: readonly Edit[];
  /** What applying it may change; the engine holds it to that. */
  readonly changes: FixScope;
  /** An edit holds a credential: it may be applied, but no report shows it. */
  readonly holdsSecret?: true;
}

/** From the narrowest: the text alone, the list of instructions, the stages, the image that is built. */
export type FixScope = 'text' | 'instructions' | 'stages' | 'image';

export interface Problem {
  readonly rule: string;
  readonly messageId: string | null;
  readonly severity: Severity;
  readonly message: string;
  /** Source offsets. */
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  readonly fix: Fix | null;
}

export interface SuppressedProblem extends Problem {
  readonly by: 'comment' | 'baseline' | 'waiver';
  /** What the author gave as reason; null when none was given. */
  readonly reason: string | null;
}

export interface FileResult {
  readonly path: string;
  readonly subject: 'dockerfile';
  /** Sorted by line, column, rule. */
  readonly problems: readonly Problem[];
  readonly suppressed: readonly SuppressedProblem[];
  readonly notRun: readonly { readonly rule: string; readonly reason: string }[];
  /** For reports only, with credentials hidden: never to be written back. Kept where a problem (suppressed or not) needs it. */
  readonly source: Source | null;
}

/** A file that could not be linted at all. */
export interface RunError {
  readonly path: string;
  readonly message: string;
}

/** All that a report format is given. */
export interface Report {
  readonly tool: { readonly name: 'plimsoll'; readonly version: string };
  /** Sorted by path. */
  readonly results: readonly FileResult[];
  readonly errors: readonly RunError[];
  /** Metadata of every rule that appears in a problem or suppressed problem. */
  readonly rules: ReadonlyMap<string, RuleSummary>;
}

export interface RuleSummary {
  readonly id: string;
  readonly category: string;
  readonly summary: string;
  /** Its level in the settings of this run's root, for formats that describe rules. */
  readonly severity: Severity;
  readonly aliases: readonly string[];
  readonly controls: readonly string[];
  readonly url: string;
}
