/** Keeps credentials out of everything that is shown: the middle of each is replaced by asterisks of the same length. */
import type { Range, Source } from '../dockerfile/source';
import type { Problem } from './result';

/** From this length on the first and last characters stay, by which the owner knows which credential is meant. */
const SHORTEST_WITH_ENDS = 16;
const KEPT_IN_FRONT = 4;
const KEPT_BEHIND = 2;
/** A shorter text is hidden where it stands and in messages, but not looked for in the rest of the file: it may be an ordinary word. */
const SHORTEST_SOUGHT = 12;
const HIDDEN = '*';

/** As long as the text, with its ends at most; line ends stay, so that every place in a file stays true. */
export function hideMiddle(text: string): string {
  if (text.length < SHORTEST_WITH_ENDS || /[\r\n]/.test(text)) return text.replace(/[^\r\n]/g, HIDDEN);
  return text.slice(0, KEPT_IN_FRONT) + HIDDEN.repeat(text.length - KEPT_IN_FRONT - KEPT_BEHIND) + text.slice(-KEPT_BEHIND);
}

export interface Hidden {
  /** The file as it may be shown: offsets, lines and columns are those of the real one. Never to be written back. */
  readonly source: Source;
  /** The problem with what it quotes hidden, and with a fix that is marked if it holds a credential. */
  readonly problem: <P extends Problem>(problem: P) => P;
}

export function hideSecrets(source: Source, secrets: readonly Range[]): Hidden {
  const values = createValues(secrets.map(({ start, end }) => source.text.slice(start, end)));

  function problem<P extends Problem>(given: P): P {
    const message = withoutValues(given.message, values);
    const revealing = given.fix?.edits.some(({ text }) => withoutValues(text, values) !== text) === true;
    if (message === given.message && !revealing) return given;
    return { ...given, message, fix: given.fix === null || !revealing ? given.fix : { ...given.fix, holdsSecret: true } };
  }

  return { source: { ...source, text: withoutLong(withoutRanges(source.text, secrets), values.byStart) }, problem };
}

/** What is looked for in texts. */
interface Values {
  /** Those that are long enough, by their first characters. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  /** Finds the short ones where they are whole words; null when there is none. */
  readonly short: RegExp | null;
}

/** More values with the same start, or more short ones, are hidden only where a rule pointed at them. */
const MOST_ALIKE = 50;

function createValues(texts: readonly string[]): Values {
  const byStart = new Map<string, string[]>();
  const short = new Set<string>();
  for (const text of new Set(texts)) {
    if (text.length < SHORTEST_SOUGHT) {
      // Of letters alone it is a word like `password`, which messages need.
      if (/[^A-Za-z]/.test(text) && short.size < MOST_ALIKE) short.add(text);
      continue;
    }
    const start = text.slice(0, SHORTEST_SOUGHT);
    const alike = byStart.get(start);
    if (alike === undefined) byStart.set(start, [text]);
    else if (alike.length < MOST_ALIKE) alike.push(text);
  }
  const pattern = [...short].map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  return { byStart, short: pattern === '' ? null : new RegExp(`(?<!\\w)(?:${pattern})(?!\\w)`, 'g') };
}

function withoutRanges(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= done) continue;
    pieces.push(text.slice(done, Math.max(done, start)), hideMiddle(text.slice(Math.max(done, start), end)));
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

function withoutValues(text: string, { byStart, short }: Values): string {
  const hidden = withoutLong(text, byStart);
  return short === null ? hidden : hidden.replace(short, hideMiddle);
}

/** Hides values in a text that may quote them whole or, cut short, their beginning. */
function withoutLong(text: string, byStart: Values['byStart']): string {
  if (byStart.size === 0) return text;
  let result = '';
  let done = 0;
  for (let at = 0; at + SHORTEST_SOUGHT <= text.length; at += 1) {
    const alike = byStart.get(text.slice(at, at + SHORTEST_SOUGHT));
    if (alike === undefined) continue;
    const length = Math.max(...alike.map((value) => commonLength(text, at, value)));
    result += text.slice(done, at) + hideMiddle(text.slice(at, at + length));
    done = at + length;
    at = done - 1;
  }
  return result + text.slice(done);
}

function commonLength(text: string, at: number, value: string): number {
  let length = SHORTEST_SOUGHT;
  while (length < value.length && text[at + length] === value[length]) length += 1;
  return length;
}
