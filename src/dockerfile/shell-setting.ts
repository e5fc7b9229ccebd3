/** Which shell runs shell-form instructions: what the words of SHELL say, or what the base image has. */
import type { BaseImage } from '../knowledge/base-image';
import type { EffectiveShell, OperatingSystem, ShellKind } from './model-types';
import type { ShellInstruction } from './nodes';

/** By file name without `.exe`. A plain `sh` is left out: what it is depends on the base. */
const KINDS: ReadonlyMap<string, ShellKind> = new Map<string, ShellKind>([
  ['dash', 'dash'], ['ash', 'ash'], ['busybox', 'ash'], ['bash', 'bash'], ['rbash', 'bash'], ['zsh', 'zsh'],
  ['ksh', 'ksh'], ['ksh93', 'ksh'], ['mksh', 'ksh'], ['cmd', 'cmd'], ['powershell', 'powershell'], ['pwsh', 'powershell'],
]);

const KNOWS_PIPEFAIL: Readonly<Record<ShellKind, boolean | null>> = {
  sh: null, dash: null, ash: true, bash: true, zsh: true, ksh: true,
  cmd: false, powershell: false, other: false, none: false, unknown: null,
};

/** The shell of a base that no SHELL of the file changes. */
export function shellOfBase(known: BaseImage | null, os: OperatingSystem): EffectiveShell {
  const kind = kindOfBase(known, os);
  const knowsPipefail = known?.pipefail ?? KNOWS_PIPEFAIL[kind];
  const options = known?.shellWords == null || !POSIX.has(kind) ? NO_OPTIONS : optionsOf(known.shellWords.slice(1), kind);
  return { kind, words: null, instruction: null, ...options, knowsPipefail };
}

/** There is nothing in an empty image. */
export const NO_SHELL: EffectiveShell = {
  kind: 'none', words: null, instruction: null, errexit: false, pipefail: false, knowsPipefail: false,
};

function kindOfBase(known: BaseImage | null, os: OperatingSystem): ShellKind {
  // Language images on Windows come with a SHELL of their own, cmd or PowerShell.
  if (os === 'windows') return known?.os === 'windows' ? (known.shell ?? 'unknown') : 'cmd';
  if (os === 'linux') return known === null || known.os === 'windows' ? 'sh' : (known.shell ?? 'sh');
  return 'unknown';
}

/** The shell that a SHELL instruction sets on top of a base. */
export function shellOfInstruction(instruction: ShellInstruction, base: EffectiveShell): EffectiveShell {
  const words = (instruction.command?.elements ?? []).map((element) => element.value);
  const program = programOf(words);
  if (program === null) {
    return { kind: 'unknown', words, instruction, errexit: false, pipefail: false, knowsPipefail: null };
  }
  const isPlainSh = program.name === 'sh';
  const kind = isPlainSh ? plainShell(base) : (KINDS.get(program.name) ?? 'other');
  const options = POSIX.has(kind) ? optionsOf(words.slice(program.next), kind) : NO_OPTIONS;
  const knowsPipefail = (kind === 'dash' || isPlainSh) && kind === base.kind ? base.knowsPipefail : KNOWS_PIPEFAIL[kind];
  return { kind, words, instruction, ...options, knowsPipefail };
}

/** True for a shell that exists on Windows only. */
export function isWindowsShell(instruction: ShellInstruction): boolean {
  const first = instruction.command?.elements[0]?.value ?? '';
  const name = fileName(first);
  return name === 'cmd' || name === 'powershell' || /^[a-z]:[\\/]/i.test(first);
}

function plainShell(base: EffectiveShell): ShellKind {
  return base.kind === 'dash' || base.kind === 'ash' || base.kind === 'bash' ? base.kind : 'sh';
}

const POSIX: ReadonlySet<ShellKind> = new Set<ShellKind>(['sh', 'dash', 'ash', 'bash', 'zsh', 'ksh']);

interface Program {
  readonly name: string;
  /** Index of the word behind it. */
  readonly next: number;
}

/** The shell among the words; `env` and its options and settings in front of it are skipped. */
function programOf(words: readonly string[]): Program | null {
  const first = words[0];
  if (first === undefined || first === '') return null;
  const name = fileName(first);
  if (name === 'busybox') {
    const applet = words[1];
    return applet === undefined ? { name, next: 1 } : { name: applet === 'sh' ? 'ash' : applet, next: 2 };
  }
  if (name !== 'env') return { name, next: 1 };
  const index = words.findIndex((word, at) => at > 0 && !word.startsWith('-') && !word.includes('='));
  return index === -1 ? null : { name: fileName(words[index] ?? ''), next: index + 1 };
}

function fileName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  return name.endsWith('.exe') ? name.slice(0, -'.exe'.length) : name;
}

interface ShellOptions {
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

const NO_OPTIONS: ShellOptions = { errexit: false, pipefail: false };
/** Long options of bash that take the next word. */
const WITH_ARGUMENT: ReadonlySet<string> = new Set(['--rcfile', '--init-file']);

/** `-e`, `-o errexit` and `-o pipefail` in any order and spelling, up to the first word that is no option. */
function optionsOf(words: readonly string[], kind: ShellKind): ShellOptions {
  const options = { errexit: false, pipefail: false };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (WITH_ARGUMENT.has(word)) {
      index += 1;
      continue;
    }
    if (word === '--' || !/^[-+]./.test(word)) break;
    if (word.startsWith('--')) continue;
    const on = word.startsWith('-');
    for (const letter of word.slice(1)) {
      if (letter === 'e') options.errexit = on;
      if (letter === 'O' && kind === 'bash') index += 1;
      if (letter !== 'o') continue;
      index += 1;
      const name = optionName(words[index] ?? '', kind);
      if (name === 'errexit') options.errexit = on;
      if (name === 'pipefail') options.pipefail = on;
    }
  }
  return options;
}

/** zsh reads `PIPE_FAIL` and `pipefail` alike. */
function optionName(name: string, kind: ShellKind): string {
  return kind === 'zsh' ? name.toLowerCase().replaceAll('_', '') : name;
}
