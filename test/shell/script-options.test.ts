import { scriptOptionsAt } from '../../src/shell/script-options';
import type { Surroundings } from './support';
import { read } from './support';

/** Options at the command `x`. */
function optionsAt(dockerfile: string, surroundings: Surroundings = {}): string {
  const { scripts } = read(dockerfile, surroundings);
  const script = scripts.find(({ commands }) => commands.some(({ name }) => name === 'x'));
  const command = script?.commands.find(({ name }) => name === 'x');
  if (script === undefined || command === undefined) throw new Error('the test needs a command x');
  const { errexit, pipefail } = scriptOptionsAt(script, command);
  return `${errexit} ${pipefail}`;
}

test.each([
  ['x', 'false false'],
  ['set -e; x', 'true false'],
  ['set -euxo pipefail && x', 'true true'],
  ['set -o errexit -o pipefail; x', 'true true'],
  ['set -e +e; x', 'false false'],
  ['set -e; set +e; x', 'false false'],
  ['x; set -e', 'false false'],
  ['set -- -e; x', 'false false'],
  ['set a -e; x', 'false false'],
  ['set $opts; x', 'unknown unknown'],
  ['set -o $opts; x', 'unknown unknown'],
  ['set -x -o; x', 'false false'],
  ['shopt -so pipefail; x', 'false true'],
  ['shopt -s -o errexit; shopt -uo errexit; x', 'false false'],
  ['shopt -s extglob; x', 'false false'],
  ['{ set -e; }; x', 'true false'],
  ['if a; then set -e; fi; x', 'unknown false'],
  ['set -e; if a; then set -e; fi; x', 'true false'],
  ['if a; then set -e; x; fi', 'true false'],
  ['a || set -e; x', 'unknown false'],
  ['a && set -e; x', 'true false'],
  ['( set -e ); x', 'false false'],
  ['( set -e; x )', 'true false'],
  ['set -e; ( x )', 'true false'],
  ['set -e | a; x', 'false false'],
  ['a $(set -e); x', 'false false'],
  ['set -e; a $(x)', 'true false'],
  ['f() { x; }; set -e; f', 'unknown false'],
  ['set -e; f() { x; }; f', 'true false'],
  ['f() { set -e; }; f; x', 'unknown false'],
  ["bash -c 'x'", 'false false'],
  ["set -e; bash -c 'x'", 'false false'],
  ["bash -eo pipefail -c 'x'", 'true true'],
  ["bash -c 'set -e; x'", 'true false'],
  ["bash -c 'set -e'; x", 'false false'],
  ["eval 'set -e'; x", 'true false'],
])('%s: %s', (script, expected) => {
  expect(optionsAt(`RUN ${script}`)).toBe(expected);
});

test('options of SHELL, of the #! line and of the shell that reads a heredoc hold from the start', () => {
  const shell = { kind: 'bash', errexit: true, pipefail: true } as const;
  expect(optionsAt('RUN x', { shell })).toBe('true true');
  expect(optionsAt('RUN set +e; x', { shell })).toBe('false true');
  expect(optionsAt("RUN bash -c 'x'", { shell })).toBe('false false');
  expect(optionsAt('RUN <<EOF\n#!/bin/bash -e\nx\nEOF', { shell })).toBe('true false');
  expect(optionsAt('RUN bash -o pipefail <<EOF\nx\nEOF')).toBe('false true');
});

test('a script with hundreds of them is not followed', () => {
  expect(optionsAt(`RUN ${'set -x; '.repeat(400)}x`)).toBe('false false');
  expect(optionsAt(`RUN ${'set -x; '.repeat(600)}x`)).toBe('unknown unknown');
});
