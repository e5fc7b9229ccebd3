import { expandText } from '../../src/dockerfile/expand';
import type { OperatingSystem } from '../../src/dockerfile/model-types';
import type { Value } from '../../src/dockerfile/values';
import { joinDirectory, joinPath, knownDirectory } from '../../src/dockerfile/working-directory';
import { lastInstruction, modelOf, shown } from '../support/small-model';

const RANGE = { start: 50, end: 60 };

/** `$u` is unknown, `$v` is `sub/dir`. */
function value(text: string): Value {
  return expandText(text, '`', (start, end) => ({ start, end }), (name) => (name === 'v'
    ? { state: 'set', parts: [{ kind: 'text', text: 'sub/dir', origin: { kind: 'literal' }, range: RANGE }], origin: { kind: 'env', name, range: RANGE } }
    : { state: 'unknown' }));
}

describe('WORKDIR paths add up', () => {
  test.each<[string, string, string, OperatingSystem]>([
    ['/', 'app', '/app', 'linux'],
    ['/a', 'b', '/a/b', 'linux'],
    ['/a', '/b', '/b', 'linux'],
    ['/a/b', '..', '/a', 'linux'],
    ['/a', '../../..', '/', 'linux'],
    ['/a', './b//c/', '/a/b/c', 'linux'],
    ['/a', '', '/a', 'linux'],
    ['/a', '$v', '/a/sub/dir', 'linux'],
    ['/a', '$u', '?', 'linux'],
    ['/a', '$u/b', '?/b', 'linux'],
    ['/a', 'b$u', '/a/b?', 'linux'],
    ['/a', '/b/$u', '/b/?', 'linux'],
    ['$u', 'b', '?/b', 'linux'],
    ['$u', 'b/$u', '?/b/?', 'linux'],
    ['$u', '/b', '/b', 'linux'],
    ['/', 'b$u', '/b?', 'linux'],
    ['C:\\', 'app', 'C:\\app', 'windows'],
    ['C:\\a', 'b', 'C:\\a\\b', 'windows'],
    ['C:\\a', 'C:/b', 'C:/b', 'windows'],
    ['C:\\a', '\\b', '\\b', 'windows'],
    ['$u', 'C:\\b', 'C:\\b', 'unknown'],
    ['/a', 'C:/b', 'C:/b', 'unknown'],
    ['/a', 'C:x', '/a/C:x', 'linux'],
  ])('%j, then %j is %j on %s', (current, path, expected, os) => {
    expect(shown(joinDirectory(value(current), value(path), os, RANGE))).toBe(expected);
  });

  test('the result stands where the path is written, and keeps the variable it came from', () => {
    expect(joinDirectory(value('/a'), value('b'), 'linux', RANGE)).toMatchObject({ parts: [{ range: RANGE, origin: { kind: 'literal' } }] });
    expect(joinDirectory(value('/a'), value('$v'), 'linux', RANGE)).toMatchObject({ parts: [{ origin: { kind: 'env', name: 'v' } }] });
  });

  test('a path longer than any system takes becomes unknown', () => {
    let directory = value('/');
    for (let index = 0; index < 1000; index += 1) directory = joinDirectory(directory, value('folder'), 'linux', RANGE);
    expect(shown(directory)).toMatch(/^\?/);
  });

  test('a path that would never end becomes unknown', () => {
    let directory = value('$u');
    for (let index = 0; index < 1000; index += 1) directory = joinDirectory(directory, value('x$u'), 'linux', RANGE);
    expect(directory.kind === 'parts' && directory.parts.length).toBeLessThan(200);
  });
});

test.each([
  ['FROM scratch\nRUN x', '/'],
  ['FROM scratch\nWORKDIR /a\nWORKDIR b\nRUN x', '/a/b'],
  ['FROM scratch\nARG D\nWORKDIR $D\nRUN x', null],
  ['ARG B\nFROM $B\nRUN x', null],
])('the directory in force at the end of %j is %j', (text, expected) => {
  const model = modelOf(text);

  expect(knownDirectory(model.stateAt(lastInstruction(model)))).toBe(expected);
});

test.each([
  ['/a', 'b/../c', '/a/c'],
  ['/a', '/b//c/.', '/b/c'],
  ['/', '.', '/'],
  ['/', '../../x', '/x'],
])('%s and %s make %s', (directory, path, expected) => {
  expect(joinPath(directory, path)).toBe(expected);
});
