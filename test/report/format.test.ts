import { FORMAT_NAMES, type FormatOptions, loadFormat } from '../../src/report/format';
import { reportOn } from '../support/report';

const OPTIONS: FormatOptions = { color: false, links: false, root: '/repo', token: 'token-0123456789abcdef' };
const report = reportOn('FROM node:latest', { at: 'latest' });

test.each([
  ['text', /^Dockerfile:1:11: warning: /],
  ['json', /^\{\n {2}"version": 1,/],
  ['sarif', /^\{\n {2}"\$schema": /],
  ['github', /^::warning file=Dockerfile,/],
] as const)('%s', async (name, start) => {
  const format = await loadFormat(name);
  expect(format(report, OPTIONS)).toMatch(start);
});

test('every name has its format', async () => {
  for (const name of FORMAT_NAMES) expect((await loadFormat(name))(report, OPTIONS)).toMatch(/\n$/);
});

test('options reach the formats', async () => {
  expect((await loadFormat('text'))(report, { ...OPTIONS, color: true })).toContain('\u001b[');
  expect((await loadFormat('github'))(report, OPTIONS)).toContain(`::stop-commands::${OPTIONS.token}\n`);
  const sarif = await loadFormat('sarif');
  expect(sarif({ ...report, results: report.results.map((result) => ({ ...result, path: '/repo/a' })) }, OPTIONS)).toContain('"uri": "a"');
});
