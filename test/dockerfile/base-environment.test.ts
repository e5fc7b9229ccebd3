import { createModel } from '../../src/dockerfile/model';
import type { BuildInputs } from '../../src/dockerfile/model-types';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';
import { PLAIN_BUILD, baseImage, lastInstruction, shown } from '../support/small-model';

/** The value of a variable at the last instruction, on `known` (PATH, HOME=/h and MAYBE) or any other image. */
function value(name: string, text: string, build: Partial<BuildInputs> = {}): string {
  const source = createSource('Dockerfile', text);
  const model = createModel(source, parseDocument(source), { ...PLAIN_BUILD, ...build }, {
    baseImage: ({ path }) => (path === 'known' ? baseImage({ environment: { PATH: null, HOME: '/h', MAYBE: null, EMPTY: '' } }) : null),
  });
  return shown(model.variable(name, lastInstruction(model)));
}

describe('variables of the base image', () => {
  test.each([
    ['a known value', 'HOME', 'FROM known\nUSER x', '/h'],
    ['an empty one', 'EMPTY', 'FROM known\nUSER x', ''],
    ['a name without a certain value', 'MAYBE', 'FROM known\nUSER x', '?'],
    ['any other name', 'OTHER', 'FROM known\nUSER x', '∅'],
    ['a name of Object', 'toString', 'FROM known\nUSER x', '∅'],
    ['a name that the file sets', 'HOME', 'FROM known\nENV HOME=/a\nUSER x', '/a'],
    ['through a local stage', 'HOME', 'FROM known AS a\nFROM a\nUSER x', '/h'],
    ['in a later value', 'B', 'FROM known\nENV B=$HOME/b\nUSER x', '/h/b'],
    ['where any name may be set', 'OTHER', 'FROM known\nENV $MAYBE=1\nUSER x', '?'],
    ['on an unknown base', 'OTHER', 'FROM other\nUSER x', '?'],
    ['on scratch', 'OTHER', 'FROM scratch\nUSER x', '∅'],
  ])('%s', (_, name, text, expected) => {
    expect(value(name, text)).toBe(expected);
  });

  test('for a comparison every base sets PATH alone', () => {
    expect([value('HOME', 'FROM known\nUSER x', { baseEnv: 'path-only' }), value('A', 'FROM $B\nUSER x', { baseEnv: 'path-only' })]).toEqual(['∅', '∅']);
    expect(value('PATH', 'FROM other\nUSER x', { baseEnv: 'path-only' })).toBe('?');
  });
});
