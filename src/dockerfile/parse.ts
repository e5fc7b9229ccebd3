/** Text to nodes: the one way into the document layer. Never throws and never stops half-way. */
import type { DockerfileDocument, Instruction, MisplacedHeredoc } from './nodes';
import type { Boundary } from './parse-ast';
import { visitBoundaries } from './parse-ast';
import { buildInstruction } from './parse-instructions';
import { maskText } from './parse-mask';
import { misplacedHeredocs } from './parse-misplaced';
import type { ScannedInstruction, Surroundings } from './scan';
import { scanInstructions } from './scan';
import { overlongLines } from './scan-limits';
import type { Source } from './source';
import { positionAt } from './source';

/**
 * Reads a Dockerfile. A text that the builder cannot read at all (UTF-16, invalid UTF-8, NUL characters, a line
 * over 65,535 bytes) has no instructions; directives and comments are still given, but for UTF-16.
 */
export function parseDocument(source: Source): DockerfileDocument {
  const nul = source.text.indexOf('\0');
  const overlong = overlongLines(source);
  const readable = source.encoding.kind === 'utf-8' && nul === -1 && overlong.length === 0;
  const instructions: Instruction[] = [];
  const misplaced: MisplacedHeredoc[] = [];
  const found = source.encoding.kind === 'utf-16' ? NOTHING : scanInstructions(source, (scanned, escape) => {
    if (!readable) return;
    const instruction = buildInstruction(scanned, escape);
    instructions.push(instruction);
    if (!scanned.mentionsHeredoc) return;
    for (const heredoc of misplacedHeredocs(instruction)) misplaced.push(heredoc);
  });
  return {
    directives: found.directives,
    refusedDirectives: found.refusedDirectives,
    escape: found.escape,
    comments: found.comments,
    instructions,
    overlongLines: overlong,
    misplacedHeredocs: misplaced,
    nulOffset: nul === -1 ? null : nul,
    disagreements: readable ? disagreementsWithAst(source, found, instructions) : [],
  };
}

const NOTHING: Surroundings = { directives: [], refusedDirectives: [], escape: '\\', comments: [], edits: [] };

type Placed = Pick<ScannedInstruction, 'range' | 'keywordRange' | 'keywordText'>;

/** One line for the first instruction that dockerfile-ast sees elsewhere: behind it the two may only be out of step. */
export function disagreementsWithAst(
  source: Source, { edits, escape }: Pick<Surroundings, 'edits' | 'escape'>, instructions: readonly Placed[],
): readonly string[] {
  let count = 0;
  const found: string[] = [];
  const readable = visitBoundaries(maskText(source.text, edits), escape, (boundary) => {
    const instruction = instructions[count];
    count += 1;
    if (found.length > 0 || (instruction !== undefined && agree(source.text, boundary, instruction))) return;
    found.push(`${describe(source, "dockerfile-ast's", boundary.keyword, boundary)}, not ${describeOurs(source, instruction)}`);
  });
  if (!readable) return ['dockerfile-ast could not read the file'];
  if (found.length === 0 && count < instructions.length) found.push(`nothing, not ${describeOurs(source, instructions[count])}`);
  return found;
}

function agree(text: string, boundary: Boundary, { range, keywordRange }: Placed): boolean {
  if (boundary.start !== keywordRange.start || boundary.keywordEnd !== keywordRange.end) return false;
  return boundary.end === range.end || visibleEnd(text, boundary.end) === visibleEnd(text, range.end);
}

function visibleEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function describeOurs(source: Source, instruction: Placed | undefined): string {
  return instruction === undefined ? 'nothing' : describe(source, 'our', instruction.keywordText, instruction.range);
}

function describe(source: Source, whose: string, keyword: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const { line, column } = positionAt(source, start);
  return `${whose} ${keyword} at ${line + 1}:${column + 1} (${start}–${end})`;
}
