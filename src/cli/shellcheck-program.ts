/** Runs ShellCheck, once for all scripts of a run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { errorCode } from '../config/read-regular-file';
import type { ShellcheckPlace } from '../shell/shellcheck-script';

export interface ShellcheckComment extends ShellcheckPlace {
  /** The number of its code: 2035. */
  readonly code: number;
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly message: string;
}

export type ShellcheckOutcome =
  /** By the index of the script. */
  | { readonly kind: 'said'; readonly comments: ReadonlyMap<number, readonly ShellcheckComment[]> }
  | { readonly kind: 'missing' }
  /** A sentence without a full stop. */
  | { readonly kind: 'failed'; readonly message: string };

/** So many names of files fit on a command line everywhere. */
const MOST_FILES = 4000;
const MOST_MILLISECONDS = 600_000;

/**
 * @param program a name to look for on the PATH, or a path, relative to `cwd`
 * @param excluded codes that are not asked for
 */
export async function runShellcheck(program: string, scripts: readonly string[], excluded: readonly string[], cwd: string): Promise<ShellcheckOutcome> {
  const comments = new Map<number, ShellcheckComment[]>();
  if (scripts.length === 0) return { kind: 'said', comments };
  const command = /[/\\]/.test(program) ? resolve(cwd, program) : program;
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-shellcheck-'));
  try {
    scripts.forEach((text, index) => writeFileSync(join(folder, String(index)), text));
    for (let first = 0; first < scripts.length; first += MOST_FILES) {
      const files = scripts.slice(first, first + MOST_FILES).map((_, index) => String(first + index));
      // Its own settings, of the user or above the folder, would make the answer differ from machine to machine.
      const ended = await run(command, ['--norc', '--format=json1', `--exclude=${excluded.join(',')}`, ...files], folder);
      if (ended.kind !== 'ended') return ended;
      const read = readComments(ended.output);
      if (ended.status === null || ended.status > 1 || read === null) return { kind: 'failed', message: firstLine(ended.complaint) };
      for (const { file, comment } of read) comments.set(file, [...(comments.get(file) ?? []), comment]);
    }
    return { kind: 'said', comments };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Ended {
  readonly kind: 'ended';
  readonly status: number | null;
  readonly output: string;
  readonly complaint: string;
}

async function run(command: string, args: readonly string[], cwd: string): Promise<Ended | { readonly kind: 'missing' } | { readonly kind: 'failed'; readonly message: string }> {
  return new Promise((settle) => {
    const env = { ...process.env, SHELLCHECK_OPTS: '', LC_ALL: 'C.UTF-8' };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    // Not the option of spawn: its timer goes on, and so does our process, when there is no such program.
    const timer = setTimeout(() => child.kill(), MOST_MILLISECONDS);
    const output: Uint8Array[] = [];
    const complaint: Uint8Array[] = [];
    child.stdout.on('data', (chunk: Uint8Array) => output.push(chunk));
    child.stderr.on('data', (chunk: Uint8Array) => complaint.push(chunk));
    child.on('error', (error) => {
      clearTimeout(timer);
      const code = errorCode(error);
      settle(code === 'ENOENT' ? { kind: 'missing' } : { kind: 'failed', message: `it cannot be run (${code})` });
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      settle({ kind: 'ended', status, output: Buffer.concat(output).toString('utf8'), complaint: Buffer.concat(complaint).toString('utf8') });
    });
  });
}

function firstLine(complaint: string): string {
  const line = complaint.split('\n').find((text) => text.trim() !== '');
  return line === undefined ? 'it does not answer as ShellCheck does' : `it says: ${line.trim()}`;
}

/** Null when the text is not what ShellCheck writes. */
function readComments(output: string): readonly { readonly file: number; readonly comment: ShellcheckComment }[] | null {
  try {
    const report: unknown = JSON.parse(output);
    const list = hasComments(report) && Array.isArray(report.comments) ? report.comments : null;
    return list?.every(isComment) === true ? list.map((comment) => ({ file: Number(comment.file), comment })) : null;
  } catch {
    return null;
  }
}

function hasComments(value: unknown): value is { readonly comments: unknown } {
  return typeof value === 'object' && value !== null && 'comments' in value;
}

function isComment(value: unknown): value is ShellcheckComment & { readonly file: string } {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const { level } = fields;
  return ['line', 'column', 'endLine', 'endColumn', 'code'].every((name) => typeof fields[name] === 'number')
    && typeof fields['message'] === 'string' && typeof fields['file'] === 'string'
    && (level === 'error' || level === 'warning' || level === 'info' || level === 'style');
}
