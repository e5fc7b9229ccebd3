import { knownPrefix, knownSuffix, knownText, originAt } from '../../src/dockerfile/values';
import type { Value, ValuePart } from '../../src/dockerfile/values';

const text = (value: string, start: number): ValuePart => ({ kind: 'text', text: value, origin: { kind: 'literal' }, range: { start, end: start + value.length } });
const fromArg = (value: string, start: number, end: number): ValuePart => ({
  kind: 'text', text: value, origin: { kind: 'arg', name: 'A', range: null }, range: { start, end },
});
const unknown = (start: number): ValuePart => ({ kind: 'unknown', name: 'x', range: { start, end: start + 2 } });
const value = (...parts: readonly ValuePart[]): Value => ({ kind: 'parts', parts });

describe('values', () => {
  test.each<[string, Value, string | null, string, string]>([
    ['unset', { kind: 'unset' }, '', '', ''],
    ['empty', value(), '', '', ''],
    ['known', value(text('a', 0), text('b', 1)), 'ab', 'ab', 'ab'],
    ['unknown in the middle', value(text('a', 0), unknown(1), text('b', 3)), null, 'a', 'b'],
    ['unknown at both ends', value(unknown(0), text('a', 2), unknown(3)), null, '', ''],
    ['two unknown stretches', value(text('a', 0), unknown(1), text('b', 3), unknown(4), text('c', 6), text('d', 7)), null, 'a', 'cd'],
  ])('%s', (_, given, whole, prefix, suffix) => {
    expect(knownText(given)).toBe(whole);
    expect(knownPrefix(given)).toBe(prefix);
    expect(knownSuffix(given)).toBe(suffix);
  });

  test('the origin of a place is that of the first part there which is not written out', () => {
    const given = value(text('ab', 0), fromArg('c', 2, 6), unknown(6));
    expect(originAt(given, { start: 0, end: 2 })).toBeNull();
    expect(originAt(given, { start: 2, end: 6 })).toMatchObject({ kind: 'arg', name: 'A' });
    expect(originAt(given, { start: 0, end: 8 })).toMatchObject({ kind: 'arg', name: 'A' });
    expect(originAt(given, { start: 6, end: 8 })).toBeNull();
    expect(originAt({ kind: 'unset' }, { start: 0, end: 8 })).toBeNull();
  });
});
