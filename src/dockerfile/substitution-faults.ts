/** Why the builder refuses to expand a text: the same grammar as in expand.ts, read for its mistakes. */

export interface SubstitutionFault {
  readonly kind: 'open-quote' | 'open-brace' | 'no-name' | 'modifier';
  /** What is wrong, as offsets in the text: the quote, `${`, or `${name` with the modifier. */
  readonly start: number;
  readonly end: number;
}

/** How a text is expanded: in the bodies of heredocs quotes are plain characters. */
export interface ExpansionRules {
  readonly escape: '\\' | '`';
  readonly quotes: boolean;
}

/** Deeper nests are refused as well, but nobody writes them; they are given up. */
const DEEPEST_NESTING = 50;
const NAME = /[@*#?$!-]|\p{Nd}+|[\p{L}\p{Nd}_]+/uy;

/** The first mistake; null when the builder takes the text. */
export function substitutionFault(text: string, rules: ExpansionRules): SubstitutionFault | null {
  if (!(rules.quotes ? /[$'"]/ : /\$\{/).test(text)) return null;
  const reader = new Reader(text, rules);
  try {
    reader.readUntil(null, 0);
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.fault;
    throw thrown;
  }
  return null;
}

/** Thrown inside this file only, to leave a nest of substitutions. */
class Stop extends Error {
  constructor(readonly fault: SubstitutionFault | null) {
    super();
  }
}

class Reader {
  private at = 0;

  constructor(private readonly text: string, private readonly rules: ExpansionRules) {}

  /** Gives false when the text ends before the stop. */
  readUntil(stop: string | null, depth: number): boolean {
    const { text } = this;
    while (this.at < text.length) {
      const character = text.charAt(this.at);
      if (character === stop) {
        this.at += 1;
        return true;
      }
      if (character === '$') this.dollar(depth);
      else if (character === this.rules.escape) this.at += 2;
      else if (this.rules.quotes && character === "'") this.singleQuoted();
      else if (this.rules.quotes && character === '"') this.doubleQuoted(depth);
      else this.at += 1;
    }
    return stop === null;
  }

  private fail(kind: SubstitutionFault['kind'], start: number, end: number): never {
    throw new Stop({ kind, start, end: Math.min(end, this.text.length) });
  }

  private singleQuoted(): void {
    const end = this.text.indexOf("'", this.at + 1);
    if (end === -1) this.fail('open-quote', this.at, this.at + 1);
    this.at = end + 1;
  }

  private doubleQuoted(depth: number): void {
    const start = this.at;
    this.at += 1;
    while (this.at < this.text.length) {
      const character = this.text.charAt(this.at);
      if (character === '"') {
        this.at += 1;
        return;
      }
      const next = this.text.charAt(this.at + 1);
      if (character === '$') this.dollar(depth);
      else this.at += character === this.rules.escape && (next === '"' || next === '$' || next === this.rules.escape) ? 2 : 1;
    }
    this.fail('open-quote', start, start + 1);
  }

  private dollar(depth: number): void {
    const start = this.at;
    if (this.text.charAt(start + 1) === '{') this.braced(start, depth + 1);
    // What follows a plain `$name` is read on as text; only a sign such as the one of `$'` must not be taken for a quote.
    else this.at += /^[@*#?$!-]/.test(this.text.charAt(start + 1)) ? 2 : 1;
  }

  private braced(start: number, depth: number): void {
    const { text } = this;
    if (depth > DEEPEST_NESTING) throw new Stop(null);
    const first = text.charAt(start + 2);
    if (first === '') this.fail('open-brace', start, start + 2);
    if (first === '{' || first === '}' || first === ':') this.fail('no-name', start, start + 3);
    NAME.lastIndex = start + 2;
    const modifierAt = start + 2 + (NAME.exec(text)?.[0].length ?? 0);
    const modifier = text.charAt(modifierAt);
    if (modifier === '') this.fail('open-brace', start, start + 2);
    this.at = modifierAt + 1;
    if (modifier === '}') return;
    if (modifier === '/') {
      if (text.charAt(this.at) === '/') this.at += 1;
      if (!this.readUntil('/', depth)) this.fail('open-brace', start, start + 2);
    } else {
      const operator = modifier === ':' ? text.charAt(this.at) : modifier;
      if (operator === '' || !'-+?#%'.includes(operator)) this.fail('modifier', start, modifierAt + (modifier === ':' ? 2 : 1));
      if (modifier === ':') this.at += 1;
    }
    if (!this.readUntil('}', depth)) this.fail('open-brace', start, start + 2);
  }
}
