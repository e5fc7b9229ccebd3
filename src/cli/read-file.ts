import { readRegularFile } from '../config/read-regular-file';
import type { Source } from '../dockerfile/source';
import { decodeSource } from './decode';

/** A larger file is no Dockerfile. */
export const MOST_BYTES = 5_000_000;

export type ReadFileOutcome = { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly message: string };

/**
 * Reads a Dockerfile.
 *
 * @param path as given by the user; the source carries it
 * @param absolute where it is
 */
export function readDockerfile(path: string, absolute: string): ReadFileOutcome {
  const read = readRegularFile(absolute, MOST_BYTES);
  return read.ok ? { ok: true, source: decodeSource(path, read.bytes) } : { ok: false, message: read.message };
}

/** Reads a stream, such as standard input, to its end; null when it holds more than a Dockerfile may. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
