/**
 * What the builder sees before it knows any instruction: directives, logical lines, comments and heredocs.
 * Also notes what dockerfile-ast would read otherwise, as edits of the same length (see parse-mask.ts).
 */
import {
  HASH, isBlank, isSeparator, isSpace, skipSpace, TAB, trimEnd,
} from './characters';
import type { LogicalText, Segment } from './logical-text';
import { contiguous, sliceLogical, sourceOffset, sourceRange } from './logical-text';
import type { Comment, DockerfileDocument, Heredoc } from './nodes';
import { flagsEnd } from './read-flags';
import type { HeredocWord } from './read-heredocs';
import { heredocWords } from './read-heredocs';
import { readJson } from './read-json';
import type { Escape } from './read-quotes';
import { lineEnd, lineStart, readHead } from './scan-directives';
import type { Range, Source } from './source';

/** An instruction as the builder delimits it. */
export interface ScannedInstruction {
  /** From its first visible character to the end of its logical line or of its last heredoc's end line. */
  readonly range: Range;
  readonly keywordRange: Range;
  /** Continuations inside it joined. */
  readonly keywordText: string;
  /** From the keyword on. */
  readonly logical: LogicalText;
  readonly comments: readonly Comment[];
  readonly heredocs: readonly Heredoc[];
  /** Whether `<<` stands anywhere in the logical line. */
  readonly mentionsHeredoc: boolean;
}

/** A stretch that dockerfile-ast must see as blanks or as a plain letter. */
export interface MaskEdit extends Range {
  readonly filler: ' ' | 'x';
}

export interface Scan
  extends Pick<DockerfileDocument, 'directives' | 'refusedDirectives' | 'escape' | 'comments'> {
  readonly instructions: readonly ScannedInstruction[];
  /** Not sorted; where two begin at the same place, the later one counts. */
  readonly edits: readonly MaskEdit[];
}

export function scan(source: Source): Scan {
  return new Scanner(source).run();
}

/** Keywords whose arguments may name heredocs. */
export function takesHeredocs(keyword: string): boolean {
  return keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD';
}

/** End of the keyword and start of the arguments behind it, in a logical line that begins with its keyword. */
export function splitKeyword(text: string, start = 0): { readonly keywordEnd: number; readonly argumentStart: number } {
  const end = trimEnd(text, start, text.length);
  let keywordEnd = start;
  while (keywordEnd < end && !isSeparator(text.charCodeAt(keywordEnd))) keywordEnd += 1;
  return { keywordEnd, argumentStart: Math.min(end, skipSpace(text, keywordEnd, text.length)) };
}

class Scanner {
  private readonly text: string;
  private readonly lineCount: number;
  private escape: Escape = '\\';
  private readonly comments: Comment[] = [];
  private readonly instructions: ScannedInstruction[] = [];
  private readonly edits: MaskEdit[] = [];
  private nextCarriageReturn = -1;
  /** Most files have no `<<` at all. */
  private readonly anyHeredoc: boolean;

  constructor(private readonly source: Source) {
    this.text = source.text;
    this.lineCount = source.lineStarts.length;
    this.anyHeredoc = source.text.includes('<<');
  }

  run(): Scan {
    const { source, text, edits, comments, instructions } = this;
    const head = readHead(source);
    this.escape = head.escape;
    if (source.bomLength === 1) this.mask(0, 1, ' ');
    let nextDirective = 0;
    let line = 0;
    while (line < this.lineCount) {
      if (head.lines[nextDirective] === line) {
        nextDirective += 1;
        this.visibleStart(line);
        line += 1;
        continue;
      }
      const visible = this.visibleStart(line);
      const end = lineEnd(source, line);
      if (visible === end) {
        line += 1;
      } else if (text.charCodeAt(visible) === HASH) {
        comments.push(this.comment(visible, end));
        line += 1;
      } else {
        line = this.instruction(line, visible, end);
      }
    }
    return {
      directives: head.directives, refusedDirectives: head.refused, escape: head.escape, comments, instructions, edits,
    };
  }

  private mask(start: number, end: number, filler: ' ' | 'x'): void {
    if (end > start) this.edits.push({ start, end, filler });
  }

  /** Start of a line's visible text. White space that dockerfile-ast would take for text is masked. */
  private visibleStart(line: number): number {
    const start = lineStart(this.source, line);
    const visible = skipSpace(this.text, start, lineEnd(this.source, line));
    for (let at = start; at < visible; at += 1) {
      if (!isBlank(this.text.charCodeAt(at))) this.mask(at, at + 1, ' ');
    }
    return visible;
  }

  private comment(hash: number, end: number): Comment {
    return { kind: 'comment', range: { start: hash, end }, text: this.text.slice(hash + 1, end).trim() };
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

  /** Reads the instruction whose first physical line is given; returns the line behind it. */
  private instruction(firstLine: number, visible: number, firstEnd: number): number {
    const { text, source } = this;
    const comments: Comment[] = [];
    let escapeAt = this.continuation(visible, firstEnd);
    let joined = text.slice(visible, escapeAt === -1 ? firstEnd : escapeAt);
    const segments: Segment[] = [{ at: 0, source: visible }];
    const pieces = [joined];
    let length = joined.length;
    let end = firstEnd;
    let line = firstLine + 1;
    this.maskCarriageReturns(visible, firstEnd);
    while (escapeAt !== -1 && line < this.lineCount) {
      const lineVisible = this.visibleStart(line);
      const lineStop = lineEnd(source, line);
      const start = lineStart(source, line);
      line += 1;
      if (lineVisible === lineStop) continue;
      end = lineStop;
      if (text.charCodeAt(lineVisible) === HASH) {
        comments.push(this.comment(lineVisible, lineStop));
        continue;
      }
      escapeAt = this.continuation(start, lineStop);
      // dockerfile-ast does not take a leading escape character for text, and would read on as if the line were empty.
      if (lineVisible !== escapeAt && text[lineVisible] === this.escape) this.mask(lineVisible, lineVisible + 1, 'x');
      this.maskCarriageReturns(lineVisible, lineStop);
      const piece = text.slice(start, escapeAt === -1 ? lineStop : escapeAt);
      if (piece === '') continue;
      if (length === 0) segments.length = 0;
      segments.push({ at: length, source: start });
      pieces.push(piece);
      length += piece.length;
    }
    if (pieces.length > 1) joined = pieces.join('');
    let logical: LogicalText = segments.length === 1 ? contiguous(joined, segments[0]?.source ?? visible) : { text: joined, segments };
    const keywordAt = skipSpace(joined, 0, joined.length);
    if (keywordAt > 0) logical = sliceLogical(logical, keywordAt);
    const keywordRange = this.keyword(logical, visible, comments);
    // dockerfile-ast takes an escape character at the very end for a part of the keyword.
    if (escapeAt !== -1 && logical.text !== '' && !text.includes('\n', escapeAt)) this.mask(escapeAt, escapeAt + 1, ' ');
    const mentionsHeredoc = this.anyHeredoc && logical.text.includes('<<');
    const words = mentionsHeredoc ? this.heredocWords(logical) : [];
    const heredocs: Heredoc[] = [];
    if (words.length > 0) {
      const bodyStart = end;
      for (const word of words) {
        const read = this.heredoc(word, logical, line);
        heredocs.push(read.heredoc);
        line = read.nextLine;
        end = Math.max(end, (read.heredoc.endRange ?? read.heredoc.bodyRange).end);
      }
      this.mask(bodyStart, end, 'x');
    }
    this.instructions.push({
      range: { start: visible, end },
      keywordRange,
      keywordText: logical.text.slice(0, splitKeyword(logical.text).keywordEnd),
      logical,
      comments,
      heredocs,
      mentionsHeredoc,
    });
    return line;
  }

  /** Range of the keyword; masks what keeps dockerfile-ast from reading it whole. */
  private keyword(logical: LogicalText, visible: number, comments: readonly Comment[]): Range {
    const { text } = logical;
    const { keywordEnd } = splitKeyword(text);
    if (keywordEnd === 0) {
      // A file that ends in bare escape characters: the builder sees an instruction without a name.
      this.mask(visible, visible + 1, 'x');
      this.mask(visible + 1, this.text.length, ' ');
      return { start: visible, end: visible + 1 };
    }
    const range = sourceRange(logical, 0, keywordEnd);
    if (range.start > visible) this.mask(visible, range.start, ' ');
    const argumentsFrom = keywordEnd < text.length ? sourceOffset(logical, keywordEnd) : Infinity;
    for (const comment of comments) {
      if (comment.range.start < argumentsFrom) this.mask(comment.range.start, comment.range.end, ' ');
    }
    for (let at = 0; at < keywordEnd; at += 1) {
      if (text[at] !== this.escape && !isSpace(text.charCodeAt(at))) continue;
      const offset = sourceOffset(logical, at);
      this.mask(offset, offset + 1, 'x');
    }
    for (let at = keywordEnd; at < text.length && isSpace(text.charCodeAt(at)); at += 1) {
      if (isBlank(text.charCodeAt(at))) continue;
      const offset = sourceOffset(logical, at);
      this.mask(offset, offset + 1, ' ');
    }
    return range;
  }

  /** Heredoc words of an instruction that may have them, and masks for all that looks like one. */
  private heredocWords(logical: LogicalText): readonly HeredocWord[] {
    const { text } = logical;
    for (let found = text.indexOf('<<'); found !== -1; found = text.indexOf('<<', found + 1)) {
      const range = sourceRange(logical, found, found + 2);
      this.mask(range.start, range.start + 1, 'x');
      this.mask(range.end - 1, range.end, 'x');
    }
    let { keywordEnd, argumentStart } = splitKeyword(text);
    let keyword = text.slice(0, keywordEnd).toUpperCase();
    if (keyword === 'ONBUILD') {
      const start = flagsEnd(text, argumentStart);
      ({ keywordEnd, argumentStart } = splitKeyword(text, start));
      keyword = text.slice(start, keywordEnd).toUpperCase();
    }
    if (!takesHeredocs(keyword)) return [];
    if (readJson(logical, flagsEnd(text, argumentStart), text.length) !== null) return [];
    return heredocWords(text);
  }

  private heredoc(word: HeredocWord, logical: LogicalText, firstLine: number): { heredoc: Heredoc; nextLine: number } {
    const { text, source } = this;
    const { name, quoted, stripTabs, fileDescriptor } = word;
    const range = sourceRange(logical, word.start, word.end);
    const bodyStart = firstLine < this.lineCount ? lineStart(source, firstLine) : text.length;
    for (let line = firstLine; line < this.lineCount; line += 1) {
      const start = lineStart(source, line);
      const end = lineEnd(source, line);
      let at = start;
      if (stripTabs) while (at < end && text.charCodeAt(at) === TAB) at += 1;
      if (end - at !== name.length || !text.startsWith(name, at)) continue;
      return {
        heredoc: {
          range, name, quoted, stripTabs, fileDescriptor,
          bodyRange: { start: bodyStart, end: start }, endRange: { start, end },
        },
        nextLine: line + 1,
      };
    }
    return {
      heredoc: {
        range, name, quoted, stripTabs, fileDescriptor, bodyRange: { start: bodyStart, end: text.length }, endRange: null,
      },
      nextLine: this.lineCount,
    };
  }
}
