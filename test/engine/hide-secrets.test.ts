import { createSource } from '../../src/dockerfile/source';
import { hideMiddle, hideSecrets } from '../../src/engine/hide-secrets';
import { lint } from '../../src/engine/lint';
import type { Report } from '../../src/engine/result';
import { githubReport } from '../../src/report/github';
import { githubSummary } from '../../src/report/github-summary';
import { jsonReport } from '../../src/report/json';
import { sarifReport } from '../../src/report/sarif';
import { textReport } from '../../src/report/text';
import { registered, settingsFor } from '../support/rules';

const SECRET = 'q7Rk2zL9vXw3TbY8mNc4';

describe('hideMiddle', () => {
  it.each([
    ['q7Rk2zL9vXw3TbY8mNc4', 'q7Rk**************c4'],
    ['hunter2', '*******'],
    ['fifteen letters', '***************'],
    ['', ''],
    ['two\r\nlines of it', '***\r\n***********'],
  ])('shows %j as %j', (text, expected) => {
    expect(hideMiddle(text)).toBe(expected);
  });
});

/** Points at a text as a credential, quotes the whole file in its message, cut short, and offers to write it anew. */
function pointing(secret: string) {
  return registered('points', {
    severity: 'error',
    dockerfile: ({ model, report }) => ({
      end() {
        const start = model.source.text.indexOf(secret);
        const at = { start, end: start + secret.length };
        report({ at, secret: at, message: `found ${secret}` });
        report({ at, message: `cut short: ${secret.slice(0, 14)}…` });
        report({ at, message: 'to be rewritten', fix: { kind: 'safe', edits: [{ at, text: `"${secret}"` }] } });
      },
    }),
  });
}

function reportOn(text: string, secret: string): Report {
  const rule = pointing(secret);
  const result = lint(createSource('Dockerfile', text), settingsFor([rule]), { asOf: null }, [rule]);
  return { tool: { name: 'plimsoll', version: '1.0.0' }, results: [result], errors: [], rules: new Map() };
}

describe('a credential that a rule points at', () => {
  const text = `FROM a\n# again ${SECRET}\nENV TOKEN=${SECRET}\n`;

  it.each([
    ['text', (report: Report) => textReport(report, { color: false })],
    ['text in color', (report: Report) => textReport(report, { color: true })],
    ['JSON', (report: Report) => jsonReport(report)],
    ['SARIF', (report: Report) => sarifReport(report)],
    ['GitHub', (report: Report) => githubReport(report, { token: 'TOKEN' })],
    ['GitHub summary', (report: Report) => githubSummary(report)],
  ])('is hidden in %s', (_name, write) => {
    const written = write(reportOn(text, SECRET));
    expect(written).toContain('q7Rk');
    expect(written).not.toContain(SECRET.slice(0, 12));
    expect(written).not.toContain(SECRET.slice(6, -2));
  });

  it('is hidden everywhere in the file, and nothing moves', () => {
    const { source } = hideSecrets(createSource('Dockerfile', text), [{ start: text.lastIndexOf(SECRET), end: text.lastIndexOf(SECRET) + SECRET.length }]);
    expect(source.text).toBe('FROM a\n# again q7Rk**************c4\nENV TOKEN=q7Rk**************c4\n');
  });

  it('stays in the fix, which is marked', () => {
    const fixes = reportOn(text, SECRET).results.flatMap(({ problems }) => problems.flatMap(({ fix }) => (fix === null ? [] : [fix])));
    expect(fixes).toMatchObject([{ holdsSecret: true, edits: [{ text: `"${SECRET}"` }] }]);
  });

  it('is hidden in messages as a whole word when it is short', () => {
    const report = reportOn('FROM a\nENV A=b.c\n', 'b.c');
    expect(report.results[0]?.problems[0]?.message).toBe('cut short: ***…');
    expect(report.results[0]?.source?.text).toBe('FROM a\nENV A=***\n');
  });

  it('is no word of a message when it is one', () => {
    const report = reportOn('FROM a\nENV A=password B=password1\n', 'password');
    expect(report.results[0]?.problems[0]?.message).toBe('cut short: password…');
    expect(report.results[0]?.source?.text).toBe('FROM a\nENV A=******** B=password1\n');
  });

  it('is hidden where two overlap', () => {
    const { source } = hideSecrets(createSource('Dockerfile', SECRET), [{ start: 0, end: 12 }, { start: 4, end: 20 }, { start: 2, end: 3 }]);
    expect(source.text).toBe('********************');
  });

  it('leaves other problems as they are', () => {
    const rule = registered('runs', { dockerfile: ({ report }) => ({ RUN: ({ keywordRange: at }) => report({ at, message: 'RUN' }) }) });
    const source = createSource('Dockerfile', 'FROM a\nRUN b');
    expect(lint(source, settingsFor([rule]), { asOf: null }, [rule]).source).toBe(source);
  });
});
