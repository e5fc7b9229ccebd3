/** Text to nodes: the one way into the document layer. Never throws and never stops half-way. */
import type { DockerfileDocument, Instruction, MisplacedHeredoc } from './nodes';
import type { Boundary } from './parse-ast';
import { boundariesOf } from './parse-ast';
import { buildInstruction } from './parse-instructions';
import { maskText } from './parse-mask';
import { misplacedHeredocs } from './parse-misplaced';
import type { Scan, ScannedInstruction } from './scan';
import { scan } from './scan';
import { overlongLines } from './scan-limits';
import type { Source } from './source';
import { positionAt } from './source';

/**
 * Reads a Dockerfile. A text that the builder cannot read at all (UTF-16, invalid UTF-8, NUL characters, a line
 * over 65,535 bytes) has no instructions; directives and comments are still given, but for UTF-16.
 */
export function parseDocument(source: Source): DockerfileDocument {
  const nul = source.text.indexOf('\0');
  const nulOffset = nul === -1 ? null : nul;
  const overlong = overlongLines(source);
  const scanned: Scan = source.encoding.kind === 'utf-16' ? NOTHING : scan(source);
  const readable = source.encoding.kind === 'utf-8' && nulOffset === null && overlong.length === 0;
  const instructions: Instruction[] = [];
  const misplaced: MisplacedHeredoc[] = [];
  if (readable) {
    for (const input of scanned.instructions) {
      const instruction = buildInstruction(input, scanned.escape);
      instructions.push(instruction);
      if (!input.mentionsHeredoc) continue;
      for (const heredoc of misplacedHeredocs(instruction)) misplaced.push(heredoc);
    }
  }
  return {
    directives: scanned.directives,
    refusedDirectives: scanned.refusedDirectives,
    escape: scanned.escape,
    comments: scanned.comments,
    instructions,
    overlongLines: overlong,
    misplacedHeredocs: misplaced,
    nulOffset,
    disagreements: readable ? disagreementsWithAst(source, scanned) : [],
  };
}

const NOTHING: Scan = { directives: [], refusedDirectives: [], escape: '\\', comments: [], instructions: [], edits: [] };

/** One line for each instruction that dockerfile-ast sees elsewhere than the scan. */
export function disagreementsWithAst(source: Source, scanned: Scan): readonly string[] {
  const boundaries = boundariesOf(maskText(source.text, scanned.edits), scanned.escape);
  if (boundaries === null) return ['dockerfile-ast could not read the file'];
  const found: string[] = [];
  const count = Math.max(boundaries.length, scanned.instructions.length);
  for (let index = 0; index < count; index += 1) {
    const boundary = boundaries[index];
    const instruction = scanned.instructions[index];
    if (boundary !== undefined && instruction !== undefined && agree(source.text, boundary, instruction)) continue;
    found.push(`${describe(source, boundary)}, not ${describe(source, instruction)}`);
    // Once they are out of step, every further line would only repeat it.
    break;
  }
  return found;
}

function agree(text: string, boundary: Boundary, { range, keywordRange }: ScannedInstruction): boolean {
  if (boundary.start !== keywordRange.start || boundary.keywordEnd !== keywordRange.end) return false;
  return boundary.end === range.end || visibleEnd(text, boundary.end) === visibleEnd(text, range.end);
}

function visibleEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function describe(source: Source, found: Boundary | ScannedInstruction | undefined): string {
  if (found === undefined) return 'nothing';
  const range = 'range' in found ? found.range : found;
  const keyword = 'range' in found ? found.keywordText : found.keyword;
  const { line, column } = positionAt(source, range.start);
  return `${'range' in found ? 'our' : "dockerfile-ast's"} ${keyword} at ${line + 1}:${column + 1} (${range.start}–${range.end})`;
}
