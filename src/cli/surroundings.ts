/** What a run is given by the process around it, so that it can be run without one. */
import { fstatSync, writeSync } from 'node:fs';
import { errorCode } from '../config/read-regular-file';

export interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a terminal. */
  readonly isTerminal: () => boolean;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
}

export function processSurroundings(): Surroundings {
  return {
    cwd: process.cwd(),
    environment: process.env,
    isTerminal: () => isCharacterDevice(1) && process.stdout.isTTY,
    stdin: () => process.stdin,
    writeOut: (text) => write(1, text, () => process.stdout),
    writeError: (text) => write(2, text, () => process.stderr),
  };
}

/** Cheaper than Node's stream, which loads half of its network code to ask whether a pipe is a terminal. */
function isCharacterDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/**
 * Writes straight to the descriptor. A pipe that is full for now gets the rest through Node's stream, which waits for
 * it; one that nobody reads any more (`| head`) is no error.
 */
function write(descriptor: number, text: string, stream: () => NodeJS.WriteStream): void {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EPIPE') return;
    if (code !== 'EAGAIN') throw error;
    stream().on('error', ignoreClosedPipe).write(rest);
  }
}

function ignoreClosedPipe(error: Error): void {
  if (errorCode(error) !== 'EPIPE') throw error;
}
