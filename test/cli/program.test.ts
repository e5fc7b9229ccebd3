/** The program as it is built, run as a user runs it: what cannot be seen inside of one process. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../config/folder';
import { describeShared, sharedPath } from '../support/shared';

const PROGRAM = join(__dirname, '../../bin/plimsoll.js');

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function plimsoll(cwd: string, argv: readonly string[], input = ''): Run {
  const environment = { PATH: process.env['PATH'] };
  return spawnSync(process.execPath, [PROGRAM, ...argv], { cwd, input, encoding: 'utf8', env: environment, maxBuffer: 1e9, timeout: 100_000 });
}

const CONFIG = 'extends: []\nrules: {no-latest-tag: [error, {sources: from}]}\n';
const FILES = { '.git/HEAD': '', '.plimsoll.yaml': CONFIG, Dockerfile: 'FROM node:latest\n', 'clean.Dockerfile': 'FROM node:20.1.0\n' };

describe('the program', () => {
  it('keeps stdout for the report and says by its exit code what came of it', async () => {
    await inFolder(FILES, (cwd) => {
      expect(plimsoll(cwd, ['clean.Dockerfile'])).toMatchObject({ status: 0, stdout: 'No problems in 1 file\n', stderr: '' });
      expect(plimsoll(cwd, [])).toMatchObject({ status: 1, stderr: '', stdout: expect.stringMatching(/^Dockerfile:1:11: error: /) });
      expect(plimsoll(cwd, ['-f', 'json', 'clean.Dockerfile', 'missing'])).toMatchObject({ status: 2, stderr: 'plimsoll: missing: no such file\n' });
      expect(plimsoll(cwd, ['-', '--no-config-lookup', '--preset', 'strict'], FILES.Dockerfile)).toMatchObject({ status: 1, stderr: '' });
    });
  });

  it('names the place of a mistake in a config', async () => {
    await inFolder({ ...FILES, '.plimsoll.yaml': 'rules:\n  no-lates-tag: off\n' }, (cwd) => {
      expect(plimsoll(cwd, [])).toMatchObject({
        status: 2, stdout: '', stderr: 'plimsoll: .plimsoll.yaml:2:3: Unknown rule "no-lates-tag"; did you mean no-latest-tag?\n',
      });
    });
  });

  it('goes through oclif with what it does not know itself', async () => {
    await inFolder(FILES, (cwd) => {
      expect(plimsoll(cwd, ['-fjson', 'clean.Dockerfile'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('"version": 1') });
      expect(plimsoll(cwd, ['--quite'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('did you mean --quiet?') });
      expect(plimsoll(cwd, ['lint', '--help'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('--fail-level=<option>') });
      expect(plimsoll(cwd, ['explain', 'DL3007'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^no-latest-tag [^]*Bad:\n {4}FROM node:latest\n/) });
      expect(plimsoll(cwd, ['rules', '--format', 'json'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('"hadolint:DL3007"') });
    });
  });

  it('does not open a FIFO', async () => {
    await inFolder(FILES, (cwd) => {
      execFileSync('mkfifo', [join(cwd, 'fifo')]);
      expect(plimsoll(cwd, ['fifo', 'Dockerfile'])).toMatchObject({ status: 2, stderr: 'plimsoll: fifo: this is no regular file but a FIFO, socket or device\n' });
    });
  });

  it('is quiet when nobody reads its report to the end', async () => {
    // More than a pipe holds, so that it is still writing when the reader goes away.
    await inFolder({ ...FILES, Dockerfile: 'FROM node:latest\n'.repeat(5000) }, async (cwd) => {
      const child = spawn(process.execPath, [PROGRAM, 'Dockerfile'], { cwd });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.stdout.once('data', () => child.stdout.destroy());
      const status = await new Promise((resolve) => child.once('close', resolve));
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    });
  });
});

describeShared('the corpus', () => {
  it('is linted in one run, every file of it, without an error of the program', () => {
    const root = sharedPath('corpus', 'dockerfiles') ?? '';
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.path, entry.name));
    const { status, stdout, stderr } = plimsoll(root, ['--no-config-lookup', '--format', 'json', ...files]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const report: { results: { notRun: unknown[] }[]; errors: unknown[] } = JSON.parse(stdout);
    expect(report.results).toHaveLength(files.length);
    expect(files.length).toBeGreaterThan(1800);
    expect(report.errors).toEqual([]);
    expect(report.results.filter(({ notRun }) => notRun.length > 0)).toEqual([]);
  }, 200_000);
});
