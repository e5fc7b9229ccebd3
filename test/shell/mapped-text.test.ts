import fc from 'fast-check';
import type { LogicalText } from '../../src/dockerfile/logical-text';
import { sourceOffset } from '../../src/dockerfile/logical-text';
import { createMappedText, logicalOffset } from '../../src/shell/mapped-text';

/** The characters of `source` at these places, as one text. */
function pick(source: string, places: readonly number[]): LogicalText {
  const builder = createMappedText();
  for (const place of places) builder.add(source[place] ?? '', place);
  return builder.build();
}

const SOURCE = Array.from({ length: 60 }, (_, index) => String.fromCharCode(65 + index)).join('');
const places = fc.uniqueArray(fc.nat(59), { minLength: 1 }).map((found) => found.sort((a, b) => a - b));

test('every character keeps its place', () => {
  fc.assert(fc.property(places, (chosen) => {
    const text = pick(SOURCE, chosen);
    expect(text.text).toHaveLength(chosen.length);
    chosen.forEach((place, at) => expect(sourceOffset(text, at)).toBe(place));
  }));
});

test('a place in the source is found again', () => {
  fc.assert(fc.property(places, (chosen) => {
    const text = pick(SOURCE, chosen);
    chosen.forEach((place, at) => expect(logicalOffset(text, place)).toBe(at));
  }));
});

test('a slice of a text keeps the places of its characters', () => {
  fc.assert(fc.property(places, fc.nat(60), fc.nat(60), (chosen, a, b) => {
    const text = pick(SOURCE, chosen);
    const start = Math.min(a, b, chosen.length);
    const end = Math.min(Math.max(a, b), chosen.length);
    const builder = createMappedText();
    builder.addSlice(text, start, end);
    const slice = builder.build();
    expect(slice.text).toBe(text.text.slice(start, end));
    chosen.slice(start, end).forEach((place, at) => expect(sourceOffset(slice, at)).toBe(place));
  }));
});

test('pieces that follow each other in the source are one segment', () => {
  const builder = createMappedText();
  builder.add('ab', 10);
  builder.add('cd', 12);
  builder.add('', 3);
  builder.add('e', 20);
  expect(builder.build()).toEqual({ text: 'abcde', segments: [{ at: 0, source: 10 }, { at: 4, source: 20 }] });
});

test('a place that was left out gives the next that was not', () => {
  const text = pick(SOURCE, [0, 1, 5, 6]);
  expect(logicalOffset(text, 3)).toBe(2);
  expect(logicalOffset(text, 59)).toBe(4);
  expect(logicalOffset(createMappedText().build(), 7)).toBe(0);
});
