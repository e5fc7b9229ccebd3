/** The text of suppression comments, in the four dialects. What they cover is decided elsewhere. */
import type { Directive } from '../dockerfile/nodes';
import type { Range } from '../dockerfile/source';
import type { Suppression } from './suppression';

/** What a comment asks for: `enable` ends what `disable` began, `next` is one instruction. */
export type SuppressionScope = 'next' | 'stage' | 'file' | 'disable' | 'enable';

export interface WrittenName {
  readonly name: string;
  readonly range: Range;
}

export interface SuppressionComment {
  readonly dialect: Suppression['dialect'];
  readonly scope: SuppressionScope;
  readonly range: Range;
  /** Rule ids or aliases as written; empty means all rules. */
  readonly names: readonly WrittenName[];
  readonly reason: string | null;
}

const OURS = /^#\s*plimsoll-(disable-next-line|disable-file|disable|enable)(?![\w-])/;
// Each blank, comma and separator can match in one way only, so that no comment makes these slow.
const HADOLINT = /^#\s*hadolint\s+(?:(global|stage)\s+)?ignore\s*=\s*/;
const SHELLCHECK = /^#\s*shellcheck\s(?:[^#]*\s)?disable=/;
const BUILDKIT = /^#\s*check\s*=\s*/i;

const OUR_SCOPES: Readonly<Record<string, SuppressionScope>> = {
  'disable-next-line': 'next', 'disable-file': 'file', disable: 'disable', enable: 'enable',
};

/** The suppression that a comment (from `#` to its line end, at offset `start`) states; null for any other comment. */
export function readSuppressionComment(comment: string, start: number): SuppressionComment | null {
  return readOurs(comment, start) ?? readHadolint(comment, start) ?? readBuildkit(comment, start) ?? readShellcheck(comment, start);
}

/** BuildKit's `# check=skip=…` in the head of the file; null when it skips nothing. */
export function readCheckDirective(directive: Directive): SuppressionComment | null {
  const names = skippedNames(directive.value, directive.valueRange.start);
  return names.length === 0 ? null : { dialect: 'buildkit', scope: 'file', range: directive.range, names, reason: null };
}

/** `# plimsoll-disable-next-line rule[, rule] -- reason` and its sisters. */
function readOurs(comment: string, start: number): SuppressionComment | null {
  const head = OURS.exec(comment);
  const scope = OUR_SCOPES[head?.[1] ?? ''];
  if (head === null || scope === undefined) return null;
  const rest = comment.slice(head[0].length);
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const names = dashes === null ? rest : rest.slice(0, dashes.index);
  return {
    dialect: 'plimsoll',
    scope,
    range: { start, end: start + comment.length },
    names: wordsOf(names, start + head[0].length),
    reason: dashes === null ? null : reasonOf(rest.slice(dashes.index)),
  };
}

/**
 * `# hadolint [global|stage] ignore=DL3008,SC2046 # why`. As in hadolint, words behind the ids make the comment mean
 * nothing unless a separator (there `#`; here also `--` and `//`) stands before them.
 */
function readHadolint(comment: string, start: number): SuppressionComment | null {
  const head = HADOLINT.exec(comment);
  if (head === null) return null;
  const rest = comment.slice(head[0].length);
  const separator = /\s(?:#|--|\/\/)/.exec(rest);
  const list = (separator === null ? rest : rest.slice(0, separator.index)).trimEnd();
  const names = list.split(',').map((name) => name.trim());
  if (names.some((name) => name === '' || /\s/.test(name))) return null;
  return {
    dialect: 'hadolint',
    scope: head[1] === 'global' ? 'file' : head[1] === 'stage' ? 'stage' : 'next',
    range: { start, end: start + comment.length },
    names: wordsOf(list, start + head[0].length),
    reason: separator === null ? null : reasonOf(rest.slice(separator.index)),
  };
}

/** `# check=skip=A,B text` above an instruction: what stands behind the first blank is no part of it. */
function readBuildkit(comment: string, start: number): SuppressionComment | null {
  const head = BUILDKIT.exec(comment);
  if (head === null) return null;
  const rest = comment.slice(head[0].length);
  const blank = rest.search(/\s/);
  const names = skippedNames(blank === -1 ? rest : rest.slice(0, blank), start + head[0].length);
  if (names.length === 0) return null;
  return {
    dialect: 'buildkit',
    scope: 'next',
    range: { start, end: start + comment.length },
    names,
    reason: blank === -1 ? null : reasonOf(rest.slice(blank)),
  };
}

/** `# shellcheck disable=SC2046,SC2086`, among other settings; `all` and ranges of codes are left to that tool. */
function readShellcheck(comment: string, start: number): SuppressionComment | null {
  const head = SHELLCHECK.exec(comment);
  if (head === null) return null;
  const rest = comment.slice(head[0].length);
  const end = rest.search(/[\s#]/);
  const names = wordsOf(end === -1 ? rest : rest.slice(0, end), start + head[0].length).filter(({ name }) => /^SC\d{4}$/.test(name));
  if (names.length === 0) return null;
  return { dialect: 'shellcheck', scope: 'next', range: { start, end: start + comment.length }, names, reason: reasonOf(end === -1 ? '' : rest.slice(end)) };
}

/** The names of `skip=A,B` among parts such as `error=true`, joined by `;`. */
function skippedNames(value: string, start: number): readonly WrittenName[] {
  const names: WrittenName[] = [];
  let at = start;
  for (const part of value.split(';')) {
    const skip = /^\s*skip\s*=/.exec(part);
    if (skip !== null) names.push(...wordsOf(part.slice(skip[0].length), at + skip[0].length));
    at += part.length + 1;
  }
  return names;
}

/** What stands between commas and blanks. */
function wordsOf(text: string, start: number): readonly WrittenName[] {
  return [...text.matchAll(/[^\s,]+/g)].map((match) => {
    const from = start + match.index;
    return { name: match[0], range: { start: from, end: from + match[0].length } };
  });
}

/** Without the separator that introduces it; null when nothing is left. */
function reasonOf(text: string): string | null {
  const reason = text.replace(/^\s*(?:--|#|\/\/)?\s*/, '').trim();
  return reason === '' ? null : reason;
}
