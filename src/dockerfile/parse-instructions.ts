/**
 * Scanned instructions to nodes. The nodes are classes so that words, which few rules read of a RUN, are
 * split only when asked for; from outside they are as immutable as plain objects. Their fields are declared,
 * not defined: defining class fields took more time than all reading of words together.
 */
import { trimEnd } from './characters';
import type { LogicalText } from './logical-text';
import { sliceLogical, sourceRange } from './logical-text';
import type {
  AddInstruction, ArgInstruction, CmdInstruction, CommandLine, Comment, CopyInstruction, EntrypointInstruction, EnvInstruction,
  ExposeInstruction, Flag, FromInstruction, HealthcheckInstruction, Heredoc, Instruction, JsonArray, Keyword, LabelInstruction,
  MaintainerInstruction, OnbuildInstruction, Pair, RunInstruction, ShellInstruction, StopsignalInstruction, UnknownInstruction,
  UserInstruction, VolumeInstruction, Word, WorkdirInstruction,
} from './nodes';
import { KEYWORDS } from './nodes';
import { flagsEnd, readFlags } from './read-flags';
import { readJson, readJsonWords } from './read-json';
import { readNames, readPairs } from './read-pairs';
import type { Escape } from './read-quotes';
import { readWords, restAsWord, wordAt } from './read-words';
import type { ScannedInstruction } from './scan';
import { splitKeyword } from './scan';
import type { Range } from './source';

export function buildInstruction(scanned: ScannedInstruction, escape: Escape, trigger = false): Instruction {
  switch (knownKeyword(scanned.keywordText)) {
    case 'ADD': return new AddNode('ADD', scanned, escape, trigger);
    case 'ARG': return new ArgNode('ARG', scanned, escape, trigger);
    case 'CMD': return new CommandNode('CMD', scanned, escape, trigger) satisfies CmdInstruction;
    case 'COPY': return new CopyNode('COPY', scanned, escape, trigger);
    case 'ENTRYPOINT': return new CommandNode('ENTRYPOINT', scanned, escape, trigger) satisfies EntrypointInstruction;
    case 'ENV': return new PairsNode('ENV', scanned, escape, trigger) satisfies EnvInstruction;
    case 'EXPOSE': return new ExposeNode('EXPOSE', scanned, escape, trigger);
    case 'FROM': return new FromNode('FROM', scanned, escape, trigger);
    case 'HEALTHCHECK': return new HealthcheckNode('HEALTHCHECK', scanned, escape, trigger);
    case 'LABEL': return new PairsNode('LABEL', scanned, escape, trigger) satisfies LabelInstruction;
    case 'MAINTAINER': return new InstructionNode('MAINTAINER', scanned, escape, trigger) satisfies MaintainerInstruction;
    case 'ONBUILD': return new OnbuildNode('ONBUILD', scanned, escape, trigger);
    case 'RUN': return new CommandNode('RUN', scanned, escape, trigger) satisfies RunInstruction;
    case 'SHELL': return new ShellNode('SHELL', scanned, escape, trigger);
    case 'STOPSIGNAL': return new StopsignalNode('STOPSIGNAL', scanned, escape, trigger);
    case 'USER': return new UserNode('USER', scanned, escape, trigger);
    case 'VOLUME': return new VolumeNode('VOLUME', scanned, escape, trigger);
    case 'WORKDIR': return new WorkdirNode('WORKDIR', scanned, escape, trigger);
    case 'UNKNOWN': return new InstructionNode('UNKNOWN', scanned, escape, trigger) satisfies UnknownInstruction;
  }
}

const KEYWORD_BY_TEXT: ReadonlyMap<string, Keyword> = new Map(KEYWORDS.map((keyword) => [keyword, keyword]));
/** Instructions whose arguments the builder splits at blanks without further ado. */
const PLAIN_WORDS: ReadonlySet<string> = new Set<Keyword>(['ADD', 'COPY', 'EXPOSE', 'FROM', 'VOLUME']);
const NONE: readonly never[] = [];

function knownKeyword(text: string): Keyword | 'UNKNOWN' {
  return KEYWORD_BY_TEXT.get(text) ?? KEYWORD_BY_TEXT.get(text.toUpperCase()) ?? 'UNKNOWN';
}

class InstructionNode<K extends Keyword | 'UNKNOWN'> {
  declare readonly kind: 'instruction';
  declare readonly keyword: K;
  declare readonly keywordText: string;
  declare readonly keywordRange: Range;
  declare readonly range: Range;
  declare readonly logical: LogicalText;
  declare readonly flags: readonly Flag[];
  declare readonly heredocs: readonly Heredoc[];
  declare readonly comments: readonly Comment[];
  declare readonly trigger: boolean;
  protected declare readonly escape: Escape;
  /** The arguments behind the flags, as offsets in the logical text. */
  private declare readonly argumentStart: number;
  protected declare readonly start: number;
  protected declare readonly end: number;
  private declare splitWords: readonly Word[] | null;

  constructor(keyword: K, scanned: ScannedInstruction, escape: Escape, trigger: boolean) {
    const { logical } = scanned;
    const { argumentStart } = splitKeyword(logical.text);
    this.kind = 'instruction';
    this.keyword = keyword;
    // In upper case one string serves all instructions.
    this.keywordText = scanned.keywordText === keyword ? keyword : scanned.keywordText;
    this.keywordRange = scanned.keywordRange;
    this.range = scanned.range;
    this.logical = logical;
    this.escape = escape;
    this.end = trimEnd(logical.text, argumentStart, logical.text.length);
    this.start = Math.min(this.end, flagsEnd(logical.text, argumentStart));
    this.argumentStart = argumentStart;
    this.flags = readFlags(logical, argumentStart, this.end);
    this.heredocs = keyword === 'ONBUILD' ? NONE : scanned.heredocs;
    this.comments = scanned.comments;
    this.trigger = trigger;
    this.splitWords = null;
  }

  get argumentText(): string {
    return this.logical.text.slice(this.argumentStart, this.end);
  }

  get argumentRange(): Range | null {
    return this.argumentStart < this.end ? sourceRange(this.logical, this.argumentStart, this.end) : null;
  }

  get words(): readonly Word[] {
    this.splitWords ??= this.isJson() ? NONE : this.argumentWords();
    return this.splitWords;
  }

  protected isJson(): boolean {
    return false;
  }

  /** The whole arguments as one word. */
  protected rest(): Word | null {
    return restAsWord(this.logical, this.start, this.end, this.escape);
  }

  private argumentWords(): readonly Word[] {
    const words = readWords(this.logical, this.start, this.end, this.escape, PLAIN_WORDS.has(this.keyword));
    if (this.heredocs.length === 0) return words;
    let next = 0;
    return words.filter(({ range }) => {
      while (range.start >= (this.heredocs[next]?.range.end ?? Infinity)) next += 1;
      return range.end <= (this.heredocs[next]?.range.start ?? Infinity);
    });
  }
}

class FromNode extends InstructionNode<'FROM'> implements FromInstruction {
  declare readonly image: Word | null;
  declare readonly as: FromInstruction['as'];

  constructor(...given: ConstructorParameters<typeof InstructionNode<'FROM'>>) {
    super(...given);
    const [image = null, as, name = null] = this.words;
    this.image = image;
    this.as = as?.value.toLowerCase() === 'as' ? { keyword: as, name } : null;
  }
}

class CommandNode<K extends 'RUN' | 'CMD' | 'ENTRYPOINT'> extends InstructionNode<K> {
  private declare parsedCommand: CommandLine | null | undefined;

  constructor(...given: ConstructorParameters<typeof InstructionNode<K>>) {
    super(...given);
    this.parsedCommand = undefined;
  }

  get command(): CommandLine | null {
    if (this.parsedCommand === undefined) this.parsedCommand = readCommand(this.logical, this.start, this.end);
    return this.parsedCommand;
  }

  protected override isJson(): boolean {
    return this.command?.form === 'json';
  }
}

class ShellNode extends InstructionNode<'SHELL'> implements ShellInstruction {
  declare readonly command: JsonArray | null;

  constructor(...given: ConstructorParameters<typeof InstructionNode<'SHELL'>>) {
    super(...given);
    this.command = readJson(this.logical, this.start, this.end);
  }

  protected override isJson(): boolean {
    return this.command !== null;
  }
}

class HealthcheckNode extends InstructionNode<'HEALTHCHECK'> implements HealthcheckInstruction {
  declare readonly type: Word | null;
  declare readonly command: CommandLine | null;

  constructor(...given: ConstructorParameters<typeof InstructionNode<'HEALTHCHECK'>>) {
    super(...given);
    const { keywordEnd, argumentStart } = splitKeyword(this.logical.text, this.start);
    this.type = keywordEnd > this.start ? wordAt(this.logical, this.start, keywordEnd, this.escape) : null;
    this.command = readCommand(this.logical, argumentStart, this.end);
  }

  protected override isJson(): boolean {
    return this.command?.form === 'json';
  }
}

class FilesNode<K extends 'ADD' | 'COPY'> extends InstructionNode<K> {
  declare readonly form: 'words' | 'json';
  declare readonly sources: readonly Word[];
  declare readonly destination: Word | null;

  constructor(...given: ConstructorParameters<typeof InstructionNode<K>>) {
    super(...given);
    const strings = readJsonWords(this.logical, this.start, this.end);
    this.form = strings === null ? 'words' : 'json';
    const paths = strings ?? this.words;
    this.sources = paths.slice(0, -1);
    this.destination = paths[paths.length - 1] ?? null;
  }

  protected override isJson(): boolean {
    return this.form === 'json';
  }
}
class CopyNode extends FilesNode<'COPY'> implements CopyInstruction {}
class AddNode extends FilesNode<'ADD'> implements AddInstruction {}

class VolumeNode extends InstructionNode<'VOLUME'> implements VolumeInstruction {
  declare readonly form: 'words' | 'json';
  declare readonly paths: readonly Word[];

  constructor(...given: ConstructorParameters<typeof InstructionNode<'VOLUME'>>) {
    super(...given);
    const strings = readJsonWords(this.logical, this.start, this.end);
    this.form = strings === null ? 'words' : 'json';
    this.paths = strings ?? this.words;
  }

  protected override isJson(): boolean {
    return this.form === 'json';
  }
}

class PairsNode<K extends 'ENV' | 'LABEL'> extends InstructionNode<K> {
  declare readonly form: 'pairs' | 'legacy';
  declare readonly pairs: readonly Pair[];

  constructor(...given: ConstructorParameters<typeof InstructionNode<K>>) {
    super(...given);
    const { form, pairs } = readPairs(this.logical, this.start, this.end, this.escape);
    this.form = form;
    this.pairs = pairs;
  }
}

class ArgNode extends InstructionNode<'ARG'> implements ArgInstruction {
  declare readonly pairs: readonly Pair[];

  constructor(...given: ConstructorParameters<typeof InstructionNode<'ARG'>>) {
    super(...given);
    this.pairs = readNames(this.logical, this.start, this.end, this.escape);
  }
}

class ExposeNode extends InstructionNode<'EXPOSE'> implements ExposeInstruction {
  get ports(): readonly Word[] {
    return this.words;
  }
}

class WorkdirNode extends InstructionNode<'WORKDIR'> implements WorkdirInstruction {
  declare readonly path: Word | null;

  constructor(...given: ConstructorParameters<typeof InstructionNode<'WORKDIR'>>) {
    super(...given);
    this.path = this.rest();
  }
}

class UserNode extends InstructionNode<'USER'> implements UserInstruction {
  declare readonly user: Word | null;

  constructor(...given: ConstructorParameters<typeof InstructionNode<'USER'>>) {
    super(...given);
    this.user = this.rest();
  }
}

class StopsignalNode extends InstructionNode<'STOPSIGNAL'> implements StopsignalInstruction {
  declare readonly signal: Word | null;

  constructor(...given: ConstructorParameters<typeof InstructionNode<'STOPSIGNAL'>>) {
    super(...given);
    this.signal = this.rest();
  }
}

class OnbuildNode extends InstructionNode<'ONBUILD'> implements OnbuildInstruction {
  declare readonly instruction: Instruction | null;

  constructor(...given: ConstructorParameters<typeof InstructionNode<'ONBUILD'>>) {
    super(...given);
    const [, scanned, escape, trigger] = given;
    // The builder refuses ONBUILD inside ONBUILD, so what is inside that one means nothing.
    this.instruction = this.start < this.end && !trigger ? triggerOf(scanned, this.start, escape) : null;
  }
}

function triggerOf(outer: ScannedInstruction, start: number, escape: Escape): Instruction {
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
    mentionsHeredoc: outer.mentionsHeredoc,
  }, escape, true);
}

function readCommand(logical: LogicalText, start: number, end: number): CommandLine | null {
  if (start >= end) return null;
  return readJson(logical, start, end)
    ?? { form: 'shell', range: sourceRange(logical, start, end), logical: sliceLogical(logical, start, end) };
}
