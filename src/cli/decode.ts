import { createSource, type Source } from '../dockerfile/source';

/**
 * Bytes of a file as a source. Decoding never fails: what is not UTF-8 is said by the source, and U+FFFD stands where
 * the text is not known.
 */
export function decodeSource(path: string, bytes: Uint8Array): Source {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return createSource(path, new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes), { kind: 'utf-16' });
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const offset = firstInvalid(text, bytes);
  return createSource(path, text, offset === null ? { kind: 'utf-8' } : { kind: 'invalid-utf-8', offset });
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Where the first U+FFFD stands that is not in the bytes themselves. */
function firstInvalid(text: string, bytes: Uint8Array): number | null {
  let offset = text.indexOf('\ufffd');
  if (offset === -1) return null;
  let at = utf8Length(text, 0, offset);
  // The bytes agree with the text up to here, so the next three tell a written U+FFFD from a replaced byte.
  while (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) {
    const next = text.indexOf('\ufffd', offset + 1);
    if (next === -1) return null;
    at += 3 + utf8Length(text, offset + 1, next);
    offset = next;
  }
  return offset;
}

/** Bytes in UTF-8 of well-formed text. */
function utf8Length(text: string, start: number, end: number): number {
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    // Each half of a surrogate pair stands for two of its four bytes.
    if (unit < 0x80) length += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) length += 2;
    else length += 3;
  }
  return length;
}
