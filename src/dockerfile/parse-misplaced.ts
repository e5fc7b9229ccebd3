/** Heredoc words where the builder knows no heredocs. */
import { sourceRange } from './logical-text';
import type { CommandLine, Instruction, MisplacedHeredoc } from './nodes';
import { heredocWord, heredocWords } from './read-heredocs';
import { takesHeredocs } from './scan';

export function misplacedHeredocs(instruction: Instruction): readonly MisplacedHeredoc[] {
  const { keyword, logical } = instruction;
  if (keyword === 'UNKNOWN') return NONE;
  if (keyword === 'ONBUILD') return instruction.instruction === null ? NONE : misplacedHeredocs(instruction.instruction);
  if (!takesHeredocs(keyword)) {
    return heredocWords(logical.text).map((word) => ({ range: sourceRange(logical, word.start, word.end), keyword }));
  }
  return jsonStrings(instruction)
    .filter(({ value }) => heredocWord(value, 0, value.length) !== null)
    .map(({ range }) => ({ range, keyword }));
}

const NONE: readonly never[] = [];

function jsonStrings(instruction: Instruction): readonly { readonly range: MisplacedHeredoc['range']; readonly value: string }[] {
  switch (instruction.keyword) {
    case 'RUN':
      return elementsOf(instruction.command);
    case 'COPY': case 'ADD':
      if (instruction.form === 'words') return NONE;
      return instruction.destination === null ? instruction.sources : [...instruction.sources, instruction.destination];
    default:
      return NONE;
  }
}

function elementsOf(command: CommandLine | null): readonly { readonly range: MisplacedHeredoc['range']; readonly value: string }[] {
  return command?.form === 'json' ? command.elements : NONE;
}
