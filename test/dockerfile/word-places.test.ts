import type { Word } from '../../src/dockerfile/nodes';
import { createSource, sliceOf } from '../../src/dockerfile/source';
import { placesOf } from '../../src/dockerfile/word-places';
import { lastInstruction, modelOf } from '../support/small-model';

/** The first word of the last instruction, with what `start..end` of its text is in the source. */
function slice(text: string, start: number, end: number): string {
  const model = modelOf(text);
  const instruction = lastInstruction(model);
  const [word] = instruction.words;
  if (word === undefined) throw new Error('no word');
  return sliceOf(model.source, placesOf(word, instruction.logical)(start, end));
}

describe('places in a word', () => {
  test('a word without continuation maps character by character', () => {
    expect(slice('FROM a\nUSER abc', 1, 2)).toBe('b');
  });

  test('a continuation inside a word is stepped over', () => {
    const text = 'FROM a\nUSER ab\\\ncd\\\n# c\nef';
    expect(slice(text, 0, 2)).toBe('ab');
    expect(slice(text, 2, 4)).toBe('cd');
    expect(slice(text, 4, 6)).toBe('ef');
    expect(slice(text, 1, 3)).toBe('b\\\nc');
  });

  test('a word that is not found in the text keeps its whole range', () => {
    const source = createSource('f', 'abcdef');
    const word: Word = { range: { start: 1, end: 4 }, raw: 'zz', value: 'zz' };
    expect(sliceOf(source, placesOf(word, { text: 'abcdef', segments: [{ at: 0, source: 0 }] })(0, 1))).toBe('bcd');
    expect(sliceOf(source, placesOf(word, { text: 'abcdef', segments: [] })(0, 1))).toBe('bcd');
  });
});
