import type { Source } from '../dockerfile/source';

/** What ends a line that is added to a file: as its other lines end. */
export function lineEndOf({ text }: Source): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
