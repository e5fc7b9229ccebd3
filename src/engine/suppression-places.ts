/** Which stretch of the file each suppression comment covers, and for which rules. */
import type { DockerfileModel } from '../dockerfile/model-types';
import type { Comment, Instruction } from '../dockerfile/nodes';
import { sliceOf, type Range, type Source } from '../dockerfile/source';
import { BUILDKIT_CHECKS, type NameTable, type ResolvedName, type RuleTarget } from './aliases';
import { readCheckDirective, readSuppressionComment, type SuppressionComment, type WrittenName } from './suppression-comments';
import { createDisabledRanges, type DisabledKey } from './suppression-ranges';

/** A rule id, `rule/message`, or `*` for all rules. */
export type HideKey = string;

/** Problems of one key that start in a stretch are hidden. */
export interface Hide {
  readonly start: number;
  /** Inclusive: a place at the very end of an instruction belongs to it, and nothing else begins there. */
  readonly end: number;
  /** Index of the suppression. */
  readonly suppression: number;
  /** Number of the target (or of the suppression that means all) that this is done for. */
  readonly owner: number;
  /** Narrower keys that were enabled again. */
  readonly except: ReadonlySet<HideKey>;
}

export interface PlacedTarget extends WrittenName, ResolvedName {
  readonly owner: number;
}

export interface PlacedSuppression {
  readonly comment: SuppressionComment;
  /** Number of the suppression itself, for one that means all. */
  readonly owner: number;
  readonly targets: readonly PlacedTarget[];
  readonly covers: Range;
}

export interface Placement {
  readonly suppressions: readonly PlacedSuppression[];
  /** In order of their start. */
  readonly hides: ReadonlyMap<HideKey, readonly Hide[]>;
}

interface FoundComment {
  readonly comment: SuppressionComment;
  /** The instruction that the comment stands in, or else the one below it. */
  readonly instruction: Instruction | null;
}

const NOTHING: ReadonlySet<HideKey> = new Set();

/** Stands in every file that holds a suppression, and in few others. */
const MENTION = /plimsoll-|hadolint|check\s*=|shellcheck\s/i;

/** Null when the file holds no suppression; `names` is asked for only when it does. */
export function placeSuppressions(model: DockerfileModel, names: () => NameTable): Placement | null {
  const found = findSuppressions(model);
  return found.length === 0 ? null : place(model, found, names());
}

function findSuppressions({ source, document }: DockerfileModel): readonly FoundComment[] {
  if (!MENTION.test(source.text)) return [];
  const found: FoundComment[] = [];
  function add({ range }: Comment, instruction: Instruction | null): void {
    const comment = readSuppressionComment(sliceOf(source, range), range.start);
    if (comment !== null) found.push({ comment, instruction });
  }

  for (const directive of document.directives) {
    const comment = directive.name === 'check' ? readCheckDirective(directive) : null;
    if (comment !== null) found.push({ comment, instruction: null });
  }
  const between = document.comments.values();
  let next = between.next();
  for (const instruction of document.instructions) {
    for (; next.done !== true && next.value.range.start < instruction.range.start; next = between.next()) add(next.value, instruction);
    for (const comment of commentsInside(instruction)) add(comment, instruction);
    for (const comment of inHeredocs(source, instruction)) found.push({ comment, instruction });
  }
  for (; next.done !== true; next = between.next()) add(next.value, null);
  return found;
}

/** Comments of the script, of which only ShellCheck's mean something to anybody else. */
function inHeredocs(source: Source, instruction: Instruction): readonly SuppressionComment[] {
  const run = instruction.keyword === 'ONBUILD' ? instruction.instruction : instruction;
  if (run?.keyword !== 'RUN') return [];
  return run.heredocs.flatMap(({ bodyRange }) =>
    Array.from(sliceOf(source, bodyRange).matchAll(/^[ \t]*(#[ \t]*shellcheck[ \t][^\r\n]*)/gm), ({ 0: line, 1: comment = '', index }) =>
      readSuppressionComment(comment, bodyRange.start + index + line.length - comment.length)).filter((comment) => comment !== null));
}

/** Also those of an instruction inside ONBUILD, each once. */
function commentsInside(instruction: Instruction): readonly Comment[] {
  if (instruction.keyword !== 'ONBUILD' || instruction.instruction === null) return instruction.comments;
  const starts = new Set(instruction.comments.map((comment) => comment.range.start));
  const ofTrigger = commentsInside(instruction.instruction).filter((comment) => !starts.has(comment.range.start));
  return [...instruction.comments, ...ofTrigger].sort((a, b) => a.range.start - b.range.start);
}

function place(model: DockerfileModel, found: readonly FoundComment[], names: NameTable): Placement {
  const hides = new Map<HideKey, Hide[]>();
  const covers = new Map<number, Range>();
  function emit(key: HideKey, hide: Hide): void {
    const list = hides.get(key);
    if (list === undefined) hides.set(key, [hide]);
    else list.push(hide);
    covers.set(hide.suppression, union(covers.get(hide.suppression) ?? hide, hide));
  }

  const ranges = createDisabledRanges(emit);
  let owners = 0;
  const placed = found.map(({ comment, instruction }, index) => {
    const targets = comment.names.map((name) => ({ ...name, ...resolve(name.name, comment, names), owner: (owners += 1) }));
    const owner = (owners += 1);
    const keys = targets.length === 0 ? [{ key: '*', owner, suppression: index }] : keysOf(targets, index);
    const { scope, range } = comment;
    if (scope === 'disable') ranges.disable(keys, range.end);
    else if (scope === 'enable') ranges.enable(targets.length === 0 ? null : keys.map(({ key }) => key), range.start);
    else {
      const covered = cover(model, scope, instruction);
      if (covered !== null) for (const { key, ...by } of keys) emit(key, { start: covered.start, end: covered.end, ...by, except: NOTHING });
    }
    return { comment, owner, targets };
  });
  ranges.finish(model.source.text.length);

  for (const list of hides.values()) list.sort((a, b) => a.start - b.start);
  const suppressions = placed.map((each, index) => {
    const { end } = each.comment.range;
    return { ...each, covers: covers.get(index) ?? { start: end, end } };
  });
  return { suppressions, hides };
}

function keysOf(targets: readonly PlacedTarget[], suppression: number): readonly DisabledKey[] {
  return targets.flatMap(({ rules, owner }) => rules.map((rule) => ({ key: keyOf(rule), owner, suppression })));
}

function union(a: Range, b: Range): Range {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function resolve(name: string, { dialect }: SuppressionComment, names: NameTable): ResolvedName {
  if (dialect !== 'buildkit') return names.resolve(name);
  if (name !== 'all') return names.resolve(name, 'exact');
  // All that BuildKit would say, not what other rules say. Foreign as long as one of its checks has no rule here.
  return { rules: names.ofPeer('buildkit'), foreign: BUILDKIT_CHECKS.some((check) => names.resolve(check).foreign) };
}

/** Null when there is nothing that the comment could cover. */
function cover(model: DockerfileModel, scope: 'next' | 'stage' | 'file', instruction: Instruction | null): Range | null {
  if (scope === 'file') return { start: 0, end: model.source.text.length };
  if (instruction === null || scope === 'next') return instruction?.range ?? null;
  const stage = model.stageOf(instruction);
  if (stage === null || stage.from !== instruction) return null;
  return { start: instruction.range.start, end: (stage.instructions.at(-1) ?? instruction).range.end };
}

export function keyOf({ rule, messageId }: RuleTarget): HideKey {
  return messageId === null ? rule : `${rule}/${messageId}`;
}
