/**
 * dockerfile-ast 0.7.1, asked for one thing only: where instructions and their keywords begin and end.
 * Nothing else of it is read (its values have many known defects), so nothing else need be built.
 */
import * as parserModule from 'dockerfile-ast/lib/parser';
import type { Escape } from './read-quotes';

/** Offsets in the text. `end` may lie behind trailing blanks and line ends. */
export interface Boundary {
  readonly start: number;
  readonly keywordEnd: number;
  readonly end: number;
  /** As dockerfile-ast joins it. */
  readonly keyword: string;
}

type Visit = (boundary: Boundary) => void;
type BoundaryParser = (text: string, escape: Escape, visit: Visit) => void;

/** Visits the boundaries of a masked text in order; false when dockerfile-ast cannot read it. */
export function visitBoundaries(maskedText: string, escape: Escape, visit: Visit): boolean {
  try {
    patchedParser ??= patch(parserModule.Parser);
    if (patchedParser === null) visitStockBoundaries(maskedText, visit);
    else patchedParser(maskedText, escape, visit);
    return true;
  } catch {
    return false;
  }
}

/** Made at the first use: undefined before, null when this version cannot be patched. */
let patchedParser: BoundaryParser | null | undefined;

interface InternalParser {
  document: unknown;
  buffer: string;
  escapeChar: string;
  processInstruction(dockerfile: unknown, first: string, start: number): number;
  processArguments(dockerfile: unknown, keyword: string, keywordEnd: number, start: number, offset: number): number;
  processComment(dockerfile: unknown, start: number): number;
  createInstruction(dockerfile: unknown, keyword: string, start: number, keywordEnd: number, end: number): unknown;
}

const METHODS = ['processInstruction', 'processArguments', 'processComment', 'createInstruction', 'parse'];

function isPatchable(parser: unknown): parser is new () => InternalParser {
  if (typeof parser !== 'function') return false;
  const prototype: unknown = parser.prototype;
  return typeof prototype === 'object' && prototype !== null && METHODS.every((name) => typeof Reflect.get(prototype, name) === 'function');
}

/**
 * The stock parser builds every instruction twice (once only to look for heredocs, which are masked here), scans
 * its arguments several times, and sorts all comments into all stages. The patched one notes offsets instead.
 * Null when the parser has not the methods that 0.7.1 has.
 */
export function patch(parser: unknown): BoundaryParser | null {
  if (!isPatchable(parser)) return null;
  const ignore = { addInstruction: nothing, addComment: nothing };
  const noInstruction = { getKeyword: () => '' };

  class OffsetParser extends parser {
    private onTrial = false;

    constructor(private readonly visit: Visit) {
      super();
    }

    visitAll(text: string, escape: Escape): void {
      this.document = null;
      this.buffer = text;
      this.escapeChar = escape;
      for (let at = 0; at < text.length; at += 1) {
        const character = text.charAt(at);
        if (character === ' ' || character === '\t' || character === '\r' || character === '\n') continue;
        at = character === '#' ? this.processComment(ignore, at) : this.processInstruction(ignore, character, at);
      }
    }

    override processArguments(dockerfile: unknown, keyword: string, keywordEnd: number, start: number, offset: number): number {
      this.onTrial = true;
      const end = super.processArguments(dockerfile, keyword, keywordEnd, start, offset);
      this.onTrial = false;
      return end;
    }

    override processComment(_dockerfile: unknown, start: number): number {
      const lineFeed = this.buffer.indexOf('\n', start);
      return lineFeed === -1 ? this.buffer.length : lineFeed;
    }

    override createInstruction(_dockerfile: unknown, keyword: string, start: number, keywordEnd: number, end: number): unknown {
      if (!this.onTrial) this.visit({ start, keywordEnd, end, keyword });
      return noInstruction;
    }
  }

  return (text, escape, visit) => {
    new OffsetParser(visit).visitAll(text, escape);
  };
}

function nothing(): void {
  // Comments and instructions are not collected in the parser's own lists.
}

/** The same from the parser as it is published. Reads the escape directive itself. */
export function visitStockBoundaries(text: string, visit: Visit): void {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const offset = (position: { line: number; character: number }): number => (lineStarts[position.line] ?? text.length) + position.character;
  for (const instruction of new parserModule.Parser().parse(text).getInstructions()) {
    const range = instruction.getRange();
    visit({
      start: offset(range.start),
      keywordEnd: offset(instruction.getInstructionRange().end),
      end: offset(range.end),
      keyword: instruction.getInstruction(),
    });
  }
}
