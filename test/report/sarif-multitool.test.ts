/** Microsoft's SARIF Multitool, the real program, reads what we write: the standard's rules and GitHub's own. */
import { spawnSync } from 'node:child_process';
import { chmodSync, constants, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Log } from 'sarif';

import { sarifReport } from '../../src/report/sarif';
import { reportOf } from '../support/report';
import { SARIF_SAMPLES } from '../support/sarif-samples';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-sarif-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A runnable copy of the program, since the package comes without the run bit; or why there is none. */
function program(): { path: string } | { missing: string } {
  try {
    const path = join(folder, 'Sarif.Multitool');
    copyFileSync(require.resolve('@microsoft/sarif-multitool-linux/Sarif.Multitool'), path, constants.COPYFILE_FICLONE);
    chmodSync(path, 0o755);
    const { status, error, stderr } = multitool(path, ['--version']);
    return status === 0 ? { path } : { missing: error?.message ?? stderr };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

function multitool(path: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string; error?: Error } {
  return spawnSync(path, args, { encoding: 'utf8', cwd: folder, env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } });
}

const found = program();
const wanted = process.env['PLIMSOLL_REAL_PARTS'] === '1';
if ('missing' in found && !wanted) console.warn(`skipped: the SARIF Multitool cannot run here (${found.missing})`);

const manyProblems = Array.from({ length: 50 }, (_, index) => ({ rule: `rule-${index % 40}`, message: `problem ${index}` }));

const LOGS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SARIF_SAMPLES).map(([name, report]) => [name, sarifReport(report)])),
  'a long report': sarifReport(reportOf({ files: [{ path: 'a', problems: manyProblems }, { path: 'b', problems: manyProblems }] })),
};

/** So that silence means something. */
const FAULTY = sarifReport(reportOf({ files: [{ problems: [{}] }] })).replace(/"fullDescription": \{[^}]*\},/, '');

(wanted || 'path' in found ? describe : describe.skip)('the SARIF Multitool', () => {
  const said = new Map<string, string[]>();

  // One start of the program for all logs. One rule asks every URL over the network: it is off.
  const config = `<?xml version="1.0" encoding="utf-8"?>
<Properties>
  <Properties Key="SARIF2006.UrisShouldBeReachable.Options">
    <Property Key="RuleEnabled" Value="Disabled" Type="Driver.RuleEnabledState" />
  </Properties>
</Properties>
`;

  beforeAll(() => {
    if ('missing' in found) throw new Error(`the SARIF Multitool cannot run: ${found.missing}`);
    writeFileSync(join(folder, 'config.xml'), config);
    [...Object.values(LOGS), FAULTY].forEach((sarif, index) => writeFileSync(join(folder, `input-${index}.sarif`), sarif));
    const { stdout, stderr } = multitool(found.path, [
      ...['validate', 'input-*.sarif', '--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning', '--config', 'config.xml', '--output', 'output.json'],
    ]);
    if (!stdout.includes('Analysis completed successfully')) throw new Error(`the SARIF Multitool failed:\n${stdout}${stderr}`);
    const log = JSON.parse(readFileSync(join(folder, 'output.json'), 'utf8').replace(/^\ufeff/, '')) as Log;
    for (const { ruleId, level, message, locations } of log.runs.flatMap(({ results = [] }) => results)) {
      const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      const file = uri.slice(uri.lastIndexOf('/') + 1);
      const sentence = `${level ?? 'warning'} ${ruleId ?? ''}: ${message.id ?? ''} ${(message.arguments ?? []).join(' ')}`;
      said.set(file, [...(said.get(file) ?? []), sentence]);
    }
  }, 120_000);

  test.each(Object.keys(LOGS).map((name, index) => [name, index] as const))('has no error and no warning for %s', (_name, index) => {
    expect(said.get(`input-${index}.sarif`) ?? []).toEqual([]);
  });

  test('does see a fault: a rule without a description', () => {
    expect(said.get(`input-${Object.keys(LOGS).length}.sarif`)?.join('\n')).toMatch(/error GH2012/);
  });
});
