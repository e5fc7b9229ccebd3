import type { Found } from '../../src/dockerfile/found';
import { LITERAL, LONGEST_VALUE, MOST_PARTS, deepest, isPresent, isTooBig, partsInPlace, textOf } from '../../src/dockerfile/found';
import type { Origin, ValuePart } from '../../src/dockerfile/values';

const RANGE = { start: 5, end: 9 };
const ARG: Origin = { kind: 'arg', name: 'a', range: null };
const ENV: Origin = { kind: 'env', name: 'e', range: null };
const text = (value: string, origin: Origin = LITERAL): ValuePart => ({ kind: 'text', text: value, origin, range: { start: 0, end: value.length } });
const unknown = (name: string | null): ValuePart => ({ kind: 'unknown', name, range: { start: 0, end: 1 } });
const set = (...parts: readonly ValuePart[]): Extract<Found, { state: 'set' }> => ({ state: 'set', parts, origin: ENV });

describe('a value where it is used', () => {
  test('literal text comes from the variable, other text keeps its origin', () => {
    expect(partsInPlace([text('x'), text('y', ARG)], ENV, 'e', RANGE)).toEqual([
      { kind: 'text', text: 'x', origin: ENV, range: RANGE }, { kind: 'text', text: 'y', origin: ARG, range: RANGE },
    ]);
  });

  test('text of one origin becomes one part, unknown stretches in a row too', () => {
    expect(partsInPlace([text('x'), text('y'), unknown('p'), unknown('q')], ENV, 'e', RANGE)).toEqual([
      { kind: 'text', text: 'xy', origin: ENV, range: RANGE }, { kind: 'unknown', name: 'e', range: RANGE },
    ]);
  });

  test('without a name an unknown part keeps its own', () => {
    expect(partsInPlace([unknown('p')], ENV, null, RANGE)).toEqual([{ kind: 'unknown', name: 'p', range: RANGE }]);
  });

  test('a value is too big by its length or by its parts', () => {
    expect(isTooBig([text('x'.repeat(LONGEST_VALUE)), unknown(null)])).toBe(false);
    expect(isTooBig([text('x'.repeat(LONGEST_VALUE)), text('y')])).toBe(true);
    expect(isTooBig(Array.from({ length: MOST_PARTS }, () => unknown(null)))).toBe(false);
    expect(isTooBig(Array.from({ length: MOST_PARTS + 1 }, () => unknown(null)))).toBe(true);
  });
});

describe('what is found', () => {
  test.each<[string, Found, boolean | null, boolean | null]>([
    ['unset', { state: 'unset' }, false, false],
    ['declared', { state: 'declared' }, null, null],
    ['unknown', { state: 'unknown' }, null, null],
    ['empty', set(), true, false],
    ['text', set(text('x')), true, true],
    ['partly unknown', set(unknown(null), text('x')), true, true],
    ['wholly unknown', set(unknown(null)), true, null],
  ])('%s: set %j, set and not empty %j', (_, found, isSet, isNotEmpty) => {
    expect(isPresent(found, false)).toBe(isSet);
    expect(isPresent(found, true)).toBe(isNotEmpty);
  });

  test('the deepest origin is that of the first text which is not literal', () => {
    expect(deepest(set(text('x'), text('y', ARG)))).toBe(ARG);
    expect(deepest(set(text('x')))).toBe(ENV);
  });

  test('the text of parts is known only if all of them are', () => {
    expect(textOf([text('x'), text('y', ARG)])).toBe('xy');
    expect(textOf([text('x'), unknown(null)])).toBeNull();
  });
});
