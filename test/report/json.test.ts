import Ajv from 'ajv';
import fc from 'fast-check';

import { jsonReport } from '../../src/report/json';
import { type ProblemSpec, type ReportSpec, reportOf, reportOn } from '../support/report';

import schema from '../../docs/report.schema.json';

const validate = new Ajv({ allErrors: true }).compile(schema);
/** The published schema lets readers accept later fields; what we write must all be in it. */
const validateStrictly = new Ajv({ allErrors: true }).compile(closed(schema) as object);

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, closed(entry)]));
  return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

function parsed(spec: ReportSpec): unknown {
  return JSON.parse(jsonReport(reportOf(spec)));
}

function problem(text: string, spec: ProblemSpec): unknown {
  const report = JSON.parse(jsonReport(reportOn(text, spec))) as { results: { problems: unknown[] }[] };
  return report.results[0]?.problems[0];
}

const FULL: ReportSpec = {
  files: [
    {
      path: 'Dockerfile',
      text: 'FROM node:latest\nRUN cd /tmp\nUSER root\n',
      problems: [
        { at: 'node:latest', message: 'node:latest names a moving tag' },
        { at: 'USER root', rule: 'no-root-user', severity: 'error', message: 'root', messageId: 'named', by: 'comment', reason: 'needs it' },
        { at: 'cd', rule: 'prefer-workdir', severity: 'info', by: 'baseline' },
      ],
      notRun: [{ rule: 'shellcheck', reason: 'ShellCheck is not installed' }],
    },
    { path: 'clean/Dockerfile', keepSource: false },
  ],
  errors: [{ path: 'missing/Dockerfile', message: 'there is no such file' }],
  rules: [{ id: 'no-latest-tag', aliases: ['hadolint:DL3007'], controls: ['gc:no-latest'], url: 'https://plimsoll.example/rules/no-latest-tag' }],
};

describe('the JSON report', () => {
  test('has the shape of the contract, clean files included', () => {
    expect(parsed(FULL)).toEqual({
      version: 1,
      tool: { name: 'plimsoll', version: '0.1.0' },
      results: [
        {
          path: 'Dockerfile',
          subject: 'dockerfile',
          problems: [
            {
              rule: 'no-latest-tag', severity: 'warning', message: 'node:latest names a moving tag',
              line: 1, column: 6, endLine: 1, endColumn: 17, messageId: null, fix: null, suggestions: 0,
            },
          ],
          notRun: [{ rule: 'shellcheck', reason: 'ShellCheck is not installed' }],
          suppressed: [
            { rule: 'no-root-user', severity: 'error', message: 'root', by: 'comment', reason: 'needs it', line: 3, column: 1, endLine: 3, endColumn: 10 },
            { rule: 'prefer-workdir', severity: 'info', message: 'something is wrong', by: 'baseline', reason: null, line: 2, column: 5, endLine: 2, endColumn: 7 },
          ],
        },
        { path: 'clean/Dockerfile', subject: 'dockerfile', problems: [], notRun: [], suppressed: [] },
      ],
      rules: {
        'no-latest-tag': {
          summary: 'What no-latest-tag demands', category: 'base-image', aliases: ['hadolint:DL3007'], controls: ['gc:no-latest'],
          url: 'https://plimsoll.example/rules/no-latest-tag',
        },
        'no-root-user': { summary: 'What no-root-user demands', category: 'base-image', aliases: [], controls: [], url: 'https://plimsoll.example/rules/no-root-user' },
        'prefer-workdir': { summary: 'What prefer-workdir demands', category: 'base-image', aliases: [], controls: [], url: 'https://plimsoll.example/rules/prefer-workdir' },
      },
      errors: [{ path: 'missing/Dockerfile', message: 'there is no such file' }],
      summary: { files: 2, error: 0, warning: 1, info: 0, suppressed: 2 },
    });
  });

  test('writes fields and rules in a fixed order', () => {
    const text = jsonReport(reportOf({ files: [{ problems: [{ rule: 'b' }, { rule: 'a' }] }] }));
    const keys = [...text.matchAll(/"(\w+)":/g)].map(([, key]) => key);
    const problemKeys = ['rule', 'severity', 'message', 'line', 'column', 'endLine', 'endColumn', 'messageId', 'fix', 'suggestions'];
    const ruleKeys = ['summary', 'category', 'aliases', 'controls', 'url'];
    expect(keys).toEqual([
      ...['version', 'tool', 'name', 'version', 'results', 'path', 'subject', 'problems', ...problemKeys, ...problemKeys, 'notRun', 'suppressed'],
      ...['rules', 'a', ...ruleKeys, 'b', ...ruleKeys, 'errors', 'summary', 'files', 'error', 'warning', 'info', 'suppressed'],
    ]);
  });

  test('gives a safe fix as edits', () => {
    expect(
      problem('\ufeffFROM a\r\nMAINTAINER b\r\n', {
        fix: { kind: 'safe', edits: [{ at: 'MAINTAINER b', text: 'LABEL c' }, { at: { start: 7, end: 9 }, text: '' }] },
      }),
    ).toMatchObject({
      fix: {
        kind: 'safe',
        edits: [
          { line: 2, column: 1, endLine: 2, endColumn: 13, text: 'LABEL c' },
          { line: 1, column: 7, endLine: 2, endColumn: 1, text: '' },
        ],
      },
      suggestions: 0,
    });
  });

  test('counts a fix that someone must look at', () => {
    expect(problem('FROM a', { fix: { kind: 'suggestion', edits: [{ at: 'a', text: 'b' }] } })).toMatchObject({ fix: null, suggestions: 1 });
  });

  test('carries the kind of finding', () => {
    expect(problem('FROM a', { messageId: 'cmd' })).toMatchObject({ messageId: 'cmd' });
  });
});

describe('the published schema', () => {
  const SAMPLES: Record<string, ReportSpec> = {
    'a full report': FULL,
    'an empty report': {},
    'a clean file': { files: [{ path: 'Dockerfile', keepSource: false }] },
    'fixes': {
      files: [
        {
          text: 'FROM a',
          problems: [
            { fix: { kind: 'safe', edits: [{ at: 'a', text: 'b' }] } },
            { fix: { kind: 'suggestion', edits: [{ at: 'a', text: 'b' }] } },
          ],
        },
      ],
    },
  };

  test.each(Object.entries(SAMPLES))('accepts %s, and knows every field of it', (_name, spec) => {
    const report = parsed(spec);
    validate(report);
    expect(validate.errors).toBeNull();
    validateStrictly(report);
    expect(validateStrictly.errors).toBeNull();
  });

  test('accepts fields that come later, but no wrong or missing ones', () => {
    const report = parsed(FULL) as Record<string, unknown>;
    expect(validate({ ...report, date: '2026-01-01' })).toBe(true);
    expect(validate({ ...report, version: 2 })).toBe(false);
    expect(validate({ ...report, summary: undefined })).toBe(false);
    expect(validate({ ...report, results: [{ path: 'a', subject: 'dockerfile', problems: [{}], notRun: [], suppressed: [] }] })).toBe(false);
  });

  test('accepts whatever paths and messages a hostile file makes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, (path, message, content) => {
        const output = jsonReport(reportOf({ files: [{ path, text: content, problems: [{ message, at: { start: 0, end: content.length } }] }], errors: [{ path, message }] }));
        expect(output).not.toMatch(/(?!\n)\p{Cc}/u);
        const report = JSON.parse(output) as { results: { path: string; problems: { message: string }[] }[] };
        validateStrictly(report);
        expect(validateStrictly.errors).toBeNull();
        expect(report.results[0]?.path).toBe(path);
        expect(report.results[0]?.problems[0]?.message).toBe(message);
      }),
    );
  });
});
