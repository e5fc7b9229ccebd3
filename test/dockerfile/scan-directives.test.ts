import { lineEnd, lineStart, readHead } from '../../src/dockerfile/scan-directives';
import { createSource, sliceOf } from '../../src/dockerfile/source';

function head(text: string) {
  return readHead(createSource('Dockerfile', text));
}

function names(text: string): readonly string[] {
  return head(text).directives.map(({ name, value }) => `${name}=${value}`);
}

describe('parser directives', () => {
  it.each([
    ['# syntax=docker/dockerfile:1\n# escape=`\n# check=skip=all\nFROM a', ['syntax=docker/dockerfile:1', 'escape=`', 'check=skip=all']],
    ['#syntax=a\nFROM a', ['syntax=a']],
    ['#  SynTax  =  a b  \nFROM a', ['syntax=a b']],
    ['  # escape = ` \nFROM a', ['escape=`']],
    ['\ufeff# escape=`\r\nFROM a', ['escape=`']],
    ['# escape=\\', ['escape=\\']],
  ])('are read from the head of %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['a comment', '# c\n# escape=`'],
    ['an unknown key', '# foo=bar\n# escape=`'],
    ['a blank line', '\n# escape=`'],
    ['an instruction', 'FROM a\n# escape=`'],
    ['a directive without a value', '# syntax=\n# escape=`'],
    ['a key with a blank in it', '# my syntax=x\n# escape=`'],
    ['a key that begins with a digit', '# 1escape=`\n# escape=`'],
    ['two hashes', '## syntax=x\n# escape=`'],
  ])('are ended by %s', (_, text) => {
    expect(names(text)).toEqual([]);
    expect(head(text).escape).toBe('\\');
  });

  it('decide the escape character', () => {
    expect(head('# escape=`\n').escape).toBe('`');
    expect(head('# escape=\\\n').escape).toBe('\\');
    expect(head('').escape).toBe('\\');
  });

  it('are refused when repeated; the first one holds', () => {
    const { directives, refused, escape, lines } = head('# escape=`\n# escape=\\\n# syntax=a\n');
    expect(directives.map(({ value }) => value)).toEqual(['`', 'a']);
    expect(refused).toMatchObject([{ reason: 'repeated', directive: { name: 'escape', value: '\\' } }]);
    expect(escape).toBe('`');
    expect(lines).toEqual([0, 1, 2]);
  });

  it('are refused with a bad escape character, which changes nothing', () => {
    const { directives, refused, escape } = head('# escape=x\n# syntax=a\n');
    expect(refused).toMatchObject([{ reason: 'invalid-escape', directive: { value: 'x' } }]);
    expect(directives).toMatchObject([{ name: 'syntax' }]);
    expect(escape).toBe('\\');
  });

  it('behind a #! line are found, but for escape', () => {
    const { directives, escape, lines } = head('#!/usr/bin/env docker\n# syntax=a\n# escape=`\n# check=skip=all\nFROM a');
    expect(directives.map(({ name }) => name)).toEqual(['syntax', 'check']);
    expect(escape).toBe('\\');
    expect(lines).toEqual([1, 3]);
  });

  it('know their places', () => {
    const source = createSource('Dockerfile', '\ufeff # Syntax = a b \r\nFROM a');
    const [directive] = readHead(source).directives;
    expect(directive && [directive.range, directive.nameRange, directive.valueRange].map((range) => sliceOf(source, range)))
      .toEqual(['# Syntax = a b ', 'Syntax', 'a b']);
  });
});

describe('lines', () => {
  it('begin behind the byte-order mark and end before every carriage return and line feed', () => {
    const source = createSource('Dockerfile', '\ufeffa\r\r\nb');
    expect([lineStart(source, 0), lineEnd(source, 0), lineStart(source, 1), lineEnd(source, 1)]).toEqual([1, 2, 5, 6]);
    expect(lineStart(source, 9)).toBe(6);
  });
});
