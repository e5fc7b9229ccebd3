/** Scanned instructions to nodes. */
import { trimEnd } from './characters';
import type { LogicalText } from './logical-text';
import { sliceLogical, sourceRange } from './logical-text';
import type {
  CommandLine, Heredoc, Instruction, Keyword, Word,
} from './nodes';
import { KEYWORDS } from './nodes';
import { flagsEnd, readFlags } from './read-flags';
import { readJson, readJsonWords } from './read-json';
import { readNames, readPairs } from './read-pairs';
import type { Escape } from './read-quotes';
import { readWords, restAsWord, wordAt } from './read-words';
import type { ScannedInstruction } from './scan';
import { splitKeyword } from './scan';

/** What the scan knows of an instruction, or of the one inside an ONBUILD. */
export type InstructionInput = ScannedInstruction;

export function buildInstruction(input: InstructionInput, escape: Escape, trigger = false): Instruction {
  const { logical } = input;
  const { argumentStart } = splitKeyword(logical.text);
  const end = trimEnd(logical.text, argumentStart, logical.text.length);
  const start = Math.min(end, flagsEnd(logical.text, argumentStart));
  const keyword = knownKeyword(input.keywordText);
  const heredocs = keyword === 'ONBUILD' ? [] : input.heredocs;
  const common = {
    kind: 'instruction' as const,
    keywordText: input.keywordText,
    keywordRange: input.keywordRange,
    range: input.range,
    logical,
    argumentText: logical.text.slice(argumentStart, end),
    argumentRange: argumentStart < end ? sourceRange(logical, argumentStart, end) : null,
    flags: readFlags(logical, argumentStart, end),
    heredocs,
    comments: input.comments,
    trigger,
  };
  const json = takesJson(keyword) ? readJson(logical, start, end) : null;
  const words = json === null ? wordsWithoutHeredocs(logical, start, end, escape, heredocs) : [];
  switch (keyword) {
    case 'FROM': {
      const [image = null, as, name = null] = words;
      return { ...common, keyword, words, image, as: as?.value.toLowerCase() === 'as' ? { keyword: as, name } : null };
    }
    case 'RUN': case 'CMD': case 'ENTRYPOINT':
      return { ...common, keyword, words, command: json ?? shellText(logical, start, end) };
    case 'SHELL':
      return { ...common, keyword, words, command: json };
    case 'HEALTHCHECK':
      return healthcheck();
    case 'COPY': case 'ADD': {
      const array = readJsonWords(logical, start, end);
      const paths = array ?? words;
      return {
        ...common, keyword, words: array === null ? words : [], form: array === null ? 'words' : 'json',
        sources: paths.slice(0, -1), destination: paths[paths.length - 1] ?? null,
      };
    }
    case 'VOLUME': {
      const array = readJsonWords(logical, start, end);
      return {
        ...common, keyword, words: array === null ? words : [], form: array === null ? 'words' : 'json', paths: array ?? words,
      };
    }
    case 'ENV': case 'LABEL':
      return { ...common, keyword, words, ...readPairs(logical, start, end, escape) };
    case 'ARG':
      return { ...common, keyword, words, pairs: readNames(logical, start, end, escape) };
    case 'EXPOSE':
      return { ...common, keyword, words, ports: words };
    case 'WORKDIR':
      return { ...common, keyword, words, path: restAsWord(logical, start, end, escape) };
    case 'USER':
      return { ...common, keyword, words, user: restAsWord(logical, start, end, escape) };
    case 'STOPSIGNAL':
      return { ...common, keyword, words, signal: restAsWord(logical, start, end, escape) };
    case 'ONBUILD':
      return { ...common, keyword, words, instruction: start < end && !trigger ? triggerOf(input, start, escape) : null };
    case 'MAINTAINER':
      return { ...common, keyword, words };
    case 'UNKNOWN':
      return { ...common, keyword, words };
  }

  function healthcheck(): Instruction {
    const { keywordEnd: typeEnd, argumentStart: commandStart } = splitKeyword(logical.text, start);
    const type = typeEnd > start ? wordAt(logical, start, typeEnd, escape) : null;
    const array = readJson(logical, commandStart, end);
    return {
      ...common,
      keyword: 'HEALTHCHECK',
      words: array === null ? words : [],
      type,
      command: array ?? shellText(logical, commandStart, end),
    };
  }
}

const KEYWORD_SET: ReadonlyMap<string, Keyword> = new Map(KEYWORDS.map((keyword) => [keyword, keyword]));

export function knownKeyword(text: string): Keyword | 'UNKNOWN' {
  return KEYWORD_SET.get(text) ?? KEYWORD_SET.get(text.toUpperCase()) ?? 'UNKNOWN';
}

function takesJson(keyword: Keyword | 'UNKNOWN'): boolean {
  switch (keyword) {
    case 'RUN': case 'CMD': case 'ENTRYPOINT': case 'SHELL':
      return true;
    default:
      return false;
  }
}

function shellText(logical: LogicalText, start: number, end: number): CommandLine | null {
  if (start >= end) return null;
  return { form: 'shell', range: sourceRange(logical, start, end), logical: sliceLogical(logical, start, end) };
}

/** The instruction behind ONBUILD. */
function triggerOf(outer: InstructionInput, start: number, escape: Escape): Instruction {
  const logical = sliceLogical(outer.logical, start);
  const { keywordEnd } = splitKeyword(logical.text);
  const keywordRange = sourceRange(logical, 0, keywordEnd);
  return buildInstruction({
    range: { start: keywordRange.start, end: outer.range.end },
    keywordRange,
    keywordText: logical.text.slice(0, keywordEnd),
    logical,
    comments: outer.comments.filter((comment) => comment.range.start >= keywordRange.start),
    heredocs: outer.heredocs,
  }, escape, true);
}

function wordsWithoutHeredocs(
  logical: LogicalText, start: number, end: number, escape: Escape, heredocs: readonly Heredoc[],
): readonly Word[] {
  const words = readWords(logical, start, end, escape);
  if (heredocs.length === 0) return words;
  return words.filter(({ range }) => !heredocs.some((heredoc) => range.start >= heredoc.range.start && range.end <= heredoc.range.end));
}
