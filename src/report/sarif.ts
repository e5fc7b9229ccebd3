/**
 * SARIF 2.1.0 (OASIS), as GitHub code scanning asks for it. Suppressed problems are results with `suppressions`.
 *
 * Code scanning takes at most 25,000 results in a run and shows the 5,000 gravest; nothing is left out here for that,
 * since other readers have no such limit.
 */
import type { Artifact, Fix as SarifFix, Log, Notification, PhysicalLocation, Region as SarifRegion, Result, Suppression } from 'sarif';

import type { Source } from '../dockerfile/source';
import type { FileResult, Fix, Problem, Report, RunError, SuppressedProblem } from '../engine/result';
import { fingerprinter } from './fingerprint';
import { HOME_PAGE } from './home-page';
import { jsonText } from './json-text';
import { type Region, regionOfEdit, regionOfSpan } from './region';
import { SARIF_LEVEL, sarifRule } from './sarif-rules';
import { uriOfPath } from './uri';
import { wellFormed } from './visible';

export interface SarifOptions {
  /** The absolute folder that relative paths start from; absolute paths below it become relative, as code scanning wants them. */
  readonly root?: string | null;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

export function sarifReport(report: Report, options: SarifOptions = {}): string {
  const root = options.root ?? null;
  const rules = [...report.rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            informationUri: HOME_PAGE,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            rules: rules.map(sarifRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.errors.length === 0,
            toolExecutionNotifications: [
              ...report.errors.map((error) => errorNotification(error, root)),
              ...report.results.flatMap((result) => notRunNotifications(result, root)),
            ],
          },
        ],
        artifacts: report.results.map((result): Artifact => ({ location: { uri: uriOfPath(result.path, root) }, roles: ['analysisTarget'] })),
        results: report.results.flatMap((result, index) => fileResults(result, index, uriOfPath(result.path, root), ruleIndex)),
      },
    ],
  };
  return jsonText(log);
}

function fileResults(file: FileResult, index: number, uri: string, ruleIndex: ReadonlyMap<string, number>): Result[] {
  const fingerprint = fingerprinter(file.source);
  const artifactLocation = { uri, index };
  const result = (problem: Problem, suppressions: Suppression[]): Result => {
    const physicalLocation: PhysicalLocation = { artifactLocation, region: sarifRegion(regionOfSpan(problem.span)) };
    const ruleAt = ruleIndex.get(problem.rule);
    return {
      ruleId: problem.rule,
      ...(ruleAt === undefined ? {} : { ruleIndex: ruleAt }),
      level: SARIF_LEVEL[problem.severity],
      message: { text: messageText(problem.message) },
      locations: [{ physicalLocation }],
      partialFingerprints: { primaryLocationLineHash: fingerprint(problem) },
      suppressions,
      ...(problem.fix === null || problem.fix.holdsSecret === true || file.source === null ? {} : { fixes: [sarifFix(problem.fix, file.source, artifactLocation)] }),
    };
  };
  // In the order of the file, so that a fingerprint's ordinal does not change when a problem is suppressed.
  return inOrder(file).map((problem) => result(problem, 'by' in problem ? [suppression(problem)] : []));
}

function inOrder({ problems, suppressed }: FileResult): readonly (Problem | SuppressedProblem)[] {
  if (suppressed.length === 0) return problems;
  return [...problems, ...suppressed].sort((a, b) => a.start - b.start || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)));
}

function suppression({ by, reason }: SuppressedProblem): Suppression {
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason === null || reason === '' ? {} : { justification: wellFormed(reason) }),
  };
}

function sarifFix({ kind, edits }: Fix, source: Source, artifactLocation: { uri: string; index: number }): SarifFix {
  return {
    description: { text: kind === 'safe' ? 'Safe fix: the meaning stays the same.' : 'Suggestion: look at it before you take it.' },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map((edit) => ({
          deletedRegion: sarifRegion(regionOfEdit(source, edit)),
          ...(edit.text === '' ? {} : { insertedContent: { text: wellFormed(edit.text) } }),
        })),
      },
    ],
  };
}

function sarifRegion({ line, column, endLine, endColumn }: Region): SarifRegion {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function errorNotification({ path, message }: RunError, root: string | null): Notification {
  return {
    level: 'error',
    message: { text: messageText(message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOfPath(path, root) } } }],
  };
}

function notRunNotifications({ path, notRun }: FileResult, root: string | null): Notification[] {
  return notRun.map(({ rule, reason }) => ({
    level: 'note',
    message: { text: messageText(`${rule} was not run: ${reason}`) },
    associatedRule: { id: rule },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOfPath(path, root) } } }],
  }));
}

/**
 * A message in which nothing is read as a placeholder (`{0}`) or an embedded link (`[text](target)`); section 3.11 of
 * the standard. Other braces and brackets stay, since not every reader undoes the escape.
 */
function messageText(message: string): string {
  return wellFormed(message)
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replace(/\](?=\()/g, '\\]');
}
