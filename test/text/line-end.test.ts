import { createSource } from '../../src/dockerfile/source';
import { lineEndOf } from '../../src/text/line-end';

test.each([
  ['', '\n'],
  ['FROM a\nRUN b', '\n'],
  ['FROM a\r\nRUN b', '\r\n'],
  ['FROM a\rRUN b', '\n'],
])('lines added to %j end in %j', (text, expected) => {
  expect(lineEndOf(createSource('Dockerfile', text))).toBe(expected);
});
