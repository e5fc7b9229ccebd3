/** Which shell runs a text, and with which options. */
import type { ShellKind } from '../dockerfile/model-types';

export interface Interpreter {
  readonly shell: ShellKind;
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

/** How a shell was called: where its text comes from. */
export interface ShellInvocation extends Interpreter {
  /** Index of the word that holds the script of `-c`; null when there is none. */
  readonly scriptIndex: number | null;
  /** Neither `-c` nor a file: it reads the script from its standard input. */
  readonly readsInput: boolean;
}

const SHELLS: ReadonlyMap<string, ShellKind> = new Map<string, ShellKind>([
  ['sh', 'sh'], ['ash', 'ash'], ['dash', 'dash'], ['bash', 'bash'], ['rbash', 'bash'], ['zsh', 'zsh'], ['ksh', 'ksh'], ['mksh', 'ksh'],
  ['cmd', 'cmd'], ['cmd.exe', 'cmd'], ['powershell', 'powershell'], ['powershell.exe', 'powershell'], ['pwsh', 'powershell'], ['pwsh.exe', 'powershell'],
]);

/** Text in these is read as POSIX shell; `none` and `unknown` too, since what runs at all there is nearly always `sh`. */
const READABLE: ReadonlySet<ShellKind> = new Set<ShellKind>(['sh', 'ash', 'dash', 'bash', 'zsh', 'ksh', 'none', 'unknown']);

const LONG_OPTIONS_WITH_VALUE: ReadonlySet<string> = new Set(['--rcfile', '--init-file']);

/** The last part of a path, with either kind of slash. */
export function baseName(path: string): string {
  // Nearly all names have no slash, and looking from the front is several times faster.
  if (!path.includes('/') && !path.includes('\\')) return path;
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

export function isPosixShell(kind: ShellKind): boolean {
  return READABLE.has(kind);
}

/** The kind of a program; `other` when it is no shell that we know. */
export function shellKindOf(program: string): ShellKind {
  const name = baseName(program);
  return SHELLS.get(name) ?? SHELLS.get(name.toLowerCase()) ?? 'other';
}

/**
 * Reads `bash -euo pipefail -c text`. Null when the first word is no POSIX shell.
 * A word that is not literal must be given as null: nothing certain can be said from there on.
 */
export function readShellInvocation(words: readonly (string | null)[]): ShellInvocation | null {
  const program = words[0];
  if (program === null || program === undefined) return null;
  const shell = shellKindOf(program);
  if (shell === 'other' || !isPosixShell(shell)) return null;

  let errexit = false;
  let pipefail = false;
  let command = false;
  let index = 1;
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (word === null || word === undefined) break;
    if (word === '--' || word === '-') {
      index += 1;
      break;
    }
    if (word.startsWith('--')) {
      if (LONG_OPTIONS_WITH_VALUE.has(word)) index += 1;
      continue;
    }
    const sign = word[0];
    if ((sign !== '-' && sign !== '+') || word.length < 2) break;
    const on = sign === '-';
    let named = 0;
    for (const letter of word.slice(1)) {
      if (letter === 'e') errexit = on;
      else if (letter === 'c') command = on;
      else if (letter === 'o' || letter === 'O') {
        named += 1;
        const name = words[index + named];
        if (letter === 'o' && name === 'errexit') errexit = on;
        if (letter === 'o' && name === 'pipefail') pipefail = on;
      }
    }
    const readsStandardInput = on && word.includes('s');
    index += named;
    if (readsStandardInput && !command) return { shell, errexit, pipefail, scriptIndex: null, readsInput: true };
  }

  if (command) return { shell, errexit, pipefail, scriptIndex: index < words.length ? index : null, readsInput: false };
  const file = words[index];
  return { shell, errexit, pipefail, scriptIndex: null, readsInput: index >= words.length || file === '/dev/stdin' };
}

/**
 * The interpreter of a `#!` line (given without line end): `#!/bin/bash -e`, `#!/usr/bin/env -S bash -e`.
 * Null when the text does not begin with one.
 */
export function readShebang(line: string): Interpreter | null {
  if (!line.startsWith('#!')) return null;
  let words = line.slice(2).trim().split(/[ \t]+/);
  if (baseName(words[0] ?? '') === 'env') {
    words = words.slice(1);
    while (words[0] !== undefined && (words[0].startsWith('-') || words[0].includes('='))) words = words.slice(1);
  }
  const program = words[0] ?? '';
  const invocation = readShellInvocation(words);
  return invocation ?? { shell: program === '' ? 'sh' : shellKindOf(program), errexit: false, pipefail: false };
}
