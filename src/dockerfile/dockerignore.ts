/**
 * Ignore files of a build context, as BuildKit reads them: the last pattern that fits decides, what fits a folder holds
 * for all that is in it, and a pattern with `!` takes back.
 *
 * Paths are relative to the context, with `/` between names and none in front; '' is the context itself.
 */
import {
  codesOf, compileIgnorePattern, matchesAlong, matchesEverything, mayMatchBehind, SLASH, symbolsOf, type IgnorePattern, type PathSymbol,
} from './ignore-pattern';

export type IgnorePatterns = readonly IgnorePattern[];

/** No system takes longer paths; nor is a pattern any use that is longer. */
const LONGEST_PATH = 4096;

/** Lines without a pattern (empty ones, comments) and patterns that the builder refuses give none. */
export function readDockerignore(text: string): IgnorePatterns {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line) => readLine(line) ?? []);
}

/** Whether a file or folder of the context is left out. The context itself never is. */
export function isIgnored(patterns: IgnorePatterns, path: string): boolean {
  return path !== '' && path.length <= LONGEST_PATH && judge(patterns, codesOf(path)).isIgnored;
}

/**
 * Whether nothing of a source of COPY or ADD can be left in: neither a file at the path nor one below it, whatever the
 * context holds. The path may hold the wildcards of a source; then this is said of all that they stand for.
 */
export function isWhollyIgnored(patterns: IgnorePatterns, source: string): boolean {
  if (source.length > LONGEST_PATH) return false;
  const symbols = symbolsOf(source);
  const wildcard = symbols.findIndex((symbol) => typeof symbol !== 'number');
  if (source !== '' && wildcard === -1) {
    const { isIgnored: ignored, decidedBy } = judge(patterns, symbols);
    return ignored && !takesBack(patterns.slice(decidedBy + 1), [...symbols, SLASH]);
  }
  // Of many paths at once: an exception may concern one of them that a pattern behind it does not reach (see `judge`).
  const all = source === '' ? patterns.some((pattern) => !pattern.negated && matchesEverything(pattern)) : judge(patterns, symbols).isIgnored;
  return all && !takesBack(patterns.slice(patterns.findIndex(({ negated }) => !negated)), symbols.slice(0, Math.max(wildcard, 0)));
}

/** Whether an exception may concern a path that begins so. */
function takesBack(patterns: IgnorePatterns, start: readonly PathSymbol[]): boolean {
  return patterns.some((pattern) => pattern.negated && mayMatchBehind(pattern, start));
}

/** Whether the patterns leave nothing out of any context. */
export function leavesNothingOut(patterns: IgnorePatterns): boolean {
  const lastWord = lastIndexOf(patterns, (pattern) => pattern.negated && matchesEverything(pattern));
  return patterns.slice(lastWord + 1).every(({ negated }) => negated);
}

function readLine(line: string): IgnorePattern | null {
  // Comments begin with the line; behind a blank the sign is a name.
  if (line.startsWith('#')) return null;
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > LONGEST_PATH) return null;
  const negated = trimmed.startsWith('!');
  return compileIgnorePattern(tidied(negated ? trimmed.slice(1).trim() : trimmed), negated);
}

/** Without empty and `.` names; `..` takes the name before it away. A slash in front does not count. */
function tidied(pattern: string): string {
  const isAbsolute = pattern.startsWith('/');
  const kept: string[] = [];
  for (const name of pattern.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') kept.push(name);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isAbsolute) kept.push(name);
  }
  return kept.join('/');
}

interface Judgement {
  readonly isIgnored: boolean;
  /** Index of the last pattern that leaves out the path or a folder it is in; -1 without one. */
  readonly decidedBy: number;
}

/**
 * Goes down to the path folder by folder, as the builder does. What fitted a folder fits all below it. A pattern is asked
 * only if its answer changes something; one that was not asked of a folder is asked again of what is in it, and then it
 * may not fit: `*`, `!a/x`, `a` leaves `a/x` in.
 */
function judge(patterns: IgnorePatterns, path: readonly PathSymbol[]): Judgement {
  const matches = patterns.map((pattern) => matchesAlong(pattern, path));
  const fitted = patterns.map(() => false);
  let ignored = false;
  for (let depth = 0; depth < (matches[0]?.length ?? 0); depth += 1) {
    ignored = false;
    patterns.forEach(({ negated }, index) => {
      if (!(fitted[index] ?? false)) {
        if (negated !== ignored) return;
        fitted[index] = matches[index]?.[depth] === true;
      }
      if (fitted[index] ?? false) ignored = !negated;
    });
  }
  return { isIgnored: ignored, decidedBy: lastIndexOf(patterns, ({ negated }, index) => (fitted[index] ?? false) && !negated) };
}

function lastIndexOf(patterns: IgnorePatterns, fits: (pattern: IgnorePattern, index: number) => boolean): number {
  return patterns.map(fits).lastIndexOf(true);
}
