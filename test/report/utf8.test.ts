import fc from 'fast-check';

import { utf8Bytes, utf8Length } from '../../src/report/utf8';

test('bytes and length are those of a real encoder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const expected = Buffer.from(text, 'utf8');
      expect([...text].flatMap((character) => utf8Bytes(character.codePointAt(0) ?? 0))).toEqual([...expected]);
      expect(utf8Length(text)).toBe(expected.length);
    }),
  );
});

test.each([
  ['a', 1],
  ['é', 2],
  ['日', 3],
  ['🐳', 4],
])('%s', (character, bytes) => {
  expect(utf8Length(character)).toBe(bytes);
  expect(utf8Bytes(character.codePointAt(0) ?? 0)).toHaveLength(bytes);
});
