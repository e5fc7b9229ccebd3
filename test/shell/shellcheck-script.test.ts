import { createSource } from '../../src/dockerfile/source';
import { createShellView } from '../../src/shell/view';
import { shellcheckScripts, type ShellcheckPlace } from '../../src/shell/shellcheck-script';
import { modelOf } from '../support/small-model';

function scripts(text: string): ReturnType<typeof shellcheckScripts> {
  const model = modelOf(text);
  return shellcheckScripts(model, createShellView(model));
}

/** The bodies, without the head. */
function bodies(text: string): readonly string[] {
  return scripts(text).map((script) => script.text.replace(/^#!.*\nread .*\n(?:set -e\n)?/, ''));
}

describe('what ShellCheck is given', () => {
  test.each([
    ['FROM debian\nRUN a \\\n # b\n && c\nCMD d', ['a  && c\n']],
    ['FROM debian\nRUN <<EOF\na\n\tb\nEOF', ['a\n\tb\n\n']],
    ['FROM debian\nRUN ["sh", "-c", "a \\"b\\""]', ['a "b"\n']],
    ['FROM debian\nONBUILD RUN a', ['a\n']],
    ['FROM debian\nRUN if a', ['if a\n']],
    ['FROM debian\nRUN cat <<EOF | bash\na\nEOF', ['cat <<EOF | bash\na\nEOF\n']],
    ['FROM debian\nRUN ["a"]', []],
    ['FROM debian\nRUN <<EOF python3\nimport x\nEOF', ['<<EOF python3\nimport x\nEOF\n']],
    ['FROM debian\nRUN <<EOF\n#!/usr/bin/env python3\nimport x\nEOF', []],
    ['FROM win\nRUN dir', []],
    ['FROM debian\nSHELL ["pwsh", "-c"]\nRUN a', []],
    ['FROM debian\nSHELL ["/bin/zsh", "-c"]\nRUN a', []],
  ])('%s', (text, expected) => expect(bodies(text)).toEqual(expected));

  test.each([
    ['FROM debian\nRUN a', 'dash'],
    ['FROM alpine\nRUN a', 'dash'],
    ['FROM x.example.org/y\nRUN a', 'sh'],
    ['FROM debian\nSHELL ["/bin/bash", "-c"]\nRUN a', 'bash'],
    ['FROM debian\nRUN <<EOF\n#!/bin/bash\na\nEOF', 'bash'],
  ])('%s is %s', (text, dialect) => expect(scripts(text)[0]?.text).toMatch(new RegExp(`^#!/bin/${dialect}\n`)));

  test('is told of the variables that are set before, and of -e', () => {
    const text = 'ARG G\nFROM debian AS one\nENV A=b\nFROM one\nARG C\nSHELL ["/bin/bash", "-e", "-c"]\nRUN a\nENV D=e';
    const head = scripts(text)[0]?.text.split('\n') ?? [];
    expect(head[1]?.replace(/;.*/, '').split(' ')).toEqual(expect.arrayContaining(['A', 'C', 'HTTP_PROXY', 'no_proxy']));
    expect(head[1]).not.toMatch(/ (?:G|D)\b/);
    expect(head[2]).toBe('set -e');
  });
});

describe('the place of a finding', () => {
  function placed(text: string, place: Omit<ShellcheckPlace, 'endLine'> & { readonly endLine?: number }): string | null {
    const [script] = scripts(text);
    const range = script?.rangeOf({ endLine: place.line, ...place }) ?? null;
    return range === null ? null : createSource('Dockerfile', text).text.slice(range.start, range.end);
  }

  test('is found behind continuations, comments and characters outside the basic plane', () => {
    const text = 'FROM debian\nRUN echo "😀ö" \\\n # no\n && rm *';
    const body = scripts(text)[0]?.text.split('\n')[2] ?? '';
    const column = [...body].indexOf('*') + 1;
    expect(placed(text, { line: 3, column, endColumn: column + 1 })).toBe('*');
  });

  test('is found in a heredoc, where a tab is one character', () => {
    expect(placed('FROM debian\nRUN <<EOF\r\na\r\n\tb c\r\nEOF', { line: 4, column: 4, endColumn: 5 })).toBe('c');
    expect(placed('FROM debian\nRUN <<-EOF\n\ta\n\t\tb\nEOF', { line: 3, column: 1, endLine: 4, endColumn: 2 })).toBe('a\n\t\tb');
  });

  test('stays within the text', () => {
    expect(placed('FROM debian\nRUN a', { line: 9, column: 9, endColumn: 9 })).toBe('');
    expect(placed('FROM debian\nRUN a b', { line: 3, column: 3, endColumn: 99 })).toBe('b');
  });

  test('is nowhere for what is said of the head', () => {
    expect(placed('FROM debian\nRUN a', { line: 2, column: 1, endColumn: 2 })).toBeNull();
  });
});
