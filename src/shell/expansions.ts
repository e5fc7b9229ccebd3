/** What a shell replaces in a word, each with its place. */
import type { Word, WordPart } from 'unbash';
import type { LogicalText } from '../dockerfile/logical-text';
import { sourceRange } from '../dockerfile/logical-text';
import type { ShellExpansion } from './commands';

const SIMPLE = /\$(?:(\w+)|\{(\w+)\})/g;

/** Of a word that holds no other expansions than `$name` and `${name}`: the parser, which is slow, is not asked. */
export function simpleExpansions(text: LogicalText, word: Word, quoted: boolean): readonly ShellExpansion[] {
  return Array.from(word.text.matchAll(SIMPLE), (match) => {
    const start = word.pos + match.index;
    const [raw, bare, braced] = match;
    return { kind: 'variable', range: sourceRange(text, start, start + raw.length), raw, name: bare ?? braced ?? null, operator: null, quoted };
  });
}

/** Outermost ones in the order of the text: what stands in the `w` of `${v:-w}` or in `$(…)` is left out. */
export function expansionsOf(text: LogicalText, word: Word): readonly ShellExpansion[] {
  const found: ShellExpansion[] = [];
  collect(text, word.parts, false, found);
  return found;
}

function collect(text: LogicalText, parts: readonly WordPart[] | undefined, quoted: boolean, found: ShellExpansion[]): void {
  for (const part of parts ?? []) {
    switch (part.type) {
      case 'DoubleQuoted':
      case 'LocaleString':
        collect(text, part.parts, true, found);
        break;
      case 'SimpleExpansion':
        found.push(expansion(text, part, 'variable', quoted, part.text.slice(1)));
        break;
      case 'ParameterExpansion':
        found.push(expansion(text, part, 'variable', quoted, part.parameter, part.prefix ?? part.operation?.operator ?? (part.index === undefined ? null : '[')));
        break;
      case 'CommandExpansion':
        found.push(expansion(text, part, 'command', quoted));
        break;
      case 'ArithmeticExpansion':
        found.push(expansion(text, part, 'arithmetic', quoted));
        break;
      case 'ProcessSubstitution':
        found.push(expansion(text, part, 'process', quoted));
        break;
      case 'AnsiCQuoted':
        found.push(expansion(text, part, 'ansi-c', true));
        break;
      case 'BraceExpansion':
        found.push(expansion(text, part, 'brace', quoted));
        collect(text, part.parts, quoted, found);
        break;
      case 'ExtendedGlob':
        collect(text, part.parts, quoted, found);
    }
  }
}

function expansion(
  text: LogicalText, part: WordPart, kind: ShellExpansion['kind'], quoted: boolean, name: string | null = null, operator: string | null = null,
): ShellExpansion {
  return { kind, range: sourceRange(text, part.pos, part.end), raw: part.text.replaceAll('\\\n', ''), name, operator, quoted };
}
