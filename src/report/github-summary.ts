/** The Markdown page of a GitHub workflow step (`$GITHUB_STEP_SUMMARY`). */
import type { Report, RunError } from '../engine/result';
import { escapeMarkdown, markdownCode } from './markdown';
import { shorten } from '../text/shorten';
import { bySeverity, counted, type PlacedProblem, summaryLine, totalsOf } from './totals';
import { utf8Length } from './utf8';

/** GitHub refuses a page of more than 1 MiB; other programs of the same step may write to it too. */
const SUMMARY_BYTES = 1_000_000;
/** Kept for the line that says what is missing. */
const LAST_WORD_BYTES = 100;
/** A message quotes the file, and a file can hold a word of megabytes. */
const MESSAGE_UNITS = 1000;

const TABLE_HEAD = '\n| | Place | Problem | Rule |\n|---|---|---|---|\n';

/** @param bytes most UTF-8 bytes of the page, at least 1,000; what does not fit is left out whole, the least grave first */
export function githubSummary(report: Report, bytes: number = SUMMARY_BYTES): string {
  const problems = bySeverity(report);
  const head = `## Plimsoll\n${report.results.length > 0 ? `\n${summaryLine(totalsOf(report))}\n` : ''}`;
  const list = report.errors.map((error, index) => (index === 0 ? '\n' : '') + errorLine(error));
  const table = problems.map((placed, index) => (index === 0 ? TABLE_HEAD : '') + problemRow(placed, report));
  const entries = [...list, ...table];
  const kept = fitting(entries, bytes - utf8Length(head) - LAST_WORD_BYTES);
  const missing = entries.length - kept;
  const lastWord = missing > 0 ? `\n${counted(missing, 'more problem')}: this page has no room for more.\n` : '';
  return head + entries.slice(0, kept).join('') + lastWord;
}

/** How many entries from the start take no more than so many bytes. */
function fitting(entries: readonly string[], bytes: number): number {
  let room = bytes;
  const first = entries.findIndex((entry) => (room -= utf8Length(entry)) < 0);
  return first === -1 ? entries.length : first;
}

function errorLine({ path, message }: RunError): string {
  return `- **error** ${markdownCode(path)}: ${escapeMarkdown(shorten(message, MESSAGE_UNITS))}\n`;
}

function problemRow({ path, problem }: PlacedProblem, report: Report): string {
  const { span, severity, rule } = problem;
  const place = markdownCode(`${path}:${span.line + 1}:${span.column + 1}`);
  const message = escapeMarkdown(shorten(problem.message, MESSAGE_UNITS));
  const url = report.rules.get(rule)?.url ?? '';
  return `| ${severity} | ${place} | ${message} | ${url === '' ? rule : `[${rule}](${url})`} |\n`;
}
