/** From what a rule reports to a problem: id, severity, place, and edits in the line ends of the file. */
import type { RuleSetting } from '../config/settings';
import { positionAt, type Range, type Source } from '../dockerfile/source';
import { findConflict, isWithin } from './edits';
import type { Fix, Problem, Severity, Span } from './result';
import type { Level, ReportedFix } from './rule-definition';

/** A finding of any rule, whatever its message ids. */
export interface AnyFinding {
  readonly at: Range;
  readonly message: string;
  readonly severity?: Severity;
  readonly fix?: ReportedFix;
  readonly messageId?: string | undefined;
  readonly secret?: Range;
}

export interface Stamped {
  /** Null when the settings turn this message off. */
  readonly problem: Problem | null;
  /** What is wrong with the finding itself, which is a bug of the rule; null when nothing is. */
  readonly fault: string | null;
}

const RANK: Readonly<Record<Level, number>> = { off: 0, info: 1, warning: 2, error: 3 };

/** The level of one message of a rule, before a finding lowers it. */
export function levelOf(setting: RuleSetting, messageId: string | null): Level {
  return (messageId === null ? undefined : setting.messages[messageId]) ?? setting.severity;
}

/** Whether the rule has anything to say under these settings: a rule that is off may have one message on. */
export function isOn(setting: RuleSetting): boolean {
  return setting.severity !== 'off' || Object.values(setting.messages).some((level) => level !== 'off');
}

/**
 * A finding lowers the level for want of certainty and never raises it. That holds for a level that the user gave as
 * well: it replaces the rule's level, but makes nothing more certain.
 */
function severityOf(setting: RuleSetting, messageId: string | null, lowered: Severity | undefined): Level {
  const level = levelOf(setting, messageId);
  return lowered !== undefined && RANK[lowered] < RANK[level] ? lowered : level;
}

export function stamp(finding: AnyFinding, rule: string, setting: RuleSetting, source: Source): Stamped {
  const messageId = finding.messageId ?? null;
  const severity = severityOf(setting, messageId, finding.severity);
  if (severity === 'off') return { problem: null, fault: null };
  const { length } = source.text;
  const inside = isWithin(finding.at, length);
  const at = inside ? finding.at : clamp(finding.at, length);
  const fix = finding.fix === undefined ? null : stampFix(finding.fix, source);
  const conflict = fix === null ? null : findConflict(fix.edits, length);
  const problem: Problem = {
    rule, messageId, severity, message: finding.message, start: at.start, end: at.end, span: spanOf(source, at), fix: conflict === null ? fix : null,
  };
  if (!inside) return { problem, fault: `it reported the range ${rangeText(finding.at)}, which is not in the file` };
  if (conflict === null) return { problem, fault: null };
  const wrong = conflict.kind === 'outside' ? 'is not in the file' : 'overlaps another';
  return { problem, fault: `the edit at ${rangeText(conflict.edit)} of its fix ${wrong}` };
}

function stampFix({ kind, edits, changes }: ReportedFix, source: Source): Fix {
  const lineEnd = source.text[(source.lineStarts[1] ?? 0) - 2] === '\r' ? '\r\n' : '\n';
  return {
    kind,
    changes: changes ?? 'text',
    edits: edits.map(({ at, text }) => ({ start: at.start, end: at.end, text: text.replace(/\r?\n/g, lineEnd) })),
  };
}

export function spanOf(source: Source, range: Range): Span {
  const from = positionAt(source, range.start);
  const to = positionAt(source, range.end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function clamp({ start, end }: Range, length: number): Range {
  const from = Math.min(Math.max(Math.floor(start) || 0, 0), length);
  return { start: from, end: Math.min(Math.max(Math.floor(end) || 0, from), length) };
}

function rangeText({ start, end }: Range): string {
  return `${start}–${end}`;
}

/** Sorted by place, then rule; exact repetitions left out. */
export function inReportOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort(compare);
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return before === undefined || compare(before, problem) !== 0;
  });
}

/** Line and column grow with the offset. What stands behind the rule only makes the order certain. */
function compare(a: Problem, b: Problem): number {
  return (
    a.start - b.start ||
    compareText(a.rule, b.rule) ||
    a.end - b.end ||
    compareText(a.messageId ?? '', b.messageId ?? '') ||
    compareText(a.message, b.message) ||
    RANK[b.severity] - RANK[a.severity]
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
