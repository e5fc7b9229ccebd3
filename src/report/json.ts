/**
 * The format for programs. Its shape is a contract, described by `docs/report.schema.json`: fields are only ever
 * added; a changed meaning is a new `version`.
 */
import type { Source } from '../dockerfile/source';
import type { FileResult, Fix, Problem, Report, RuleSummary, SuppressedProblem } from '../engine/result';
import { jsonText } from './json-text';
import { regionOfEdit, regionOfSpan } from './region';
import { totalsOf } from './totals';

const VERSION = 1;

export function jsonReport(report: Report): string {
  const { files, error, warning, info, suppressed } = totalsOf(report);
  return jsonText({
    version: VERSION,
    tool: { name: report.tool.name, version: report.tool.version },
    results: report.results.map(resultJson),
    rules: Object.fromEntries([...report.rules.values()].sort(byId).map((rule) => [rule.id, ruleJson(rule)])),
    errors: report.errors.map(({ path, message }) => ({ path, message })),
    summary: { files, error, warning, info, suppressed },
  });
}

function resultJson({ path, subject, problems, notRun, suppressed, source }: FileResult): object {
  return {
    path,
    subject,
    problems: problems.map((problem) => problemJson(problem, source)),
    notRun: notRun.map(({ rule, reason }) => ({ rule, reason })),
    suppressed: suppressed.map(suppressedJson),
  };
}

function problemJson({ rule, severity, message, span, messageId, fix }: Problem, source: Source | null): object {
  return {
    rule,
    severity,
    message,
    ...regionOfSpan(span),
    messageId,
    fix: fix?.kind === 'safe' && fix.holdsSecret === undefined && source !== null ? fixJson(fix, source) : null,
    suggestions: fix?.kind === 'suggestion' ? 1 : 0,
  };
}

function fixJson({ kind, edits }: Fix, source: Source): object {
  return { kind, edits: edits.map((edit) => ({ ...regionOfEdit(source, edit), text: edit.text })) };
}

function suppressedJson({ rule, severity, message, by, reason, span }: SuppressedProblem): object {
  return { rule, severity, message, by, reason, ...regionOfSpan(span) };
}

function ruleJson({ summary, category, aliases, controls, url }: RuleSummary): object {
  return { summary, category, aliases, controls, url };
}

function byId(a: RuleSummary, b: RuleSummary): number {
  return a.id < b.id ? -1 : 1;
}
