import fc from 'fast-check';

import { createSource, offsetAt } from '../../src/dockerfile/source';
import { regionOfEdit, regionOfSpan } from '../../src/report/region';
import { spanOf } from '../support/report';

test('a span counts from 1, its end stays exclusive', () => {
  expect(regionOfSpan({ line: 0, column: 5, endLine: 2, endColumn: 7 })).toEqual({ line: 1, column: 6, endLine: 3, endColumn: 8 });
});

describe('an edit', () => {
  test.each([
    ['in the first line', 'FROM a', 5, 6, { line: 1, column: 6, endLine: 1, endColumn: 7 }],
    ['after a byte-order mark, which is no column', '\ufeffFROM a', 6, 7, { line: 1, column: 6, endLine: 1, endColumn: 7 }],
    ['at the byte-order mark', '\ufeffFROM a', 0, 0, { line: 1, column: 1, endLine: 1, endColumn: 1 }],
    ['over a CRLF', 'A\r\nB', 1, 3, { line: 1, column: 2, endLine: 2, endColumn: 1 }],
    ['after an emoji, which has two units', '🐳 x', 3, 4, { line: 1, column: 4, endLine: 1, endColumn: 5 }],
    ['at the end', 'A\n', 2, 2, { line: 2, column: 1, endLine: 2, endColumn: 1 }],
  ])('%s', (_name, text, start, end, region) => {
    expect(regionOfEdit(createSource('Dockerfile', text), { start, end, text: '' })).toEqual(region);
  });
});

test('regions lead back to the offsets they were made of', () => {
  const piece = fc.constantFrom('a', '\t', '\r\n', '\n', '🐳', 'e\u0301', '日', ' ');
  fc.assert(
    fc.property(fc.boolean(), fc.array(piece), fc.nat(), fc.nat(), (bom, pieces, first, second) => {
      const text = (bom ? '\ufeff' : '') + pieces.join('');
      const source = createSource('Dockerfile', text);
      const [a, b] = [first, second].map((number) => (bom ? 1 : 0) + (number % (text.length - (bom ? 1 : 0) + 1)));
      const start = Math.min(a ?? 0, b ?? 0);
      const end = Math.max(a ?? 0, b ?? 0);
      const region = regionOfEdit(source, { start, end, text: '' });
      expect(region).toEqual(regionOfSpan(spanOf(source, { start, end })));
      expect(offsetAt(source, { line: region.line - 1, column: region.column - 1 })).toBe(start);
      expect(offsetAt(source, { line: region.endLine - 1, column: region.endColumn - 1 })).toBe(end);
    }),
  );
});
