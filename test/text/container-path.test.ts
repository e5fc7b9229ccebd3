import { absolutePath, liesIn } from '../../src/text/container-path';

test.each([
  ['/a/b', null, '/a/b'],
  ['/a//b/./c/', null, '/a/b/c'],
  ['/a/../b', null, '/b'],
  ['/../..', null, '/'],
  ['b', '/a', '/a/b'],
  ['.', '/a', '/a'],
  ['../c', '/a/b', '/a/c'],
  ['b', null, null],
  ['b', 'C:/a', null],
  ['', '/a', null],
])('%j below %j is %j', (path, folder, expected) => expect(absolutePath(path, folder)).toBe(expected));

test.each([
  ['/a', '/a', true],
  ['/a/b', '/a', true],
  ['/ab', '/a', false],
  ['/a', '/a/b', false],
  ['/a', '/', true],
])('%s in %s: %s', (path, folder, expected) => expect(liesIn(path, folder)).toBe(expected));
