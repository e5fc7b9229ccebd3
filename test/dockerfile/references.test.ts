import { familiarName, literalReference, parseReference } from '../../src/dockerfile/references';
import type { Component } from '../../src/dockerfile/model-types';
import type { Word } from '../../src/dockerfile/nodes';
import { expandText } from '../../src/dockerfile/expand';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** `$x` and `${x}` are unknown, `${x:-w}` is w. */
function parse(text: string) {
  const word: Word = { range: { start: 100, end: 100 + text.length }, raw: text, value: text };
  const value = expandText(text, '\\', (start, end) => ({ start: 100 + start, end: 100 + end }), () => ({ state: 'declared' }));
  return parseReference(word, value);
}

const shown = (component: Component): string | null =>
  component.kind === 'known' ? component.text : component.kind === 'unknown' ? '?' : null;

function parts(text: string): readonly (string | null)[] {
  const { registry, path, tag, digest } = parse(text);
  return [registry, path, tag, digest].map(shown);
}

describe('image references', () => {
  test.each<[string, string | null, string | null, string | null, string | null]>([
    ['node', null, 'node', null, null],
    ['node:18', null, 'node', '18', null],
    ['library/node:18-alpine', null, 'library/node', '18-alpine', null],
    ['docker.io/library/node', 'docker.io', 'library/node', null, null],
    ['localhost/x', 'localhost', 'x', null, null],
    ['localhost:5000/x:1', 'localhost:5000', 'x', '1', null],
    ['host:5000/img', 'host:5000', 'img', null, null],
    ['host:5000', null, 'host', '5000', null],
    ['127.0.0.1:5000/a/b', '127.0.0.1:5000', 'a/b', null, null],
    ['[::1]:5000/a:b', '[::1]:5000', 'a', 'b', null],
    ['[2001:db8::1]/repo', '[2001:db8::1]', 'repo', null, null],
    ['Foo/bar', 'Foo', 'bar', null, null],
    ['foo/bar/baz', null, 'foo/bar/baz', null, null],
    ['a.b/c', 'a.b', 'c', null, null],
    [`node@${DIGEST}`, null, 'node', null, DIGEST],
    [`node:18@${DIGEST}`, null, 'node', '18', DIGEST],
    [`ghcr.io/a/b:v1@${DIGEST}`, 'ghcr.io', 'a/b', 'v1', DIGEST],
    ['"a:1"', null, 'a', '1', null],
    ["'ghcr.io/x/y:2'", 'ghcr.io', 'x/y', '2', null],
  ])('%s is registry %j, path %j, tag %j, digest %j', (text, ...expected) => {
    expect(parts(text)).toEqual(expected);
    expect(parse(text).valid).toBe(true);
  });

  test.each([
    'a:', 'a@', ':1', '@x', '', 'A', 'Foo', 'node:', 'node:-1', 'node:a:b', 'http://x/y', '/node', 'node/', 'a//b', 'a b', '-a', 'a-', 'a..b',
    `node:${'x'.repeat(129)}`, 'node@sha256:12', `node@${DIGEST}x`, 'foo/Bar', 'host:port/x', 'host_.com/x', '0123456789abcdef'.repeat(4),
    `${'a/'.repeat(130)}b`, 'node:1/', '!x', 'a.b/', '[fe80::1%eth0]/x',
  ])('%j is no reference', (text) => {
    expect(parse(text).valid).toBe(false);
  });

  test.each(['a_b', 'a__b', 'a.b', 'a-b', 'a---b', 'a/b__c/d', 'sub.host.example.org/x/y', 'node:_x', 'n0de:1.2_3-x', 'x'.repeat(255)])(
    '%j is a reference', (text) => {
      expect(parse(text).valid).toBe(true);
    },
  );

  test.each<[string, string | null, string | null, string | null, string | null]>([
    ['${REG}/node:latest', '?', 'node', 'latest', null],
    ['${REG}/a/node', '?', 'a/node', null, null],
    ['${REG}node:18', '?', '?', '18', null],
    ['foo${X}', '?', '?', '?', '?'],
    ['foo/bar${X}', null, '?', '?', '?'],
    ['foo/${X}/bar', null, '?', null, null],
    ['ghcr.io/${X}/bar:1', 'ghcr.io', '?', '1', null],
    ['node:${V}', null, 'node', '?', '?'],
    ['node:${V}-alpine', null, 'node', '?', null],
    ['node:18${V}', null, 'node', '?', '?'],
    ['node:18-${V}beef', null, 'node', '?', '?'],
    ['node:${V:-18}', null, 'node', '18', null],
    ['node@${D}', null, 'node', null, '?'],
    ['node:1@sha256:${D}', null, 'node', '1', '?'],
    ['${IMG}', '?', '?', '?', '?'],
    ['${IMG}:latest', '?', '?', 'latest', null],
    ['${IMG}:${TAG}', '?', '?', '?', '?'],
    [`\${IMG}@${DIGEST}`, '?', '?', '?', DIGEST],
    ['${HOST}:5000/x', '?', 'x', null, null],
    ['host:${PORT}/x:1', '?', 'x', '1', null],
    ['${IMG:-node:18}', null, 'node', '18', null],
  ])('unknown stretches: %s is registry %j, path %j, tag %j, digest %j', (text, ...expected) => {
    expect(parts(text)).toEqual(expected);
    expect(parse(text).valid).toBe(true);
  });

  test('what is known and wrong makes it invalid, whatever the rest may be', () => {
    expect(parse('${X}/node:-').valid).toBe(false);
    expect(parse('${X}/No').valid).toBe(false);
    expect(parse('${X} y').valid).toBe(false);
  });

  test('a part that is written out has its own range', () => {
    const { registry, path, tag, digest } = parse(`ghcr.io/a/b:v1@${DIGEST}`);
    expect([registry, path, tag, digest]).toMatchObject([
      { range: { start: 100, end: 107 } }, { range: { start: 108, end: 111 } }, { range: { start: 112, end: 114 } }, { range: { start: 115, end: 186 } },
    ]);
  });

  test('a part in quotes has its range inside them', () => {
    expect(parse('"a:1"').tag).toMatchObject({ range: { start: 103, end: 104 } });
  });

  test('a part from a variable has the whole substitution as range', () => {
    expect(parse('x/${A:-node:18}').tag).toMatchObject({ text: '18', range: { start: 102, end: 115 } });
    expect(parse('x/a:1${A:-8}').tag).toMatchObject({ text: '18', range: { start: 104, end: 112 } });
    expect(parse('x/${A:-a}${B:-b}:1').path).toMatchObject({ text: 'x/ab', range: { start: 100, end: 116 } });
  });

  test('a part behind an escape falls back to the piece it stands in', () => {
    expect(parse('a\\:1').tag).toMatchObject({ text: '1', range: { start: 103, end: 104 } });
  });

  test('an unset value is no reference', () => {
    const word: Word = { range: { start: 0, end: 2 }, raw: '$X', value: '$X' };
    expect(parseReference(word, { kind: 'unset' })).toMatchObject({ valid: false, path: { kind: 'absent' } });
  });

  test.each<[string | null, string, string]>([
    [null, 'node', 'node'],
    [null, 'library/node', 'node'],
    [null, 'library/a/b', 'library/a/b'],
    ['docker.io', 'library/node', 'node'],
    ['index.docker.io', 'node', 'node'],
    ['docker.io', 'a/b', 'a/b'],
    ['ghcr.io', 'library/node', 'ghcr.io/library/node'],
  ])('familiar name of %j and %j is %j', (registry, path, expected) => {
    expect(familiarName(registry, path)).toBe(expected);
  });
});

test('a text that stands nowhere is read alike', () => {
  expect(['node', 'host:5000/a/b:1', 'img:', '/a', '', 'Node'].filter((text) => literalReference(text).valid)).toEqual(['node', 'host:5000/a/b:1']);
  expect(literalReference('a:1', { start: 5, end: 8 }).tag).toEqual({ kind: 'known', text: '1', range: { start: 7, end: 8 } });
});
