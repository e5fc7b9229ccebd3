import type { EffectiveShell, OperatingSystem, ShellKind } from '../../src/dockerfile/model-types';
import type { Instruction, ShellInstruction } from '../../src/dockerfile/nodes';
import { NO_SHELL, isWindowsShell, shellOfBase, shellOfInstruction } from '../../src/dockerfile/shell-setting';
import type { BaseImage } from '../../src/knowledge/base-image';
import { baseImage, lastInstruction, modelOf } from '../support/small-model';

function shellInstruction(...words: readonly string[]): ShellInstruction {
  const instruction: Instruction = lastInstruction(modelOf(`FROM scratch\nSHELL ${JSON.stringify(words)}`));
  if (instruction.keyword !== 'SHELL') throw new Error('not a SHELL');
  return instruction;
}

const setBy = (...words: readonly string[]): EffectiveShell => shellOfInstruction(shellInstruction(...words), shellOfBase(null, 'linux'));

describe('the shell of a base', () => {
  test.each<[Partial<BaseImage> | null, OperatingSystem, ShellKind, boolean | null]>([
    [{ os: 'linux', shell: 'dash', pipefail: false }, 'linux', 'dash', false],
    [{ os: 'linux', shell: 'dash' }, 'linux', 'dash', null],
    [{ os: 'linux', shell: 'ash' }, 'linux', 'ash', true],
    [{ os: 'linux', shell: 'bash' }, 'linux', 'bash', true],
    [{ os: 'linux', shell: 'none' }, 'linux', 'none', false],
    [{ os: 'linux' }, 'linux', 'sh', null],
    [{ os: 'windows', shell: 'powershell' }, 'windows', 'powershell', false],
    [{ os: 'windows' }, 'windows', 'unknown', null],
    [{ os: 'windows', pipefail: false }, 'windows', 'unknown', false],
    [{ os: 'linux', shell: 'dash' }, 'windows', 'cmd', false],
    [{ os: 'linux', shell: 'dash' }, 'unknown', 'unknown', null],
    [null, 'linux', 'sh', null],
    [null, 'windows', 'cmd', false],
    [null, 'unknown', 'unknown', null],
  ])('%j on %s is %s, knows pipefail: %s', (facts, os, kind, knowsPipefail) => {
    expect(shellOfBase(facts === null ? null : baseImage(facts), os)).toMatchObject({
      kind, knowsPipefail, words: null, instruction: null, errexit: false, pipefail: false,
    });
  });
});

test.each<[readonly string[] | null, boolean, boolean]>([
  [['/bin/bash', '-exo', 'pipefail', '-c'], true, true],
  [['/bin/bash', '-o', 'pipefail', '-c'], false, true],
  [['/bin/bash', '-c'], false, false],
  [null, false, false],
])('the SHELL %j in the config of a base stays in force', (shellWords, errexit, pipefail) => {
  const shell = shellOfBase(baseImage({ os: 'linux', shell: 'bash', shellWords }), 'linux');
  expect(shell).toMatchObject({ kind: 'bash', errexit, pipefail, words: null, instruction: null });
  expect(shellOfInstruction(shellInstruction('/bin/bash', '-c'), shell)).toMatchObject({ errexit: false, pipefail: false });
});

describe('the shell that SHELL sets', () => {
  test.each<[readonly string[], ShellKind, boolean | null]>([
    [['/bin/bash', '-c'], 'bash', true],
    [['bash', '-c'], 'bash', true],
    [['/bin/sh', '-c'], 'sh', null],
    [['/bin/dash', '-c'], 'dash', null],
    [['/bin/ash', '-c'], 'ash', true],
    [['/bin/busybox', 'sh', '-c'], 'ash', true],
    [['/bin/busybox'], 'ash', true],
    [['/busybox/sh', '-c'], 'sh', null],
    [['/bin/zsh', '-c'], 'zsh', true],
    [['/bin/mksh', '-c'], 'ksh', true],
    [['/usr/bin/env', 'bash', '-c'], 'bash', true],
    [['/usr/bin/env', '-S', 'A=1', 'bash', '-c'], 'bash', true],
    [['cmd', '/S', '/C'], 'cmd', false],
    [['powershell', '-Command'], 'powershell', false],
    [['C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', '-Command'], 'powershell', false],
    [['pwsh', '-c'], 'powershell', false],
    [['/usr/bin/python3', '-c'], 'other', false],
    [['/usr/bin/fish', '-c'], 'other', false],
    [['env', '-i'], 'unknown', null],
    [[''], 'unknown', null],
    [[], 'unknown', null],
  ])('%j is %s, knows pipefail: %s', (words, kind, knowsPipefail) => {
    expect(setBy(...words)).toMatchObject({ kind, knowsPipefail });
  });

  test.each<[readonly string[], boolean, boolean]>([
    [['bash', '-c'], false, false],
    [['bash', '-e', '-c'], true, false],
    [['bash', '-ec'], true, false],
    [['bash', '-o', 'pipefail', '-c'], false, true],
    [['bash', '-eo', 'pipefail', '-c'], true, true],
    [['bash', '-euxo', 'pipefail', '-c'], true, true],
    [['bash', '-o', 'errexit', '-o', 'pipefail', '-c'], true, true],
    [['bash', '-c', '-o', 'pipefail'], false, true],
    [['bash', '-o', 'pipefail', '+o', 'pipefail', '-c'], false, false],
    [['bash', '-e', '+e', '-c'], false, false],
    [['bash', '--login', '-eo', 'pipefail', '-c'], true, true],
    [['bash', '--rcfile', '-x', '-o', 'pipefail', '-c'], false, true],
    [['bash', '-O', 'extglob', '-o', 'pipefail', '-c'], false, true],
    [['bash', '-oo', 'pipefail', 'errexit', '-c'], true, true],
    [['bash', '-o', 'nounset', '-c'], false, false],
    [['bash', '-o'], false, false],
    [['bash', '--', '-e'], false, false],
    [['bash', 'script', '-e'], false, false],
    [['zsh', '-o', 'PIPE_FAIL', '-c'], false, true],
    [['bash', '-o', 'PIPE_FAIL', '-c'], false, false],
    [['/usr/bin/env', 'bash', '-eo', 'pipefail', '-c'], true, true],
    [['/bin/busybox', 'ash', '-eo', 'pipefail', '-c'], true, true],
    [['powershell', '-ec', '-o', 'pipefail'], false, false],
    [['python', '-e'], false, false],
  ])('%j: errexit %s, pipefail %s', (words, errexit, pipefail) => {
    expect(setBy(...words)).toMatchObject({ errexit, pipefail });
  });

  test('a plain sh is whatever the base has', () => {
    const onDebian = shellOfInstruction(shellInstruction('/bin/sh', '-ec'), shellOfBase(baseImage({ os: 'linux', shell: 'dash', pipefail: false }), 'linux'));
    expect(onDebian).toMatchObject({ kind: 'dash', knowsPipefail: false, errexit: true });
    const onAlpine = shellOfInstruction(shellInstruction('sh', '-c'), shellOfBase(baseImage({ os: 'linux', shell: 'ash' }), 'linux'));
    expect(onAlpine).toMatchObject({ kind: 'ash', knowsPipefail: true });
    const onBash = shellOfInstruction(shellInstruction('dash', '-c'), shellOfBase(baseImage({ os: 'linux', shell: 'bash' }), 'linux'));
    expect(onBash).toMatchObject({ kind: 'dash', knowsPipefail: null });
    expect(shellOfInstruction(shellInstruction('sh', '-c'), NO_SHELL)).toMatchObject({ kind: 'sh', knowsPipefail: null });
  });

  test('it keeps its words and its instruction', () => {
    const instruction = shellInstruction('bash', '-c');
    expect(shellOfInstruction(instruction, NO_SHELL)).toMatchObject({ words: ['bash', '-c'], instruction });
  });

  test.each<[readonly string[], boolean]>([
    [['cmd', '/C'], true], [['powershell.exe'], true], [['C:/tools/bash.exe'], true], [['pwsh'], false], [['/bin/bash'], false], [[], false],
  ])('%j exists on Windows only: %s', (words, expected) => {
    expect(isWindowsShell(shellInstruction(...words))).toBe(expected);
  });
});
