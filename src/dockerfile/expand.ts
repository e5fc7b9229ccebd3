/** The builder's word expansion: quotes, escapes and `$v`, with every part of the result tied to its origin. */
import type { Found } from './found';
import { LITERAL, MOST_PARTS, deepest, isPresent, isTooBig, partsInPlace, textOf } from './found';
import type { Range } from './source';
import { withReplacement, withoutPrefix, withoutSuffix } from './shell-pattern';
import type { Origin, Value, ValuePart } from './values';

export type Lookup = (name: string) => Found;

/** Source range of a stretch of the expanded text. */
export type PlaceOf = (start: number, end: number) => Range;

/** A use of a variable in a text that is expanded. */
export interface VariableReference {
  readonly name: string;
  /** The character of `${v-w}`, `${v:+w}` and the like; null when there is none. */
  readonly operator: '-' | '+' | '?' | '#' | '%' | '/' | null;
  /** From the dollar sign on. */
  readonly range: Range;
}

/** `${a:-${b:-…}}` deeper than this becomes unknown. */
const DEEPEST_NESTING = 50;

const NAME = /[\p{L}\p{Nd}_]+/uy;
const DIGITS = /\p{Nd}+/uy;
const SPECIAL_PARAMETERS = '@*#?-$!';
const NEEDS_EXPANSION: Readonly<Record<'\\' | '`', RegExp>> = { '\\': /[$'"\\]/, '`': /[$'"`]/ };

/** Expands a text as the builder would. What the builder refuses is one unknown part. */
export function expandText(text: string, escape: '\\' | '`', placeOf: PlaceOf, lookup: Lookup): Value {
  if (text === '') return { kind: 'parts', parts: [] };
  if (!NEEDS_EXPANSION[escape].test(text)) {
    return { kind: 'parts', parts: [{ kind: 'text', text, origin: LITERAL, range: placeOf(0, text.length) }] };
  }
  const expander = new Expander(text, escape, placeOf, lookup);
  const parts = expander.expand();
  if (parts === null || isTooBig(parts)) {
    return { kind: 'parts', parts: [{ kind: 'unknown', name: null, range: placeOf(0, text.length) }] };
  }
  return expander.isOneUnsetVariable() ? { kind: 'unset' } : { kind: 'parts', parts };
}

/** Thrown inside this file only, to leave a nest of substitutions that the builder refuses. */
class Refused extends Error {}

/** The variables that a text uses, those inside `${a:-$b}` too, in the order in which they end; none when the builder refuses the text. */
export function referencesInText(text: string, escape: '\\' | '`', placeOf: PlaceOf): readonly VariableReference[] {
  if (!text.includes('$')) return [];
  const references: VariableReference[] = [];
  const expander = new Expander(text, escape, placeOf, () => SOMETHING, (reference) => references.push(reference));
  return expander.expand() === null ? [] : references;
}

const SOMETHING: Found = { state: 'unknown' };

/** One pass over one text. The grammar is that of BuildKit's `shell/lex.go`. */
class Expander {
  private at = 0;
  private depth = 0;
  private rawEscapes = false;
  private unsetVariables = 0;
  private others = 0;

  constructor(
    private readonly text: string,
    private readonly escape: '\\' | '`',
    private readonly placeOf: PlaceOf,
    private readonly lookup: Lookup,
    private readonly note: ((reference: VariableReference) => void) | null = null,
  ) {}

  /** Null when the builder refuses the text. */
  expand(): ValuePart[] | null {
    try {
      return this.partsUntil(null, false);
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  isOneUnsetVariable(): boolean {
    return this.unsetVariables === 1 && this.others === 0;
  }

  private partsUntil(stop: string | null, rawEscapes: boolean): ValuePart[] {
    const outer = this.rawEscapes;
    this.rawEscapes = rawEscapes;
    const out: ValuePart[] = [];
    let closed = stop === null;
    while (this.at < this.text.length) {
      const character = this.text.charAt(this.at);
      if (character === stop) {
        this.at += 1;
        closed = true;
        break;
      }
      if (character === '$') this.dollar(out);
      else if (character === "'") this.singleQuoted(out);
      else if (character === '"') this.doubleQuoted(out);
      else if (character === this.escape) this.escaped(out);
      else this.literal(out, stop);
    }
    if (!closed) throw new Refused();
    this.rawEscapes = outer;
    return out;
  }

  private addLiteral(out: ValuePart[], start: number, end: number): void {
    if (end <= start) return;
    this.others += 1;
    out.push({ kind: 'text', text: this.text.slice(start, end), origin: LITERAL, range: this.placeOf(start, end) });
  }

  private literal(out: ValuePart[], stop: string | null): void {
    const start = this.at;
    for (; this.at < this.text.length; this.at += 1) {
      const character = this.text.charAt(this.at);
      if (character === stop || character === '$' || character === "'" || character === '"' || character === this.escape) break;
    }
    this.addLiteral(out, start, this.at);
  }

  private escaped(out: ValuePart[]): void {
    const start = this.at;
    this.at += Math.min(2, this.text.length - start);
    // In front of a surrogate pair the escape takes both halves.
    if (isHighSurrogate(this.text.charCodeAt(this.at - 1)) && this.at < this.text.length) this.at += 1;
    this.addLiteral(out, this.rawEscapes ? start : start + 1, this.at);
  }

  private singleQuoted(out: ValuePart[]): void {
    const end = this.text.indexOf("'", this.at + 1);
    if (end === -1) throw new Refused();
    this.addLiteral(out, this.at + 1, end);
    this.at = end + 1;
  }

  private doubleQuoted(out: ValuePart[]): void {
    this.at += 1;
    let start = this.at;
    while (this.at < this.text.length) {
      const character = this.text.charAt(this.at);
      if (character === '"') {
        this.addLiteral(out, start, this.at);
        this.at += 1;
        return;
      }
      if (character === '$') {
        this.addLiteral(out, start, this.at);
        this.dollar(out);
        start = this.at;
        continue;
      }
      if (character === this.escape) {
        const next = this.text.charAt(this.at + 1);
        const escapes = next === '"' || next === '$' || next === this.escape;
        if (escapes && !this.rawEscapes) {
          this.addLiteral(out, start, this.at);
          start = this.at + 1;
        }
        this.at += escapes ? 2 : 1;
        continue;
      }
      this.at += 1;
    }
    throw new Refused();
  }

  private dollar(out: ValuePart[]): void {
    const start = this.at;
    this.at += 1;
    if (this.text.charAt(this.at) === '{') {
      this.depth += 1;
      if (this.depth > DEEPEST_NESTING) throw new Refused();
      this.at += 1;
      this.braced(out, start);
      this.depth -= 1;
      return;
    }
    const name = this.name();
    if (name === '') this.addLiteral(out, start, start + 1);
    else this.plain(out, name, start);
  }

  private name(): string {
    const first = this.text.charAt(this.at);
    if (first !== '' && SPECIAL_PARAMETERS.includes(first)) {
      this.at += 1;
      return first;
    }
    for (const pattern of [DIGITS, NAME]) {
      pattern.lastIndex = this.at;
      const match = pattern.exec(this.text);
      if (match === null) continue;
      this.at += match[0].length;
      return match[0];
    }
    return '';
  }

  private plain(out: ValuePart[], name: string, start: number): void {
    const range = this.placeOf(start, this.at);
    this.note?.({ name, operator: null, range });
    const found = this.lookup(name);
    if (found.state === 'unset') this.unsetVariables += 1;
    else this.others += 1;
    if (found.state === 'set') this.addParts(out, partsInPlace(found.parts, found.origin, name, range));
    else if (found.state !== 'unset') this.addUnknown(out, name, range);
  }

  private addParts(out: ValuePart[], parts: readonly ValuePart[]): void {
    for (const part of parts) out.push(part);
    if (out.length > MOST_PARTS) throw new Refused();
  }

  private addUnknown(out: ValuePart[], name: string, range: Range): void {
    this.addParts(out, [{ kind: 'unknown', name, range }]);
  }

  private braced(out: ValuePart[], start: number): void {
    const first = this.text.charAt(this.at);
    if (first === '' || first === '{' || first === '}' || first === ':') throw new Refused();
    const name = this.name();
    let modifier = this.text.charAt(this.at);
    this.at += 1;
    if (modifier === '}') {
      this.plain(out, name, start);
      return;
    }
    this.others += 1;
    if (modifier === '/') {
      this.replaced(out, name, start);
      return;
    }
    const emptyCounts = modifier === ':';
    if (emptyCounts) {
      modifier = this.text.charAt(this.at);
      this.at += 1;
    }
    if (modifier !== '-' && modifier !== '+' && modifier !== '?' && modifier !== '#' && modifier !== '%') throw new Refused();
    const wordStart = this.at;
    const word = this.partsUntil('}', modifier === '#' || modifier === '%');
    const range = this.placeOf(start, this.at);
    this.note?.({ name, operator: modifier, range });
    if (modifier === '#' || modifier === '%') {
      this.trimmed(out, name, modifier, word, range);
      return;
    }
    const origin: Origin = { kind: 'default', name, range: this.placeOf(wordStart, this.at - 1) };
    this.conditional(out, { name, modifier, emptyCounts, word: partsInPlace(word, origin, null, range), range });
  }

  private conditional(out: ValuePart[], substitution: Conditional): void {
    const { name, modifier, range } = substitution;
    const found = this.lookup(name);
    const present = isPresent(found, substitution.emptyCounts);
    if (modifier === '-') {
      // A default counts as what the argument is, unless somebody gives another value.
      if (present === false || found.state === 'declared') this.addParts(out, substitution.word);
      else if (present === true && found.state === 'set') this.addParts(out, partsInPlace(found.parts, found.origin, name, range));
      else this.addUnknown(out, name, range);
    } else if (modifier === '+') {
      if (present === true) this.addParts(out, substitution.word);
      else if (present === null) this.addUnknown(out, name, range);
    } else if (present === true && found.state === 'set') {
      this.addParts(out, partsInPlace(found.parts, found.origin, name, range));
    } else if (present === false) {
      throw new Refused();
    } else {
      this.addUnknown(out, name, range);
    }
  }

  private trimmed(out: ValuePart[], name: string, modifier: '#' | '%', word: readonly ValuePart[], range: Range): void {
    const pattern = textOf(word);
    const longest = pattern?.startsWith(modifier) === true;
    const plain = pattern === null || !longest ? pattern : pattern.slice(1);
    this.rewritten(out, name, range, (value) => {
      if (plain === null) return null;
      return modifier === '#' ? withoutPrefix(value, plain, longest) : withoutSuffix(value, plain, longest);
    });
  }

  private replaced(out: ValuePart[], name: string, start: number): void {
    const all = this.text.charAt(this.at) === '/';
    if (all) this.at += 1;
    const pattern = textOf(this.partsUntil('/', true));
    const replacement = textOf(this.partsUntil('}', true));
    const range = this.placeOf(start, this.at);
    this.note?.({ name, operator: '/', range });
    this.rewritten(out, name, range, (value) =>
      pattern === null || replacement === null ? null : withReplacement(value, pattern, replacement, all),
    );
  }

  /** Adds a variable's value changed by `rewrite`, which gives null when it cannot tell. */
  private rewritten(out: ValuePart[], name: string, range: Range, rewrite: (value: string) => string | null): void {
    const found = this.lookup(name);
    const value = found.state === 'set' ? textOf(found.parts) : found.state === 'unset' ? '' : null;
    const text = value === null ? null : rewrite(value);
    if (text === null) this.addUnknown(out, name, range);
    else if (text !== '' && found.state === 'set') this.addParts(out, [{ kind: 'text', text, origin: deepest(found), range }]);
  }
}

interface Conditional {
  readonly name: string;
  readonly modifier: string;
  readonly emptyCounts: boolean;
  readonly word: readonly ValuePart[];
  readonly range: Range;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
