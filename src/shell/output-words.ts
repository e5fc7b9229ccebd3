/** How many words programs print. */
import type { ShellCommand, ShellExpansion, ShellWord } from './commands';

/** Prints one word whatever it is asked. */
const ONE_WORD: ReadonlySet<string> = new Set(['nproc', 'arch', 'whoami', 'logname', 'mktemp', 'getconf', 'gnuArch']);
/** Programs and the options with which they print one word. */
const ONE_WORD_WITH: ReadonlyMap<string, RegExp> = new Map([
  ['uname', /^(?:-[mnoprsi]|--machine|--kernel-(?:name|release)|--processor)$/],
  ['id', /^(?:-(?:u|g|un|gn|nu|ng)|--user|--group)$/],
  ['dpkg', /^--print-architecture$/],
  ['dpkg-architecture', /^(?:-q|--query)/],
  ['apk', /^--print-arch$/],
  ['lsb_release', /^-(?:s[cri]|[cri]s|[cri]|s)$/],
  ['rpm', /^(?:-E|--eval)$/],
  ['wc', /^-[lcwm]$/],
  ['git', /^(?:rev-parse|describe)$/],
  ['date', /^\+\S+$/],
  ['cat', /^\/etc\/(?:apk\/arch|alpine-release|debian_version)$/],
  ['grep', /^-\w*c\w*$|^--count$/],
]);
/** Prints a list, mostly with one item a line. */
const LISTS: ReadonlySet<string> = new Set([
  'find', 'ls', 'sort', 'uniq', 'xargs', 'seq', 'shuf', 'scanelf', 'ldd', 'apt-mark', 'apt-cache', 'apt-file', 'dpkg-query', 'repoquery', 'pgrep', 'pidof', 'paste',
  'cat', 'grep', 'egrep', 'fgrep', 'comm', 'jobs', 'pip', 'pip3', 'printenv', 'env', 'xmlstarlet', 'yq',
]);
/** Pass on what they read, word by word. */
const FILTERS: ReadonlySet<string> = new Set(['tr', 'cut', 'sed', 'head', 'tail', 'rev', 'awk', 'gawk']);
const OF_OS_RELEASE: ReadonlySet<string> = new Set(['ID', 'VERSION_ID', 'VERSION_CODENAME', 'UBUNTU_CODENAME']);
const SILENT: ReadonlySet<string> = new Set(['.', 'source', 'cd', 'export', 'set', 'unset', ':', 'true']);
/** The program of awk that prints one field. */
const PRINTS_FIELD = /^\s*\{\s*print\s+\$\w+\s*;?\s*\}\s*$/;

/**
 * What the commands of a substitution print together: `one` word without glob, `several`, or `unknown`.
 * `isOne` tells whether an expansion among the arguments is one word.
 */
export function outputWords(commands: readonly ShellCommand[], isOne: (expansion: ShellExpansion) => boolean): 'one' | 'several' | 'unknown' {
  const last = commands.filter(({ wrapper }) => wrapper === null).at(-1);
  if (last === undefined) return 'unknown';
  const { commands: pipeline } = last.pipeline;
  const end = pipeline[pipeline.length - 1];
  const counts = end !== undefined && (end.name === 'wc' || end.name === 'grep') && hasOneWordOption(end);
  if (!counts && pipeline.some((command) => command.name !== null && LISTS.has(command.name) && !hasOneWordOption(command))) return 'several';
  if (last.nesting.at(-1) !== 'substitution') return 'unknown';
  const before = commands.filter((command) => command.wrapper === null && !pipeline.includes(command));
  if (!before.every(({ name, words }) => words.length === 0 || (name !== null && SILENT.has(name)))) return 'unknown';
  if (counts) return 'one';
  const readsRelease = before.some(({ name, words }) => (name === '.' || name === 'source') && words[1]?.value === '/etc/os-release');
  const [first, ...filters] = pipeline;
  if (first === undefined || !filters.every(keepsOneWord)) return 'unknown';
  const prints = printsOneWord(first, (expansion) => (readsRelease && expansion.name !== null && OF_OS_RELEASE.has(expansion.name)) || isOne(expansion));
  return prints ? 'one' : 'unknown';
}

function hasOneWordOption({ name, words }: ShellCommand): boolean {
  const option = name === null ? undefined : ONE_WORD_WITH.get(name);
  const [argument, ...others] = words.slice(1);
  if (option === undefined || argument === undefined || !argument.literal || !option.test(argument.value)) return false;
  return name !== 'uname' || others.length === 0;
}

function printsOneWord(command: ShellCommand, isOne: (expansion: ShellExpansion) => boolean): boolean {
  const { name, words } = command;
  if (name === null) return false;
  if (ONE_WORD.has(name) || hasOneWordOption(command)) return true;
  const [argument, ...others] = words.slice(1).filter(({ value }) => !/^-n$/.test(value));
  if (name === 'basename' || name === 'dirname') return argument !== undefined && isOneArgument(argument, isOne);
  return (name === 'echo' || name === 'printf') && argument !== undefined && others.length === 0 && isOneArgument(argument, isOne);
}

function isOneArgument({ raw, expansions }: ShellWord, isOne: (expansion: ShellExpansion) => boolean): boolean {
  const outside = expansions.reduce((text, expansion) => text.replace(expansion.raw, ''), raw);
  return /^["'\w@%+=:,./-]*$/.test(outside) && expansions.every(isOne);
}

function keepsOneWord({ name, words }: ShellCommand): boolean {
  if (name === null || !FILTERS.has(name)) return false;
  if (name === 'awk' || name === 'gawk') return words.slice(1).some(({ value }) => PRINTS_FIELD.test(value));
  return words.slice(1).every(({ value }) => !/\s|\\n/.test(value));
}
