/** Physical lines to logical lines: continuations joined, comment and blank lines between them taken out. */
import { HASH, isBlank, skipSpace } from './characters';
import type { LogicalText, Segment } from './logical-text';
import { contiguous, sliceLogical } from './logical-text';
import type { Comment } from './nodes';
import type { Escape } from './read-quotes';
import { lineEnd, lineStart } from './scan-directives';
import type { Range, Source } from './source';

/** A stretch that dockerfile-ast must see as blanks or as a plain letter. */
export interface MaskEdit extends Range {
  readonly filler: ' ' | 'x';
}

/** A logical line from its first visible character on. */
export interface LogicalLine {
  /** From the keyword on. */
  readonly logical: LogicalText;
  /** Comment lines between its lines. */
  readonly comments: readonly Comment[];
  /** Source offset of its end, or of the end of its last comment when the file ends in it. */
  readonly end: number;
  /** The physical line behind it. */
  readonly nextLine: number;
}

const NO_COMMENTS: readonly Comment[] = [];

/** Reads lines, and notes as edits what dockerfile-ast would read otherwise. */
export class LineReader {
  readonly edits: MaskEdit[] = [];
  readonly lineCount: number;
  private readonly text: string;
  private nextCarriageReturn = -1;

  constructor(private readonly source: Source, readonly escape: Escape) {
    this.text = source.text;
    this.lineCount = source.lineStarts.length;
  }

  mask(start: number, end: number, filler: ' ' | 'x'): void {
    if (end > start) this.edits.push({ start, end, filler });
  }

  /** Start of a line's visible text. White space that dockerfile-ast would take for text is masked. */
  visibleStart(line: number): number {
    const start = lineStart(this.source, line);
    const visible = skipSpace(this.text, start, lineEnd(this.source, line));
    for (let at = start; at < visible; at += 1) {
      if (!isBlank(this.text.charCodeAt(at))) this.mask(at, at + 1, ' ');
    }
    return visible;
  }

  comment(hash: number, end: number): Comment {
    return { kind: 'comment', range: { start: hash, end }, text: this.text.slice(hash + 1, end).trim() };
  }

  /** The logical line that begins at `visible` in the physical line before `nextLine`. */
  logicalLine(visible: number, firstEnd: number, nextLine: number): LogicalLine {
    const escapeAt = this.continuation(visible, firstEnd);
    this.maskCarriageReturns(visible, firstEnd);
    if (escapeAt !== -1) return this.continuedLine(visible, firstEnd, escapeAt, nextLine);
    return { logical: contiguous(this.text.slice(visible, firstEnd), visible), comments: NO_COMMENTS, end: firstEnd, nextLine };
  }

  private continuedLine(visible: number, firstEnd: number, firstEscape: number, nextLine: number): LogicalLine {
    const { text, source } = this;
    const comments: Comment[] = [];
    const segments: Segment[] = [{ at: 0, source: visible }];
    const pieces = [text.slice(visible, firstEscape)];
    let length = firstEscape - visible;
    let escapeAt = firstEscape;
    let end = firstEnd;
    let line = nextLine;
    for (; escapeAt !== -1 && line < this.lineCount; line += 1) {
      const lineVisible = this.visibleStart(line);
      const lineStop = lineEnd(source, line);
      if (lineVisible === lineStop) continue;
      end = lineStop;
      if (text.charCodeAt(lineVisible) === HASH) {
        comments.push(this.comment(lineVisible, lineStop));
        continue;
      }
      const start = lineStart(source, line);
      escapeAt = this.continuation(start, lineStop);
      // dockerfile-ast does not take a leading escape character for text, and would read on as if the line were empty.
      if (lineVisible !== escapeAt && text[lineVisible] === this.escape) this.mask(lineVisible, lineVisible + 1, 'x');
      this.maskCarriageReturns(lineVisible, lineStop);
      const stop = escapeAt === -1 ? lineStop : escapeAt;
      if (stop === start) continue;
      if (length === 0) segments.length = 0;
      segments.push({ at: length, source: start });
      pieces.push(text.slice(start, stop));
      length += stop - start;
    }
    const whole: LogicalText = { text: pieces.join(''), segments };
    const keywordAt = skipSpace(whole.text, 0, length);
    // dockerfile-ast takes an escape character at the very end for a part of the keyword.
    if (escapeAt !== -1 && keywordAt < length && !text.includes('\n', escapeAt)) this.mask(escapeAt, escapeAt + 1, ' ');
    return { logical: keywordAt > 0 ? sliceLogical(whole, keywordAt) : whole, comments, end, nextLine: line };
  }

  /** Offset of the escape character that continues the line, or -1. */
  private continuation(start: number, end: number): number {
    const { text } = this;
    const escapeCode = this.escape.charCodeAt(0);
    let at = end - 1;
    while (at >= start && isBlank(text.charCodeAt(at))) at -= 1;
    if (at < start || text.charCodeAt(at) !== escapeCode) return -1;
    if (at > start && text.charCodeAt(at - 1) === escapeCode) {
      this.mask(at, at + 1, 'x');
      return -1;
    }
    let before = at - 1;
    while (before >= start && isBlank(text.charCodeAt(before))) before -= 1;
    // dockerfile-ast skips the character behind an escape character and blanks, so it would miss this one.
    if (before >= start && before < at - 1 && text.charCodeAt(before) === escapeCode) this.mask(before, before + 1, 'x');
    return at;
  }

  /** Carriage returns inside a line are text for the builder and line ends for dockerfile-ast. */
  private maskCarriageReturns(start: number, end: number): void {
    const { text } = this;
    while (this.nextCarriageReturn < end) {
      if (this.nextCarriageReturn >= start) this.mask(this.nextCarriageReturn, this.nextCarriageReturn + 1, 'x');
      const next = text.indexOf('\r', Math.max(start, this.nextCarriageReturn + 1));
      this.nextCarriageReturn = next === -1 ? Infinity : next;
    }
  }
}
