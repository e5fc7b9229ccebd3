/** Words, assignments and redirections of unbash's tree as our own. */
import type { Assignment, Redirection, Word, WordPart } from 'unbash';
import type { LogicalText } from '../dockerfile/logical-text';
import { sourceRange } from '../dockerfile/logical-text';
import type { ShellAssignment, ShellExpansion, ShellRedirect, ShellWord } from './commands';
import { expansionsOf, simpleExpansions } from './expansions';

/** Nothing in such a word means anything to a shell, so that its parts need not be asked for: they are what costs most. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
/** Wholly in one kind of quotes, and nothing in them means anything. */
const SIMPLY_QUOTED = /^(?:'[^']*'|"[^"$`\\]*")$/;
// A variable's name must not be cut short, here and below: else the ways to read a long word multiply.
/** Plain text, `*` and variables, not quoted. */
const WITH_VARIABLES = /^(?:[A-Za-z0-9_@%+=:,.*/-]|\$[A-Za-z_]\w*(?!\w)|\$\{[A-Za-z_]\w*\})+$/;
/** The same wholly in double quotes, where a blank is plain text, too. */
const QUOTED_WITH_VARIABLES = /^"(?:[^"$`\\]|\$[A-Za-z_]\w*(?!\w)|\$\{[A-Za-z_]\w*\})*"$/;
/** Single signs that mean nothing where they stand as a word. */
const SIGNS: ReadonlySet<string> = new Set(['[', ']', '{}', '!']);
const NAME = /\w+/y;
const NO_VARIABLES: readonly string[] = [];
const NO_EXPANSIONS: readonly ShellExpansion[] = [];

interface Findings {
  quoted: boolean;
  literal: boolean;
  readonly variables: string[];
}

export function toShellWord(text: LogicalText, word: Word): ShellWord {
  const written = word.text;
  if (PLAIN.test(written) || SIGNS.has(written)) return new PlainWord(text, word);
  const range = sourceRange(text, word.pos, word.end);
  if (SIMPLY_QUOTED.test(written)) return literalWord(written.slice(1, -1), written, range, true);
  if (WITH_VARIABLES.test(written)) return new WordWithVariables(range, text, word, false);
  if (QUOTED_WITH_VARIABLES.test(written)) return new WordWithVariables(range, text, word, true);
  const findings: Findings = { quoted: false, literal: !written.startsWith('~'), variables: [] };
  inspect(word.parts, findings);
  const { quoted, literal, variables } = findings;
  return new AnyWord(range, text, word, quoted, literal, variables);
}

/** The value of a word that means itself; null for all others. */
export function literalValue(text: LogicalText, word: Word): string | null {
  if (PLAIN.test(word.text)) return word.text;
  const made = toShellWord(text, word);
  return made.literal ? made.value : null;
}

/** Names behind the `$` signs of a word that holds none but simple ones. */
function variablesIn(written: string): readonly string[] {
  let sign = written.indexOf('$');
  if (sign === -1) return NO_VARIABLES;
  const names: string[] = [];
  for (; sign !== -1; sign = written.indexOf('$', sign + 1)) {
    NAME.lastIndex = written[sign + 1] === '{' ? sign + 2 : sign + 1;
    const [name] = NAME.exec(written) ?? [];
    if (name !== undefined) names.push(name);
  }
  return names;
}

// As a field of each word it would take room in every one.
const NOT_QUOTED = false;
const NOT_LITERAL = false;

/** A word without quotes that means itself: nearly all are, and few are asked where they stand. */
class PlainWord implements ShellWord {
  constructor(private readonly text: LogicalText, private readonly node: Word) {}

  get range(): ShellWord['range'] {
    return sourceRange(this.text, this.node.pos, this.node.end);
  }

  get raw(): string {
    return this.node.text;
  }

  get value(): string {
    return this.node.text;
  }

  get quoted(): boolean {
    return NOT_QUOTED;
  }

  get literal(): boolean {
    return !NOT_QUOTED;
  }

  get variables(): readonly string[] {
    return NO_VARIABLES;
  }

  get expansions(): readonly ShellExpansion[] {
    return NO_EXPANSIONS;
  }
}

/** Plain text and simple variables, wholly in double quotes or without any. */
class WordWithVariables implements ShellWord {
  readonly variables: readonly string[];

  constructor(
    readonly range: ShellWord['range'],
    private readonly text: LogicalText,
    private readonly node: Word,
    readonly quoted: boolean,
  ) {
    this.variables = variablesIn(node.text);
  }

  get raw(): string {
    return this.node.text;
  }

  get value(): string {
    return this.quoted ? this.node.text.slice(1, -1) : this.node.text;
  }

  get literal(): boolean {
    return NOT_LITERAL;
  }

  get expansions(): readonly ShellExpansion[] {
    return this.variables.length === 0 ? NO_EXPANSIONS : simpleExpansions(this.text, this.node, this.quoted);
  }
}

/** A word whose parts were asked for. */
class AnyWord implements ShellWord {
  readonly raw: string;

  constructor(
    readonly range: ShellWord['range'],
    private readonly text: LogicalText,
    private readonly node: Word,
    readonly quoted: boolean,
    readonly literal: boolean,
    readonly variables: readonly string[],
  ) {
    this.raw = joinContinuations(node.text);
  }

  get value(): string {
    return this.node.value;
  }

  get expansions(): readonly ShellExpansion[] {
    return expansionsOf(this.text, this.node);
  }
}

/** A literal word whose text is known without asking the parser. */
export function literalWord(value: string, raw: string, range: ShellWord['range'], quoted: boolean): ShellWord {
  return { range, raw, value, quoted, literal: true, variables: NO_VARIABLES, expansions: NO_EXPANSIONS };
}

export function toAssignment(text: LogicalText, node: Assignment): ShellAssignment {
  const { value } = node;
  return {
    range: sourceRange(text, node.pos, node.end),
    name: node.name,
    append: node.append === true,
    value: value.type === 'Word' ? toShellWord(text, value) : null,
  };
}

/** An assignment that is an argument: `export A="b c"` has the argument `A=b c`. */
export function assignmentWord(text: LogicalText, node: Assignment): ShellWord {
  const { value } = node;
  const range = sourceRange(text, node.pos, node.end);
  if (value.type !== 'Word') {
    const raw = joinContinuations(node.text);
    return { range, raw, value: raw, quoted: false, literal: false, variables: NO_VARIABLES, expansions: NO_EXPANSIONS };
  }
  const made = toShellWord(text, value);
  const { raw, value: resolved, quoted, literal, variables } = made;
  const head = text.text.slice(node.pos, value.pos);
  return {
    range, raw: head + raw, value: head + resolved, quoted, literal, variables,
    get expansions() {
      return made.expansions;
    },
  };
}

/** A word of the form `A=b` that a program such as `env` takes as an assignment. */
export function assignmentOfWord(word: ShellWord): ShellAssignment {
  const sign = word.value.indexOf('=');
  const append = word.value[sign - 1] === '+';
  const rawSign = word.raw.indexOf('=');
  const start = Math.min(word.range.start + rawSign + 1, word.range.end);
  const { quoted, literal, variables } = word;
  return {
    range: word.range,
    name: word.value.slice(0, append ? sign - 1 : sign),
    append,
    value: {
      range: { start, end: word.range.end }, raw: word.raw.slice(rawSign + 1), value: word.value.slice(sign + 1), quoted, literal, variables,
      get expansions() {
        return word.expansions;
      },
    },
  };
}

export function toRedirect(text: LogicalText, node: Redirection): ShellRedirect {
  const range = sourceRange(text, node.pos, node.end);
  const fileDescriptor = node.descriptor?.type === 'FileDescriptor' ? node.descriptor.value : null;
  const { operator } = node;
  if (node.type !== 'HereDoc') {
    return { range, operator, fileDescriptor, target: node.target === undefined ? null : toShellWord(text, node.target), body: null };
  }
  const { delimiter } = node;
  const target = delimiter === undefined
    ? null
    : literalWord(delimiter.value, delimiter.text, sourceRange(text, delimiter.pos, delimiter.end), delimiter.quoted);
  const body = operator === '<<-' ? node.body.text.replace(/^\t+/gm, '') : node.body.text;
  return { range, operator, fileDescriptor, target, body };
}

function joinContinuations(written: string): string {
  return written.includes('\\\n') ? written.replaceAll('\\\n', '') : written;
}

function inspect(parts: readonly WordPart[] | undefined, findings: Findings): void {
  if (parts === undefined) return;
  for (const part of parts) {
    switch (part.type) {
      case 'Literal':
        break;
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        findings.quoted = true;
        break;
      case 'DoubleQuoted':
      case 'LocaleString':
        findings.quoted = true;
        inspect(part.parts, findings);
        break;
      case 'SimpleExpansion':
        findings.literal = false;
        findings.variables.push(part.text.slice(1));
        break;
      case 'ParameterExpansion':
        findings.literal = false;
        findings.variables.push(part.parameter);
        if (part.operation?.type === 'Default') inspectOperand(part.operation.operand, findings);
        break;
      case 'BraceExpansion':
      case 'ExtendedGlob':
        findings.literal = false;
        inspect(part.parts, findings);
        break;
      default:
        findings.literal = false;
    }
  }
}

/** Variables of the `w` in `${v:-w}`: its quotes say nothing about the word around it. */
function inspectOperand(operand: Word, findings: Findings): void {
  inspect(operand.parts, { quoted: false, literal: true, variables: findings.variables });
}
