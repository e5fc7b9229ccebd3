/**
 * What the builder sees before it knows any instruction: directives, logical lines, comments and heredocs.
 * Also notes what dockerfile-ast would read otherwise, as edits of the same length (see parse-mask.ts).
 */
import { HASH, isBlank, isSeparator, isSpace, skipSpace, TAB, trimEnd } from './characters';
import type { LogicalText } from './logical-text';
import { sourceOffset, sourceRange } from './logical-text';
import type { Comment, DockerfileDocument, Heredoc } from './nodes';
import { flagsEnd } from './read-flags';
import type { HeredocWord } from './read-heredocs';
import { heredocWords } from './read-heredocs';
import { readJson } from './read-json';
import type { Escape } from './read-quotes';
import type { Head } from './scan-directives';
import { lineEnd, lineStart, readHead } from './scan-directives';
import type { LogicalLine, MaskEdit } from './scan-lines';
import { LineReader } from './scan-lines';
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

/** What stands around the instructions. */
export interface Surroundings
  extends Pick<DockerfileDocument, 'directives' | 'refusedDirectives' | 'escape' | 'comments'> {
  /** Not sorted; where two begin at the same place, the later one counts. */
  readonly edits: readonly MaskEdit[];
}

export interface Scan extends Surroundings {
  readonly instructions: readonly ScannedInstruction[];
}

/** Visits the instructions in order. They are not kept, so that the caller need hold only what it makes of them. */
export function scanInstructions(source: Source, visit: (instruction: ScannedInstruction, escape: Escape) => void): Surroundings {
  return new Scanner(source, visit).run();
}

export function scan(source: Source): Scan {
  const instructions: ScannedInstruction[] = [];
  return { ...scanInstructions(source, (instruction) => instructions.push(instruction)), instructions };
}

const NONE: readonly never[] = [];

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
  private readonly comments: Comment[] = [];
  private readonly head: Head;
  private readonly lines: LineReader;
  /** Most files have no `<<` at all. */
  private readonly anyHeredoc: boolean;

  constructor(private readonly source: Source, private readonly visit: (instruction: ScannedInstruction, escape: Escape) => void) {
    this.head = readHead(source);
    this.lines = new LineReader(source, this.head.escape);
    this.anyHeredoc = source.text.includes('<<');
  }

  run(): Surroundings {
    const { source, head, lines, comments } = this;
    if (source.bomLength === 1) lines.mask(0, 1, ' ');
    let nextDirective = 0;
    let line = 0;
    while (line < lines.lineCount) {
      const visible = lines.visibleStart(line);
      const end = lineEnd(source, line);
      line += 1;
      if (head.lines[nextDirective] === line - 1) nextDirective += 1;
      else if (visible === end) continue;
      else if (source.text.charCodeAt(visible) === HASH) comments.push(lines.comment(visible, end));
      else line = this.instruction(lines.logicalLine(visible, end, line), visible);
    }
    return { directives: head.directives, refusedDirectives: head.refused, escape: head.escape, comments, edits: lines.edits };
  }

  /** Visits the instruction of a logical line; returns the line behind it. */
  private instruction({ logical, comments, end: lineStop, nextLine }: LogicalLine, visible: number): number {
    const { keywordEnd } = splitKeyword(logical.text);
    const keywordRange = this.keyword(logical, keywordEnd, visible, comments);
    const mentionsHeredoc = this.anyHeredoc && logical.text.includes('<<');
    const words = mentionsHeredoc ? this.heredocWords(logical) : NONE;
    let line = nextLine;
    let end = lineStop;
    let heredocs: readonly Heredoc[] = NONE;
    if (words.length > 0) {
      heredocs = words.map((word) => {
        const read = this.heredoc(word, logical, line);
        line = read.nextLine;
        end = Math.max(end, (read.heredoc.endRange ?? read.heredoc.bodyRange).end);
        return read.heredoc;
      });
      this.lines.mask(lineStop, end, 'x');
    }
    const keywordText = logical.text.slice(0, keywordEnd);
    this.visit({ range: { start: visible, end }, keywordRange, keywordText, logical, comments, heredocs, mentionsHeredoc }, this.head.escape);
    return line;
  }

  /** Range of the keyword; masks what keeps dockerfile-ast from reading it whole. */
  private keyword(logical: LogicalText, keywordEnd: number, visible: number, comments: readonly Comment[]): Range {
    const { text } = logical;
    if (keywordEnd === 0) {
      // A file that ends in bare escape characters: the builder sees an instruction without a name.
      this.lines.mask(visible, visible + 1, 'x');
      this.lines.mask(visible + 1, this.source.text.length, ' ');
      return { start: visible, end: visible + 1 };
    }
    const range = sourceRange(logical, 0, keywordEnd);
    if (range.start > visible) this.lines.mask(visible, range.start, ' ');
    const argumentsFrom = keywordEnd < text.length ? sourceOffset(logical, keywordEnd) : Infinity;
    for (const comment of comments) {
      if (comment.range.start < argumentsFrom) this.lines.mask(comment.range.start, comment.range.end, ' ');
    }
    for (let at = 0; at < keywordEnd; at += 1) {
      if (text[at] !== this.lines.escape && !isSpace(text.charCodeAt(at))) continue;
      const offset = sourceOffset(logical, at);
      this.lines.mask(offset, offset + 1, 'x');
    }
    for (let at = keywordEnd; at < text.length && isSpace(text.charCodeAt(at)); at += 1) {
      if (isBlank(text.charCodeAt(at))) continue;
      const offset = sourceOffset(logical, at);
      this.lines.mask(offset, offset + 1, ' ');
    }
    return range;
  }

  /** Heredoc words of an instruction that may have them, and masks for all that looks like one. */
  private heredocWords(logical: LogicalText): readonly HeredocWord[] {
    const { text } = logical;
    for (let found = text.indexOf('<<'); found !== -1; found = text.indexOf('<<', found + 1)) {
      const range = sourceRange(logical, found, found + 2);
      this.lines.mask(range.start, range.start + 1, 'x');
      this.lines.mask(range.end - 1, range.end, 'x');
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
    const { source } = this;
    const { text, lineStarts } = source;
    const { name, quoted, stripTabs, fileDescriptor } = word;
    const range = sourceRange(logical, word.start, word.end);
    const bodyStart = firstLine < lineStarts.length ? lineStart(source, firstLine) : text.length;
    for (let line = firstLine; line < lineStarts.length; line += 1) {
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
      nextLine: lineStarts.length,
    };
  }
}
