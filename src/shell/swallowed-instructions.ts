/** Instructions that stand inside another one: behind a backslash that should not be there, or as a program of the shell. */
import { continuedLines, type ContinuedLine } from '../dockerfile/continued-lines';
import type { DockerfileModel } from '../dockerfile/model-types';
import { KEYWORDS, type Instruction } from '../dockerfile/nodes';
import type { Range } from '../dockerfile/source';
import type { ShellCommand, ShellView } from './commands';

export interface SwallowedInstruction {
  /** As written. */
  readonly keyword: string;
  readonly keywordRange: Range;
  /** The command that the shell would run by this name; null when the word is one of several arguments. */
  readonly command: ShellCommand | null;
  /** The line that the word begins; null when it stands further right, or in a heredoc. */
  readonly line: ContinuedLine | null;
  /** The line of text before that one; null exactly when `line` is. */
  readonly lineBefore: ContinuedLine | null;
  /** Blank lines stand between the two. */
  readonly behindBlank: boolean;
}

const NONE: readonly SwallowedInstruction[] = [];
const WORD = new RegExp(`^(?:${KEYWORDS.join('|')})(?=[ \\t]+[^ \\t&|;])`, 'i');
const MENTION = new RegExp(`\\b(?:${KEYWORDS.join('|')})[ \\t]`, 'i');
/** How each of them ends in capitals, which alone count without a blank line. */
const CAPITALS = /[A-Z]{3}[ \t]/;
const NAMES: ReadonlySet<string> = new Set(KEYWORDS);

/**
 * A word counts when it is in capitals, or, behind a blank line, small like the keyword of the instruction that it stands
 * in. Words in quotes never count, and where the builder refuses the instruction anyway nothing is said.
 */
export function swallowedInstructions(model: DockerfileModel, shell: ShellView, instruction: Instruction): readonly SwallowedInstruction[] {
  // A trigger is looked at with the ONBUILD around it.
  const inner = instruction.keyword === 'ONBUILD' ? instruction.instruction : instruction;
  if (instruction.trigger || inner === null || !canSwallow(inner)) return NONE;
  if (inner.heredocs.length === 0) {
    const { argumentText } = inner;
    if (!(CAPITALS.test(argumentText) || hasBlankLine(model, instruction)) || !MENTION.test(argumentText)) return NONE;
  }
  const found = lineStarts(model, instruction).filter(({ keywordRange }) => !isOwnWord(inner, keywordRange));
  const isRunByShell = inner.keyword === 'RUN' || inner.keyword === 'CMD' || inner.keyword === 'ENTRYPOINT' || inner.keyword === 'HEALTHCHECK';
  if (!isRunByShell) return found.filter(({ keywordRange }) => inner.words.some(({ range }) => range.start === keywordRange.start));
  return ofShell(shell.commands(inner), found);
}

function hasBlankLine({ source }: DockerfileModel, { range }: Instruction): boolean {
  return /\n[\s\x85]*\n/.test(source.text.slice(range.start, range.end));
}

function canSwallow(node: Instruction): boolean {
  switch (node.keyword) {
    case 'ENV':
    case 'LABEL':
      return node.form === 'legacy';
    case 'EXPOSE':
    case 'FROM':
    case 'SHELL':
    case 'STOPSIGNAL':
    case 'USER':
    case 'UNKNOWN':
      return false;
    default:
      return true;
  }
}

/** `HEALTHCHECK CMD` and `ONBUILD RUN` hold two keywords by right. */
function isOwnWord(inner: Instruction, { start }: Range): boolean {
  return start === inner.keywordRange.start || (inner.keyword === 'HEALTHCHECK' && start === inner.type?.range.start);
}

function lineStarts({ source, document }: DockerfileModel, instruction: Instruction): readonly SwallowedInstruction[] {
  const found: SwallowedInstruction[] = [];
  const isSmall = instruction.keywordText === instruction.keywordText.toLowerCase();
  let lineBefore: ContinuedLine | null = null;
  let behindBlank = false;
  for (const line of continuedLines(source, document.escape, instruction)) {
    if (line.kind === 'blank') behindBlank = true;
    if (line.kind !== 'text') continue;
    const keyword = lineBefore === null ? null : (WORD.exec(source.text.slice(line.visible, line.range.end))?.[0] ?? null);
    if (keyword !== null && (NAMES.has(keyword) || (behindBlank && isSmall && keyword === keyword.toLowerCase()))) {
      const keywordRange = { start: line.visible, end: line.visible + keyword.length };
      found.push({ keyword, keywordRange, command: null, line, lineBefore, behindBlank });
    }
    lineBefore = line;
    behindBlank = false;
  }
  return found;
}

/** Those at the start of a line that the shell takes for words of their own, and further ones that it would run. */
function ofShell(commands: readonly ShellCommand[], found: readonly SwallowedInstruction[]): readonly SwallowedInstruction[] {
  const byStart = new Map(found.map((each) => [each.keywordRange.start, each]));
  const swallowed: SwallowedInstruction[] = [];
  for (const command of commands) {
    const [first] = command.words;
    for (const word of command.words) {
      const atLineStart = byStart.get(word.range.start);
      const runs = word === first && command.wrapper === null;
      if (atLineStart !== undefined && word.raw === atLineStart.keyword) {
        swallowed.push({ ...atLineStart, command: runs ? command : null });
        byStart.delete(word.range.start);
      } else if (runs && NAMES.has(word.raw) && command.words.length > 1) {
        swallowed.push({ keyword: word.raw, keywordRange: word.range, command, line: null, lineBefore: null, behindBlank: false });
      }
    }
  }
  return swallowed.sort((a, b) => a.keywordRange.start - b.keywordRange.start);
}
