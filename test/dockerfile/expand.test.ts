import fc from 'fast-check';
import type { Lookup } from '../../src/dockerfile/expand';
import { expandText } from '../../src/dockerfile/expand';
import type { Found } from '../../src/dockerfile/found';
import { LONGEST_VALUE, MOST_PARTS } from '../../src/dockerfile/found';
import type { Value } from '../../src/dockerfile/values';
import { knownText } from '../../src/dockerfile/values';

const set = (name: string, text: string): Found => ({
  state: 'set',
  parts: text === '' ? [] : [{ kind: 'text', text, origin: { kind: 'literal' }, range: { start: 900, end: 900 + text.length } }],
  origin: { kind: 'env', name, range: { start: 890, end: 999 } },
});

const VARIABLES: Readonly<Record<string, Found>> = {
  a: set('a', 'one'),
  empty: set('empty', ''),
  v: set('v', '1.22.3'),
  path: set('path', 'x/y/z'),
  declared: { state: 'declared' },
  maybe: { state: 'unknown' },
  half: {
    state: 'set',
    parts: [
      { kind: 'text', text: 'k-', origin: { kind: 'literal' }, range: { start: 1, end: 3 } },
      { kind: 'unknown', name: 'maybe', range: { start: 3, end: 9 } },
    ],
    origin: { kind: 'env', name: 'half', range: { start: 0, end: 9 } },
  },
  dark: { state: 'set', parts: [{ kind: 'unknown', name: 'maybe', range: { start: 3, end: 9 } }], origin: { kind: 'arg', name: 'dark', range: null } },
};

const lookup: Lookup = (name) => (Object.hasOwn(VARIABLES, name) ? (VARIABLES[name] ?? { state: 'unset' }) : { state: 'unset' });
const expand = (text: string, escape: '\\' | '`' = '\\'): Value =>
  expandText(text, escape, (start, end) => ({ start, end }), lookup);

/** Unknown parts as `?`, an unset value as `∅`. */
function shown(value: Value): string {
  if (value.kind === 'unset') return '∅';
  return value.parts.map((part) => (part.kind === 'text' ? part.text : '?')).join('');
}

describe('expansion', () => {
  test.each([
    ['', ''],
    ['plain', 'plain'],
    ['$a', 'one'],
    ['${a}', 'one'],
    ['x${a}y', 'xoney'],
    ['$a$a', 'oneone'],
    ['$ab', '∅'],
    ['$a.b', 'one.b'],
    ['$a-b', 'one-b'],
    ['$', '$'],
    ['a$', 'a$'],
    ['$(id)', '$(id)'],
    ['$1a', 'a'],
    ['$$', '∅'],
    ['$?x', 'x'],
    ['${nothing}', '∅'],
    ['"$nothing"', '∅'],
    ['$nothing$nothing', ''],
    ['x$nothing', 'x'],
    ['$maybe', '?'],
    ['$declared', '?'],
    ['$half', 'k-?'],
    ['é${a}é', 'éoneé'],
    ['$é', '∅'],
  ])('%j gives %j', (text, expected) => {
    expect(shown(expand(text))).toBe(expected);
  });

  test.each([
    ["'$a'", '$a'],
    ['"$a"', 'one'],
    ['"a b"c', 'a bc'],
    ["'a b'\"c d\"", 'a bc d'],
    ['\\$a', '$a'],
    ['a\\ b', 'a b'],
    ['"a\\ b"', 'a\\ b'],
    ['"\\$a"', '$a'],
    ['"\\""', '"'],
    ['"\\\\"', '\\'],
    ['"it\'s"', "it's"],
    ['end\\', 'end'],
    ['rel\\\\x\\y', 'rel\\xy'],
    ['"rel\\x"', 'rel\\x'],
    ['\\😀x', '😀x'],
    ['"a\\n$a"', 'a\\none'],
  ])('quotes and escapes: %j gives %j', (text, expected) => {
    expect(shown(expand(text))).toBe(expected);
  });

  test('only the active escape character escapes', () => {
    expect(shown(expand('`$a', '`'))).toBe('$a');
    expect(shown(expand('C:\\$a', '`'))).toBe('C:\\one');
    expect(shown(expand('"C:\\x`"y"', '`'))).toBe('C:\\x"y');
  });

  test.each([
    ['${a:-w}', 'one'],
    ['${nothing:-w}', 'w'],
    ['${nothing-w}', 'w'],
    ['${empty:-w}', 'w'],
    ['${empty-w}', ''],
    ['${declared:-w}', 'w'],
    ['${declared-w}', 'w'],
    ['${maybe:-w}', '?'],
    ['${half:-w}', 'k-?'],
    ['${dark:-w}', '?'],
    ['${dark-w}', '?'],
    ['${nothing:-}', ''],
    ['${nothing:-a b}', 'a b'],
    ['${nothing:-"}"}', '}'],
    ['${nothing:-\\}}', '}'],
    ['${nothing:-$a}', 'one'],
    ['${nothing:-${empty:-${a}}}', 'one'],
    ['${nothing:-$maybe}', '?'],
    ['${a:+w}', 'w'],
    ['${a+w}', 'w'],
    ['${nothing:+w}', ''],
    ['${nothing+w}', ''],
    ['${empty:+w}', ''],
    ['${empty+w}', 'w'],
    ['${declared:+w}', '?'],
    ['${maybe:+w}', '?'],
    ['${half:+w}', 'w'],
    ['${a:?w}', 'one'],
    ['${a?w}', 'one'],
    ['${declared:?w}', '?'],
    ['${maybe?w}', '?'],
    ['${empty?w}', ''],
  ])('conditions: %j gives %j', (text, expected) => {
    expect(shown(expand(text))).toBe(expected);
  });

  test.each([
    ['${v#*.}', '22.3'],
    ['${v##*.}', '3'],
    ['${v%.*}', '1.22'],
    ['${v%%.*}', '1'],
    ['${v/./_}', '1_22.3'],
    ['${v//./_}', '1_22_3'],
    ['${path//\\//-}', 'x-y-z'],
    ['${v%$nothing.3}', '1.22'],
    ['${nothing#x}', ''],
    ['${nothing/x/y}', ''],
    ['${maybe#x}', '?'],
    ['${half%x}', '?'],
    ['${v#$maybe}', '?'],
    ['${v/$maybe/x}', '?'],
    ['${v#\\q}', '?'],
    ['${v#\\1.}', '?'],
    ['a${v%%.*}b', 'a1b'],
  ])('patterns: %j gives %j', (text, expected) => {
    expect(shown(expand(text))).toBe(expected);
  });

  test.each([
    'x${a', 'x${', 'x${}', 'x${{a}}', 'x${:a}', 'x${a@Q}', 'x${a^^}', 'x${a:x}', 'x${a:}', "x'", 'x"', 'x${nothing:?w}', 'x${empty:?w}',
    'x${nothing?}', "${a:-it's}", 'x${v/a}', 'x${v/a/b', 'x${a:-', 'x${-foo}', '"x\\',
  ])('what the builder refuses is one unknown part: %j', (text) => {
    expect(expand(text)).toEqual({ kind: 'parts', parts: [{ kind: 'unknown', name: null, range: { start: 0, end: text.length } }] });
  });

  test('a literal part knows its own text, a substituted one the whole substitution', () => {
    expect(expand('ab${a}"c"')).toEqual({
      kind: 'parts',
      parts: [
        { kind: 'text', text: 'ab', origin: { kind: 'literal' }, range: { start: 0, end: 2 } },
        { kind: 'text', text: 'one', origin: { kind: 'env', name: 'a', range: { start: 890, end: 999 } }, range: { start: 2, end: 6 } },
        { kind: 'text', text: 'c', origin: { kind: 'literal' }, range: { start: 7, end: 8 } },
      ],
    });
  });

  test('a default has the variable and its own word as origin', () => {
    expect(expand('x:${nothing:-18}')).toMatchObject({
      parts: [{ text: 'x:' }, { text: '18', origin: { kind: 'default', name: 'nothing', range: { start: 13, end: 15 } }, range: { start: 2, end: 16 } }],
    });
  });

  test('what a default takes from a variable keeps that variable as origin', () => {
    expect(expand('${nothing:-x$a}')).toMatchObject({
      parts: [{ text: 'x', origin: { kind: 'default', name: 'nothing' } }, { text: 'one', origin: { kind: 'env', name: 'a' } }],
    });
  });

  test('an unknown part names the variable that is used', () => {
    expect(expand('x$half$maybe')).toMatchObject({
      parts: [{ text: 'x' }, { text: 'k-' }, { kind: 'unknown', name: 'half', range: { start: 1, end: 6 } }, { kind: 'unknown', name: 'maybe' }],
    });
  });

  test('a rewritten value keeps the variable as origin', () => {
    expect(expand('${v%.*}')).toMatchObject({ parts: [{ text: '1.22', origin: { kind: 'env', name: 'v' }, range: { start: 0, end: 7 } }] });
  });

  test('a value too long, of too many parts or nested too deep is unknown', () => {
    const unknown = { kind: 'parts', parts: [{ kind: 'unknown', name: null }] };
    expect(expand('${a}'.concat('x'.repeat(LONGEST_VALUE)))).toMatchObject(unknown);
    expect(expand('$a-'.repeat(MOST_PARTS))).toMatchObject(unknown);
    expect(expand(`${'${nothing:-'.repeat(20_000)}x${'}'.repeat(20_000)}`)).toMatchObject(unknown);
  });

  test('any text is expanded without an exception, and parts lie within it', () => {
    fc.assert(fc.property(fc.stringMatching(/^[ab$ {}:\-+?#%/'"\\`*]{0,30}$/), fc.constantFrom('\\' as const, '`' as const), (text, escape) => {
      const value = expand(text, escape);
      if (value.kind === 'unset') return;
      for (const part of value.parts) {
        expect(part.range.start).toBeGreaterThanOrEqual(0);
        expect(part.range.end).toBeLessThanOrEqual(text.length);
        if (part.kind === 'text' && part.origin.kind === 'literal') expect(text.slice(part.range.start, part.range.end)).toBe(part.text);
      }
    }));
  });

  test('text without special characters is itself', () => {
    fc.assert(fc.property(fc.stringMatching(/^[^$'"\\]{0,30}$/), (text) => {
      expect(knownText(expand(text))).toBe(text);
    }));
  });
});
