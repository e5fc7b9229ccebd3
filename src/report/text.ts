/**
 * The format for people:
 *
 *     Dockerfile:1:6: warning: node:latest names a moving tag; name a version [no-latest-tag]
 *       1 | FROM node:latest
 *         |      ^~~~~~~~~~~
 *
 *     1 warning in 1 file
 *
 * The first line of a problem is what editors and terminals recognise as a place. A clean run says so in one line.
 */
import { lineText, type Source } from '../dockerfile/source';
import type { FileResult, Problem, Report, Severity } from '../engine/result';
import { excerpt } from './excerpt';
import { shorten } from '../text/shorten';
import { summaryLine, totalsOf } from './totals';
import { visible } from './visible';

export interface TextOptions {
  readonly color: boolean;
  /** Makes each rule id a link to its page (OSC 8); for terminals that know it. Default false. */
  readonly links?: boolean;
}

/** Columns of a source line that are shown. */
const EXCERPT_COLUMNS = 100;
/** A message quotes the file, and a file can hold a word of megabytes. */
const MESSAGE_UNITS = 1000;

const ESCAPE = '\u001b';
const BOLD = '1';
const DIM = '2';
const SEVERITY_STYLE: Readonly<Record<Severity, string>> = { error: '1;31', warning: '1;33', info: '1;36' };

type Paint = (style: string, text: string) => string;

const paintNothing: Paint = (_style, text) => text;
const paintAnsi: Paint = (style, text) => `${ESCAPE}[${style}m${text}${ESCAPE}[0m`;

export function textReport(report: Report, options: TextOptions): string {
  const paint = options.color ? paintAnsi : paintNothing;
  const link = (rule: string): string => {
    const url = options.links === true ? report.rules.get(rule)?.url : undefined;
    return url === undefined ? rule : `${ESCAPE}]8;;${visible(url)}${ESCAPE}\\${rule}${ESCAPE}]8;;${ESCAPE}\\`;
  };
  const lines: string[] = [];
  for (const result of report.results) addFile(lines, result, paint, link);
  if (report.results.length === 0) return '';
  const totals = totalsOf(report);
  if (lines.length > 0) lines.push('');
  lines.push(paint(BOLD, summaryLine(totals)));
  const worst = worstRule(report);
  if (worst !== null) lines.push(paint(DIM, `Learn why: plimsoll explain ${worst}`));
  return `${lines.join('\n')}\n`;
}

/** The rule of the first problem of the highest severity: the one to read about. */
function worstRule({ results }: Report): string | null {
  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const { problems } of results) {
      const found = problems.find((problem) => problem.severity === severity);
      if (found !== undefined) return found.rule;
    }
  }
  return null;
}

function addFile(lines: string[], result: FileResult, paint: Paint, link: (rule: string) => string): void {
  const path = visible(result.path);
  const lastLine = result.problems.reduce((last, { span }) => Math.max(last, span.line), 0);
  const gutter = Math.max(3, String(lastLine + 1).length + 2);
  for (const problem of result.problems) {
    const { span, severity } = problem;
    const place = paint(BOLD, `${path}:${span.line + 1}:${span.column + 1}:`);
    const label = paint(SEVERITY_STYLE[severity], `${severity}:`);
    lines.push(`${place} ${label} ${visible(shorten(problem.message, MESSAGE_UNITS))} ${paint(DIM, `[${link(problem.rule)}]`)}`);
    if (result.source !== null) addExcerpt(lines, result.source, problem, gutter, paint);
  }
}

function addExcerpt(lines: string[], source: Source, { span, severity }: Problem, gutter: number, paint: Paint): void {
  const line = lineText(source, span.line);
  if (line.trim() === '') return;
  const { text, marker } = excerpt(line, span.column, span.endLine === span.line ? span.endColumn : line.length, EXCERPT_COLUMNS);
  lines.push(`${paint(DIM, `${String(span.line + 1).padStart(gutter)} |`)} ${text}`);
  lines.push(`${paint(DIM, `${' '.repeat(gutter)} |`)} ${paint(SEVERITY_STYLE[severity], marker)}`);
}
