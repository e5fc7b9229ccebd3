/** Reports made by hand, for the tests of the report formats. */
import { createSource, positionAt, type Range, type Source } from '../../src/dockerfile/source';
import type { FileResult, Fix, FixKind, Problem, Report, RuleSummary, RunError, Severity, Span, SuppressedProblem } from '../../src/engine/result';

export interface ProblemSpec {
  readonly rule?: string;
  readonly severity?: Severity;
  readonly message?: string;
  readonly messageId?: string;
  /** The text that is wrong: its first occurrence, or offsets. Default: the place at offset 0. */
  readonly at?: string | Range;
  readonly fix?: { readonly kind: FixKind; readonly edits: readonly { readonly at: string | Range; readonly text: string }[] };
  /** Makes it a suppressed problem. */
  readonly by?: SuppressedProblem['by'];
  readonly reason?: string;
}

export interface FileSpec {
  readonly path?: string;
  readonly text?: string;
  readonly problems?: readonly ProblemSpec[];
  readonly notRun?: FileResult['notRun'];
  /** False: as the engine does for a file without problems. */
  readonly keepSource?: boolean;
}

export interface ReportSpec {
  readonly files?: readonly FileSpec[];
  readonly errors?: readonly RunError[];
  readonly rules?: readonly Partial<RuleSummary>[];
}

const DEFAULT_RULE = 'no-latest-tag';

export function reportOf({ files = [], errors = [], rules = [] }: ReportSpec): Report {
  const results = files.map(fileResult);
  const ids = new Set(results.flatMap(({ problems, suppressed }) => [...problems, ...suppressed].map(({ rule }) => rule)));
  const summaries = [...ids].map((id) => ruleSummary({ id, ...rules.find((rule) => rule.id === id) }));
  return {
    tool: { name: 'plimsoll', version: '0.1.0' },
    results,
    errors,
    rules: new Map(summaries.map((summary) => [summary.id, summary])),
  };
}

/** A report on one file with one problem. */
export function reportOn(text: string, problem: ProblemSpec): Report {
  return reportOf({ files: [{ text, problems: [problem] }] });
}

export function ruleSummary(rule: Partial<RuleSummary>): RuleSummary {
  const id = rule.id ?? DEFAULT_RULE;
  return {
    id,
    category: 'base-image',
    summary: `What ${id} demands`,
    severity: 'warning',
    aliases: [],
    controls: [],
    url: `https://plimsoll.example/rules/${id}`,
    ...rule,
  };
}

export function spanOf(source: Source, range: Range): Span {
  const start = positionAt(source, range.start);
  const end = positionAt(source, range.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function fileResult({ path = 'Dockerfile', text = '', problems = [], notRun = [], keepSource = true }: FileSpec): FileResult {
  const source = createSource(path, text);
  const made = problems.map((spec) => ({ spec, problem: problemOf(source, spec) }));
  return {
    path,
    subject: 'dockerfile',
    problems: made.filter(({ spec }) => spec.by === undefined).map(({ problem }) => problem),
    suppressed: made.flatMap(({ spec, problem }) =>
      spec.by === undefined ? [] : [{ ...problem, by: spec.by, reason: spec.reason ?? null }],
    ),
    notRun,
    source: keepSource ? source : null,
  };
}

function problemOf(source: Source, spec: ProblemSpec): Problem {
  const range = rangeOf(source, spec.at);
  const fix: Fix | null =
    spec.fix === undefined
      ? null
      : {
          kind: spec.fix.kind,
          changes: 'text',
          edits: spec.fix.edits.map(({ at, text }) => ({ ...rangeOf(source, at), text })),
        };
  return {
    rule: spec.rule ?? DEFAULT_RULE,
    messageId: spec.messageId ?? null,
    severity: spec.severity ?? 'warning',
    message: spec.message ?? 'something is wrong',
    ...range,
    span: spanOf(source, range),
    fix,
  };
}

function rangeOf(source: Source, at: string | Range | undefined): Range {
  if (at === undefined) return { start: source.bomLength, end: source.bomLength };
  if (typeof at !== 'string') return at;
  const start = source.text.indexOf(at);
  if (start === -1) throw new Error(`not in the text: ${at}`);
  return { start, end: start + at.length };
}
