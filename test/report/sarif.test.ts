import { readFileSync } from 'node:fs';

import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';

import type { Report } from '../../src/engine/result';
import { type SarifOptions, sarifReport } from '../../src/report/sarif';
import { type ProblemSpec, reportOf } from '../support/report';
import { SARIF_SAMPLES } from '../support/sarif-samples';
import { describeShared, sharedPath } from '../support/shared';

function runOf(report: Report, options?: SarifOptions): Run {
  const log = JSON.parse(sarifReport(report, options)) as Log;
  const [run] = log.runs;
  if (run === undefined) throw new Error('a log has one run');
  return run;
}

function results(text: string, problems: readonly ProblemSpec[]): Result[] {
  return runOf(reportOf({ files: [{ text, problems }] })).results ?? [];
}

describeShared('the SARIF schema of OASIS', () => {
  test.each(Object.entries(SARIF_SAMPLES))('accepts %s', (_name, report) => {
    const schema = JSON.parse(readFileSync(sharedPath('reference', 'schemas', 'sarif-schema-2.1.0.json') ?? '', 'utf8')) as object;
    const ajv = new AjvDraft04({ allErrors: true, strict: false });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    validate(JSON.parse(sarifReport(report)));
    expect(validate.errors).toBeNull();
  });
});

describe('a SARIF run', () => {
  test('names the tool, its columns and the files it looked at', () => {
    const run = runOf(reportOf({ files: [{ path: './a b' }, { path: 'c' }] }));
    expect(run.tool.driver).toMatchObject({ name: 'plimsoll', version: '0.1.0', semanticVersion: '0.1.0', informationUri: expect.stringMatching(/^https:/) as string });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.artifacts).toEqual([
      { location: { uri: 'a%20b' }, roles: ['analysisTarget'] },
      { location: { uri: 'c' }, roles: ['analysisTarget'] },
    ]);
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });

  test('describes the rules that appear, and results point at them', () => {
    const run = runOf(reportOf({ files: [{ text: 'FROM a', problems: [{ rule: 'z' }, { rule: 'b' }, { rule: 'z' }] }] }));
    expect(run.tool.driver.rules?.map(({ id }) => id)).toEqual(['b', 'z']);
    expect(run.results?.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([['z', 1], ['b', 0], ['z', 1]]);
  });

  test('says what could not be read', () => {
    const run = runOf(reportOf({ errors: [{ path: 'a b', message: 'missing' }] }));
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'missing' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b' } } }] },
        ],
      },
    ]);
  });

  test('says which rule did not run', () => {
    const run = runOf(reportOf({ files: [{ path: 'a', notRun: [{ rule: 'x', reason: 'no ShellCheck' }] }] }));
    expect(run.invocations?.[0]).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'note', message: { text: 'x was not run: no ShellCheck' }, associatedRule: { id: 'x' } }],
    });
  });

  test('makes absolute paths below the working folder relative', () => {
    const report = reportOf({ files: [{ path: '/repo/a/Dockerfile', problems: [{}] }], errors: [{ path: '/repo/b', message: 'missing' }] });
    expect(JSON.stringify(runOf(report, { root: '/repo' }))).not.toContain('/repo');
    expect(runOf(report).artifacts?.[0]?.location?.uri).toBe('file:///repo/a/Dockerfile');
  });
});

describe('a SARIF result', () => {
  test('has level, sentence, place and fingerprint', () => {
    expect(results('\ufeffFROM node:latest\r\nRUN 🐳 cd /\r\n', [{ at: 'cd', message: 'use WORKDIR', severity: 'info' }])).toEqual([
      {
        ruleId: 'no-latest-tag',
        ruleIndex: 0,
        level: 'note',
        message: { text: 'use WORKDIR' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'Dockerfile', index: 0 },
              region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 10 },
            },
          },
        ],
        partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/) as string },
        suppressions: [],
      },
    ]);
  });

  test('of a suppressed problem says so, with the reason', () => {
    const all = results('FROM a\nRUN b\nRUN c\n', [
      { at: 'a', by: 'comment', reason: 'meant so' },
      { at: 'b', by: 'baseline' },
      { at: 'c', by: 'waiver', reason: '' },
    ]);
    expect(all.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: 'meant so' }],
      [{ kind: 'external', status: 'accepted' }],
      [{ kind: 'external', status: 'accepted' }],
    ]);
  });

  test('stands at its place in the file, suppressed or not', () => {
    const all = results('FROM a\nRUN b\nRUN c\n', [{ at: 'a' }, { at: 'c' }, { at: 'b', rule: 'z', by: 'comment' }, { at: 'b', rule: 'y', by: 'comment' }, { at: 'b', rule: 'y', by: 'comment' }]);
    expect(all.map(({ ruleId, locations }) => [ruleId, locations?.[0]?.physicalLocation?.region?.startLine])).toEqual([
      ['no-latest-tag', 1],
      ['y', 2],
      ['y', 2],
      ['z', 2],
      ['no-latest-tag', 3],
    ]);
  });

  test('keeps its fingerprint when a problem on an equal line is suppressed', () => {
    const text = 'RUN a\nRUN a\n';
    const second = { at: { start: 10, end: 11 } };
    const before = results(text, [{ at: 'a' }, second]);
    const after = results(text, [{ at: 'a', by: 'comment' }, second]);
    expect(after.map(({ partialFingerprints }) => partialFingerprints)).toEqual(before.map(({ partialFingerprints }) => partialFingerprints));
  });

  test('carries the edits of its fix', () => {
    const [result] = results('FROM a\nRUN b\n', [
      { fix: { kind: 'safe', edits: [{ at: 'a\nRUN', text: '' }, { at: { start: 12, end: 12 }, text: 'x' }] } },
    ]);
    expect(result?.fixes).toEqual([
      {
        description: { text: expect.stringContaining('Safe fix') as string },
        artifactChanges: [
          {
            artifactLocation: { uri: 'Dockerfile', index: 0 },
            replacements: [
              { deletedRegion: { startLine: 1, startColumn: 6, endLine: 2, endColumn: 4 } },
              { deletedRegion: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 6 }, insertedContent: { text: 'x' } },
            ],
          },
        ],
      },
    ]);
  });

  test('says of a suggestion that it is one', () => {
    const [result] = results('FROM a', [{ fix: { kind: 'suggestion', edits: [{ at: 'a', text: 'b' }] } }]);
    expect(result?.fixes?.[0]?.description?.text).toContain('Suggestion');
  });

  test('of an unknown rule, or without the source, is still a result', () => {
    const report = reportOf({ files: [{ problems: [{ fix: { kind: 'safe', edits: [] } }], keepSource: false }] });
    const [result] = runOf({ ...report, rules: new Map() }).results ?? [];
    expect(result).toMatchObject({ ruleId: 'no-latest-tag', message: { text: 'something is wrong' } });
    expect(result).not.toHaveProperty('ruleIndex');
    expect(result).not.toHaveProperty('fixes');
  });

  test.each([
    ['a placeholder is text', 'see {0} and ${12}', 'see {{0}} and ${{12}}'],
    ['other braces are left alone', 'see ${VAR} and {}', 'see ${VAR} and {}'],
    ['a link is text', '[a](https://evil.test)', '[a\\](https://evil.test)'],
    ['other brackets are left alone', 'CMD ["a"]', 'CMD ["a"]'],
    ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ])('%s', (_name, message, text) => {
    expect(results('', [{ message }])[0]?.message.text).toBe(text);
  });
});
