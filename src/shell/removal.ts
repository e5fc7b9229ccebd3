/** What a command deletes. */
import type { ShellCommand, ShellWord } from './commands';
import { baseName } from './interpreter';

const NO_WORDS: readonly ShellWord[] = [];
const ONLY_EXPANSION = /^"?\$(?:\w+|\{[^}]*\})"?$/;
const FIND_OPTIONS_IN_FRONT: ReadonlySet<string> = new Set(['-H', '-L', '-P']);
/** Nobody writes a longer one, and each command looks along its own. */
const LONGEST_PIPELINE = 20;
const MOST_BRACE_WORDS = 64;
const LONGEST_BRACE_TEXT = 1000;

/**
 * The paths that `rm`, `rmdir`, `unlink` or `find … -delete`, `-exec rm`, `| xargs rm` remove, as written.
 * Options are left out; what `find` keeps by its conditions is not looked at.
 */
export function removedPaths(command: ShellCommand): readonly ShellWord[] {
  if (command.name === null) return NO_WORDS;
  switch (baseName(command.name)) {
    case 'rm':
    case 'rmdir':
    case 'unlink':
      return operandsOf(command.words);
    case 'find':
      return deletesWhatItFinds(command) ? startPaths(command.words) : NO_WORDS;
    default:
      return NO_WORDS;
  }
}

/**
 * Whether a command leaves nothing of value under an absolute path: it removes the path, a folder above it, or by a glob what is in it.
 * `unknown` when a variable decides.
 */
export function removesPath(command: ShellCommand, path: string): boolean | 'unknown' {
  let result: boolean | 'unknown' = false;
  for (const word of removedPaths(command)) {
    const removed = wordCovers(word, path);
    if (removed === true) return true;
    if (removed === 'unknown') result = 'unknown';
  }
  return result;
}

/**
 * The same for a path below the home of whoever runs it, given without a slash in front: `~/.cache/pip`, `$HOME/.cache`, `/root/.*`.
 * Any folder of that name counts, since the home may be anywhere.
 */
export function removesHomePath(command: ShellCommand, path: string): boolean | 'unknown' {
  const [first = path] = path.split('/');
  let result: boolean | 'unknown' = false;
  for (const word of removedPaths(command)) {
    if (ONLY_EXPANSION.test(word.raw)) {
      if (wordCovers(word, `${ANY_HOME}/${path}`) === 'unknown') result = 'unknown';
      continue;
    }
    for (const text of expandBraces(word.value)) {
      const removed = pathCovers(belowAnyHome(text, first), `${ANY_HOME}/${path}`);
      if (removed === true) return true;
      if (removed === 'unknown') result = 'unknown';
    }
  }
  return result;
}

/** A script or function whose name says that it cleans up; what it does is not in the file. */
export function callsCleanUp({ name, words }: ShellCommand): boolean {
  if (name === null) return false;
  const called = /^(?:\.|source|(?:.*\/)?(?:ba|da|a)?sh)$/.test(name) ? words[1]?.value ?? '' : name;
  return /clean/i.test(called);
}

/** Whether the lists that `apt-get update` fetched are deleted, in any spelling. `apt-get clean` keeps them. */
export function cleansAptLists(command: ShellCommand): boolean | 'unknown' {
  if (command.name !== null && /^apt(?:-get)?$/.test(baseName(command.name))) {
    return command.words.some((word) => word.value === 'distclean' || word.value === 'dist-clean');
  }
  return removesPath(command, '/var/lib/apt/lists');
}

function operandsOf(words: readonly ShellWord[]): readonly ShellWord[] {
  const operands: ShellWord[] = [];
  let ended = false;
  for (const word of words.slice(1)) {
    if (!ended && word.value === '--') ended = true;
    else if (ended || !word.value.startsWith('-')) operands.push(word);
  }
  return operands;
}

function deletesWhatItFinds(command: ShellCommand): boolean {
  const { words, pipeline } = command;
  const deletes = words.some((word, index) =>
    word.value === '-delete' || (/^-(?:exec|execdir|ok)$/.test(word.value) && /^(?:.*\/)?rm$/.test(words[index + 1]?.value ?? '')));
  return deletes || pipeline.commands.slice(0, LONGEST_PIPELINE).some((member) => member.name === 'xargs' && member.wrapped?.name === 'rm');
}

/** The words of `find` before its first condition. */
function startPaths(words: readonly ShellWord[]): readonly ShellWord[] {
  const paths: ShellWord[] = [];
  for (const word of words.slice(1)) {
    if (FIND_OPTIONS_IN_FRONT.has(word.value)) continue;
    if (word.value.startsWith('-') || word.value === '(' || word.value === '!') break;
    paths.push(word);
  }
  return paths;
}

function wordCovers(word: ShellWord, path: string): boolean | 'unknown' {
  // In quotes it is one path, whose name says what it is (`"$GNUPGHOME"`); without, it may be a list of anything.
  if (ONLY_EXPANSION.test(word.raw)) return !word.quoted || word.variables.some((name) => /apt|list|cache/i.test(name)) ? 'unknown' : false;
  // In quotes a glob is no glob, and `rm` finds no such file.
  if (word.quoted && /^(["'])[^"']*\1$/.test(word.raw) && /[*?]/.test(word.value)) return false;
  const covered = expandBraces(word.value).map((text) => pathCovers(text, path));
  return covered.includes(true) ? true : covered.includes('unknown') ? 'unknown' : false;
}

const ANY_HOME = '/root';

/** `~/.cache`, `${HOME}/.cache`, `/home/a/.cache`, `/srv/.cache` and `.cache` as one and the same path. */
export function belowAnyHome(text: string, first: string): string {
  const named = /^(?:~[\w-]*|"?\$HOME"?|\$\{HOME\}|\/root|\/home\/[^/]+)(?=\/|$)/.exec(text);
  if (named !== null) return ANY_HOME + text.slice(named[0].length);
  const at = text.lastIndexOf(`/${first}`);
  if (at !== -1) return ANY_HOME + text.slice(at);
  return text.startsWith(first) ? `${ANY_HOME}/${text}` : text;
}

function pathCovers(written: string, path: string): boolean | 'unknown' {
  const variable = written.lastIndexOf('$');
  if (variable !== -1) {
    // `$root/var/lib/apt/lists/*`: the folder in front of it may be empty.
    const slash = written.indexOf('/', variable);
    return slash !== -1 && pathCovers(written.slice(slash), path) !== false ? 'unknown' : false;
  }
  if (!written.startsWith('/')) return false;
  const removed = written.split('/').filter((segment) => segment !== '' && segment !== '.');
  const wanted = path.split('/').filter((segment) => segment !== '');
  const inside = removed.length === wanted.length + 1 && removed.at(-1)?.includes('*') === true;
  if (removed.length > wanted.length && !inside && !removed.slice(wanted.length).every((segment) => /^\*+$/.test(segment))) return false;
  return removed.slice(0, wanted.length).every((segment, index) => matchesSegment(segment, wanted[index] ?? ''));
}

/** A glob of `*` and `?` against one part of a path, in time that grows with the product of both lengths. */
function matchesSegment(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < text.length) {
    if (pattern[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === text[index]) {
      at += 1;
      index += 1;
    } else if (star !== -1) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** `/var/{lib/apt,cache}/x` as two texts; a text with too many of them is left as it is. */
function expandBraces(text: string): readonly string[] {
  if (text.length > LONGEST_BRACE_TEXT) return [text];
  const done: string[] = [];
  const open = [text];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (done.length + open.length > MOST_BRACE_WORDS) return [text];
    const match = /(?<!\$)\{([^{}]*,[^{}]*)\}/.exec(next);
    if (match === null) done.push(next);
    else for (const part of (match[1] ?? '').split(',')) open.push(next.slice(0, match.index) + part + next.slice(match.index + match[0].length));
  }
  return done;
}
