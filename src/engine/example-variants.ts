/**
 * The automatic variants of a rule's examples: the same file as other people write it. The verdict must not change.
 *
 * - `crlf`: every line end, also in heredocs. Not for texts that hold a carriage return already.
 * - `bom`: a byte-order mark in front. Not for texts that begin with one.
 * - `indented`: blanks before every instruction and every comment between instructions. Continued lines and heredocs are
 *   left alone, since blanks there are text; directives too.
 * - `lower-case`: keywords only, also that of a trigger, `AS`, and `NONE` or `CMD` behind HEALTHCHECK. All of them, so
 *   that the file stays consistent.
 * - `backtick`: an escape directive in front, and a backtick for every backslash that continues a line. Not for texts with
 *   directives of their own, with backticks, or with backslashes that mean something else (in heredocs, comments, words).
 * - `onbuild`: every instruction of the last stage that may be a trigger becomes one. Other stages stay as they are,
 *   because what is copied or inherited from them is then still known. Not for stages with triggers of their own (they
 *   would run together with the new ones), nor where one instruction uses a variable that another sets (what one trigger
 *   leaves to the next is unknown).
 * - `comments`: a comment line in front of every continued line. Heredocs are left alone, since it would be text there.
 * - `heredoc`: every RUN in shell form gets its text as a heredoc. Not for triggers, which may not have one, nor where the
 *   text would mean something else there: with comments or blank lines inside, or continued by a backtick.
 *
 * A variant that leaves the text as it is (no line end, no trigger, keywords in lower case already) is not worth a run.
 */
import { parseDocument } from '../dockerfile/parse';
import type { DockerfileDocument, Instruction } from '../dockerfile/nodes';
import { createSource, type Range } from '../dockerfile/source';
import { applyEdits } from './edits';
import type { Edit } from './result';
import type { VariantName } from './rule-definition';

export const VARIANTS: readonly VariantName[] = ['crlf', 'bom', 'indented', 'lower-case', 'backtick', 'onbuild', 'comments', 'heredoc'];

export interface VariantText {
  readonly text: string;
  /** Where a range of the original text stands now. */
  readonly moved: (range: Range) => Range;
  /** Whether something at this place of the original text now means another thing: for `onbuild`, that it is a trigger. */
  readonly concerns: (offset: number) => boolean;
}

/** The text in a variant; null where the variant cannot be made of it or would change nothing. */
export function makeVariant(text: string, variant: VariantName): VariantText | null {
  const edits = variantEdits(text, variant);
  if (edits === null || edits.length === 0) return null;
  const applied = applyEdits(text, edits);
  if (applied.kind !== 'applied' || applied.text === text) return null;
  // A carriage return comes before its line feed: what stands at the line end stays before both.
  const stay = variant === 'crlf';
  return {
    text: applied.text,
    concerns: (offset) => variant !== 'onbuild' || triggerCandidates(parse(text)).some(({ range }) => range.start <= offset && offset <= range.end),
    moved: ({ start, end }) => {
      const from = moveOffset(start, edits, stay);
      return { start: from, end: start === end ? from : moveOffset(end, edits, true) };
    },
  };
}

/**
 * What remains of a text when the differences are taken away that a fix need not imitate: it may write keywords in
 * capitals into a file that has them small, an instruction without indentation into one that indents them, and it may
 * delete or leave a comment.
 */
export function withoutStyle(text: string, variant: VariantName): string {
  if (variant === 'lower-case') return makeVariant(text, variant)?.text ?? text;
  if (variant === 'comments') return text.replaceAll(NOTE, '');
  if (variant !== 'indented') return text;
  const edits = starts(parse(text)).map((start) => ({ start: start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0), end: start, text: '' }));
  const applied = applyEdits(text, edits);
  return applied.kind === 'applied' ? applied.text : text;
}

function parse(text: string): DockerfileDocument {
  return parseDocument(createSource('Dockerfile', text));
}

function variantEdits(text: string, variant: VariantName): readonly Edit[] | null {
  switch (variant) {
    case 'crlf':
      return text.includes('\r') ? null : [...text.matchAll(/\n/g)].map(({ index }) => insertion(index, '\r'));
    case 'bom':
      return text.startsWith('\ufeff') ? null : [insertion(0, '\ufeff')];
    case 'indented':
      return starts(parse(text)).map((start) => insertion(start, ' \t '));
    case 'lower-case':
      return parse(text).instructions.flatMap(keywordRanges).map(({ start, end }) => ({ start, end, text: text.slice(start, end).toLowerCase() }));
    case 'backtick':
      return backtickEdits(text);
    case 'onbuild':
      return triggerCandidates(parse(text)).map(({ range }) => insertion(range.start, 'ONBUILD '));
    case 'comments':
      return parse(text).instructions.flatMap((instruction) => continuedLines(text, instruction)).map((start) => insertion(start, NOTE));
    case 'heredoc':
      return heredocEdits(text);
  }
}

const NOTE = '# a note\n';

/** Where the lines of an instruction start, but the first one and those of heredocs. */
function continuedLines(text: string, { range, heredocs }: Instruction): readonly number[] {
  const end = heredocs[0]?.bodyRange.start ?? range.end;
  return [...text.slice(range.start, end).matchAll(/\n/g)].map(({ index }) => range.start + index + 1).filter((start) => start < end);
}

function heredocEdits(text: string): readonly Edit[] {
  const { instructions, escape } = parse(text);
  return instructions.flatMap((instruction) => {
    if (instruction.keyword !== 'RUN' || instruction.command?.form !== 'shell') return [];
    if (instruction.heredocs.length > 0 || instruction.comments.length > 0) return [];
    const { start, end } = instruction.command.range;
    const script = text.slice(start, end);
    const isSame = !/\n[ \t]*\r?\n/.test(script) && (escape === '\\' || !script.includes('\n'));
    return isSame ? [insertion(start, '<<EOF\n'), insertion(end, '\nEOF')] : [];
  });
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function starts({ instructions, comments }: DockerfileDocument): readonly number[] {
  return [...instructions, ...comments].map(({ range }) => range.start);
}

function keywordRanges(instruction: Instruction): readonly Range[] {
  const own = [instruction.keywordRange];
  if (instruction.keyword === 'FROM' && instruction.as !== null) return [...own, instruction.as.keyword.range];
  if (instruction.keyword === 'HEALTHCHECK' && instruction.type !== null && /^(?:none|cmd)$/i.test(instruction.type.value)) return [...own, instruction.type.range];
  if (instruction.keyword === 'ONBUILD' && instruction.instruction !== null) return [...own, ...keywordRanges(instruction.instruction)];
  return own;
}

function backtickEdits(text: string): readonly Edit[] | null {
  const document = parse(text);
  if (text.includes('`') || document.directives.length > 0 || document.refusedDirectives.length > 0) return null;
  const backslashes = [...text.matchAll(/\\/g)].map(({ index }) => index);
  if (!backslashes.every((at) => isContinuation(text, at, document))) return null;
  const head = insertion(text.startsWith('\ufeff') ? 1 : 0, '# escape=`\n');
  return [head, ...backslashes.map((at) => ({ start: at, end: at + 1, text: '`' }))];
}

function isContinuation(text: string, at: number, { instructions }: DockerfileDocument): boolean {
  const within = ({ start, end }: Range): boolean => start <= at && at < end;
  const instruction = instructions.find(({ range }) => within(range));
  if (instruction === undefined || instruction.comments.some(({ range }) => within(range))) return false;
  const body = instruction.heredocs[0]?.bodyRange;
  if (body !== undefined && at >= body.start) return false;
  return text[at - 1] !== '\\' && /^\\[ \t]*\r?\n/.test(text.slice(at));
}

/** Instructions of the last stage that the builder accepts behind ONBUILD; none where the variant cannot be made. */
function triggerCandidates({ instructions }: DockerfileDocument): readonly Instruction[] {
  const from = instructions.map(({ keyword }) => keyword).lastIndexOf('FROM');
  const stage = from === -1 ? [] : instructions.slice(from + 1);
  if (stage.some(({ keyword }) => keyword === 'ONBUILD') || usesOwnVariables(stage)) return [];
  return stage.filter(({ keyword }) => keyword !== 'MAINTAINER' && keyword !== 'UNKNOWN');
}

function usesOwnVariables(stage: readonly Instruction[]): boolean {
  const own = new Set(stage.flatMap((each) => (each.keyword === 'ARG' || each.keyword === 'ENV' ? each.pairs.map(({ key }) => key.value) : [])));
  return stage.some(({ argumentText }) => [...argumentText.matchAll(/\$\{?(\w+)/g)].some((match) => own.has(match[1] ?? '')));
}

/** `before`: an offset at which text is inserted stays in front of it. */
function moveOffset(offset: number, edits: readonly Edit[], before: boolean): number {
  let moved = offset;
  for (const { start, end, text } of edits) {
    const isInsertion = start === end;
    if (isInsertion ? start < offset || (start === offset && !before) : end <= offset) moved += text.length - (end - start);
  }
  return moved;
}
