import { baseName, isPosixShell, readShebang, readShellInvocation, shellKindOf } from '../../src/shell/interpreter';

describe('the call of a shell', () => {
  test.each([
    ['sh -c x', { shell: 'sh', errexit: false, pipefail: false, scriptIndex: 2, readsInput: false }],
    ['/bin/bash -euo pipefail -c x', { shell: 'bash', errexit: true, pipefail: true, scriptIndex: 4 }],
    ['bash -o pipefail -o errexit -c x', { errexit: true, pipefail: true, scriptIndex: 6 }],
    ['bash -exc x', { errexit: true, scriptIndex: 2 }],
    ['bash -lc x', { errexit: false, scriptIndex: 2 }],
    ['bash -c -e x', { errexit: true, scriptIndex: 3 }],
    ['bash -e +e -c x', { errexit: false, scriptIndex: 4 }],
    ['bash --login --rcfile f -c x', { scriptIndex: 5 }],
    ['bash -O extglob -c x', { scriptIndex: 4 }],
    ['bash -c', { scriptIndex: null, readsInput: false }],
    ['bash', { scriptIndex: null, readsInput: true }],
    ['bash -e', { errexit: true, readsInput: true }],
    ['bash -s a b', { readsInput: true }],
    ['bash -', { readsInput: true }],
    ['bash -- script', { readsInput: false }],
    ['bash /dev/stdin', { readsInput: true }],
    ['bash script -c x', { scriptIndex: null, readsInput: false }],
  ])('%s', (line, expected) => {
    expect(readShellInvocation(line.split(' '))).toMatchObject(expected);
  });

  test.each([[[]], [[null, '-c', 'x']], [['python3', '-c', 'x']], [['cmd', '/c', 'x']], [['powershell', '-c', 'x']]])('%j is none', (words) => {
    expect(readShellInvocation(words)).toBeNull();
  });

  test('behind a word that is not known, nothing is', () => {
    expect(readShellInvocation(['bash', null, '-c', 'x'])).toMatchObject({ scriptIndex: null, readsInput: false });
  });
});

test.each([
  ['#!/bin/sh', { shell: 'sh', errexit: false }],
  ['#! /bin/bash -e', { shell: 'bash', errexit: true, pipefail: false }],
  ['#!/bin/bash -eu -o pipefail', { shell: 'bash', errexit: true, pipefail: true }],
  ['#!/usr/bin/env bash', { shell: 'bash' }],
  ['#!/usr/bin/env -S A=b bash -e', { shell: 'bash', errexit: true }],
  ['#!/usr/bin/env python3', { shell: 'other' }],
  ['#!/usr/bin/pwsh', { shell: 'powershell' }],
  ['#!', { shell: 'sh' }],
  ['# comment', null],
  ['', null],
])('%s', (line, expected) => {
  if (expected === null) expect(readShebang(line)).toBeNull();
  else expect(readShebang(line)).toMatchObject(expected);
});

test('programs go by the last part of their path, whatever its slashes and case', () => {
  expect(baseName('/usr/bin/apt-get')).toBe('apt-get');
  expect(baseName('C:\\Windows\\cmd.exe')).toBe('cmd.exe');
  expect(shellKindOf('C:\\Windows\\System32\\CMD.EXE')).toBe('cmd');
  expect(shellKindOf('PowerShell')).toBe('powershell');
  expect(shellKindOf('/bin/busybox')).toBe('other');
});

test('text is read for POSIX shells, and where no shell is known', () => {
  expect((['sh', 'dash', 'ash', 'bash', 'zsh', 'ksh', 'none', 'unknown'] as const).map(isPosixShell)).not.toContain(false);
  expect((['cmd', 'powershell', 'other'] as const).map(isPosixShell)).not.toContain(true);
});
