import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeReport } from '../../src/cli/write-report';
import { inFolder } from '../config/folder';
import { reportOf } from '../support/report';
import { surround, type Recorded } from './surround';

type Options = Parameters<typeof writeReport>[1];

const OPTIONS: Options = { format: 'text', quiet: false, outputFile: null, color: null };
const REPORT = reportOf({ files: [{ path: 'a/Dockerfile', text: 'FROM node:latest', problems: [{ at: 'latest', severity: 'warning' }] }], errors: [{ path: 'missing', message: 'no such file' }] });
const ESCAPE = '\u001b[';

async function written(
  cwd: string,
  options: Partial<Options>,
  given: Parameters<typeof surround>[1] = {},
  fails = true,
): Promise<Recorded & { readonly mistake: string | null }> {
  const recorded = surround(cwd, given);
  const mistake = await writeReport(REPORT, { ...OPTIONS, ...options }, fails, recorded.surroundings);
  return { ...recorded, mistake };
}

describe('a report', () => {
  it('goes to stdout, in colour on a terminal', async () => {
    expect((await written('/', {})).out()).toMatch(/^a\/Dockerfile:1:11: warning/);
    expect((await written('/', {}, { terminal: true })).out()).toContain(ESCAPE);
    expect((await written('/', { outputFile: '-', color: false }, { terminal: true })).out()).not.toContain(ESCAPE);
  });

  it('may find no room on stdout', async () => {
    const { surroundings } = surround('/');
    const full = { ...surroundings, writeOut: () => { throw Object.assign(new Error(), { code: 'ENOSPC' }); } };
    expect(await writeReport(REPORT, OPTIONS, true, full)).toBe('stdout: cannot be written (ENOSPC)');
  });

  it('goes to a file, without colour unless a flag says so', async () => {
    await inFolder({}, async (cwd) => {
      const { out, mistake } = await written(cwd, { outputFile: 'out' }, { terminal: true, environment: { FORCE_COLOR: '1' } });
      expect([out(), mistake]).toEqual(['', null]);
      expect(readFileSync(join(cwd, 'out'), 'utf8')).not.toContain(ESCAPE);
      await written(cwd, { outputFile: 'out', color: true });
      expect(readFileSync(join(cwd, 'out'), 'utf8')).toContain(ESCAPE);
      expect((await written(cwd, { outputFile: '.' })).mistake).toBe('.: cannot be written (EISDIR)');
    });
  });

  it('that is quiet says on stderr why the run fails', async () => {
    const { out, error } = await written('/', { quiet: true });
    expect(out()).not.toContain('latest');
    expect(error()).toBe('plimsoll: not shown because of --quiet: 1 warning, 0 info\n');
    expect((await written('/', { quiet: true }, {}, false)).error()).toBe('');
  });

  it('in SARIF has paths from the root of the repository', async () => {
    await inFolder({ '.git/HEAD': '', 'sub/x': '' }, async (root) => {
      expect((await written(join(root, 'sub'), { format: 'sarif' })).out()).toContain('"uri": "sub/a/Dockerfile"');
      expect((await written(join(root, 'sub'), { format: 'sarif' })).out()).toContain('"uri": "sub/missing"');
    });
    await inFolder({}, async (cwd) => {
      expect((await written(cwd, { format: 'sarif' })).out()).toContain('"uri": "a/Dockerfile"');
    });
  });

  it('in SARIF keeps the name of standard input', async () => {
    const recorded = surround('/work');
    await writeReport(reportOf({ files: [{ path: '-' }] }), { ...OPTIONS, format: 'sarif' }, false, recorded.surroundings);
    expect(recorded.out()).toContain('"uri": "-"');
  });

  it('for GitHub stops commands with another word each time, and adds to the summary of the step', async () => {
    await inFolder({ summary: '# Before\n' }, async (cwd) => {
      const environment = { GITHUB_STEP_SUMMARY: join(cwd, 'summary') };
      const tokens = await Promise.all([1, 2].map(async () => /::stop-commands::(.+)/.exec((await written(cwd, { format: 'github' }, { environment })).out())?.[1] ?? ''));
      expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
      expect(tokens[0]).not.toBe(tokens[1]);
      expect(readFileSync(join(cwd, 'summary'), 'utf8')).toMatch(/^# Before\n## Plimsoll\n[^]*## Plimsoll\n/);
      expect((await written(cwd, { format: 'github' }, { environment: { GITHUB_STEP_SUMMARY: cwd } })).mistake).toMatch(/cannot be written \(EISDIR\)$/);
    });
  });

  it('for GitHub leaves a summary alone that is full', async () => {
    await inFolder({}, async (cwd) => {
      const summary = join(cwd, 'summary');
      writeFileSync(summary, 'x'.repeat(1_048_000));
      const { mistake } = await written(cwd, { format: 'github' }, { environment: { GITHUB_STEP_SUMMARY: summary } });
      expect([mistake, readFileSync(summary, 'utf8').length]).toEqual([null, 1_048_000]);
    });
  });

  it('in other formats writes no summary', async () => {
    await inFolder({ summary: '' }, async (cwd) => {
      await written(cwd, { format: 'json' }, { environment: { GITHUB_STEP_SUMMARY: join(cwd, 'summary') } });
      expect(readFileSync(join(cwd, 'summary'), 'utf8')).toBe('');
    });
  });
});
