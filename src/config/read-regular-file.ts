import { readFileSync, statSync } from 'node:fs';

export type ReadOutcome =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `message` is a clause about the file, without its name. */
  | { readonly ok: false; readonly kind: 'missing' | 'folder' | 'special' | 'large' | 'unreadable'; readonly message: string };

/**
 * Reads a regular file of at most so many bytes. What is no regular file (a FIFO would block, a device may act)
 * is not even opened.
 */
export function readRegularFile(path: string, mostBytes: number): ReadOutcome {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return { ok: false, kind: 'missing', message: 'no such file' };
    if (status.isDirectory()) return { ok: false, kind: 'folder', message: 'this is a folder' };
    if (!status.isFile()) return { ok: false, kind: 'special', message: 'this is no regular file but a FIFO, socket or device' };
    const bytes = status.size > mostBytes ? null : readFileSync(path);
    // A file of /proc says that it is empty, and a file may grow.
    if (bytes === null || bytes.length > mostBytes) return { ok: false, kind: 'large', message: `larger than ${sizeText(mostBytes)}` };
    return { ok: true, bytes };
  } catch (error) {
    return { ok: false, kind: 'unreadable', message: `cannot be read (${errorCode(error)})` };
  }
}

/** The system's name of what went wrong, such as EACCES. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'message' in error ? String(error.message) : 'unknown error';
}

function sizeText(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}
