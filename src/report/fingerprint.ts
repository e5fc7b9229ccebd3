/**
 * Names for problems that outlive edits elsewhere in the file: what a code-scanning service recognises an alert by.
 */
import { lineText, type Source } from '../dockerfile/source';
import type { Problem } from '../engine/result';
import { utf8Bytes } from './utf8';

/**
 * A function that names the problems of one file, in their order. The name is made of the rule and the line on which
 * the problem starts, blanks folded, plus the ordinal of that pair in the file. A problem that moves keeps its name,
 * and so does one in a list of which another line is edited: whole instructions would make every problem
 * of a long RUN new whenever one of its lines changes.
 */
export function fingerprinter(source: Source | null): (problem: Problem) => string {
  const hashes = new Map<string, string>();
  const seen = new Map<string, number>();
  return ({ rule, message, span }) => {
    const place = `${rule}\n${source === null ? message : span.line}`;
    const text = (): string => (source === null ? message : lineText(source, span.line).replace(/\s+/g, ' ').trim());
    const hash = hashes.get(place) ?? fnv1a64(`${rule}\n${text()}`);
    hashes.set(place, hash);
    const ordinal = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  };
}

/** Above this many UTF-16 units the rest of a text does not count, so that a line of megabytes is cheap. */
const HASHED_UNITS = 4096;

/**
 * FNV-1a, 64 bits, as 16 hexadecimal digits, over the UTF-8 bytes of the text. No cryptographic strength is needed,
 * and it runs where neither Node's nor the browser's crypto is at hand.
 * Parameters: draft-eastlake-fnv (offset basis cbf29ce484222325, prime 100000001b3).
 */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const add = (byte: number): void => {
    low = (low ^ byte) >>> 0;
    // (high, low) * 0x100000001b3 modulo 2^64, in parts that a double holds exactly.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 0x100000000)) >>> 0;
    low = product >>> 0;
  };
  for (const character of text.slice(0, HASHED_UNITS)) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) add(code);
    else utf8Bytes(code).forEach(add);
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
