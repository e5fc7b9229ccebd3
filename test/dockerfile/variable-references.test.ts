import { parseDocument } from '../../src/dockerfile/parse';
import { createSource, sliceOf } from '../../src/dockerfile/source';
import { variableReferences } from '../../src/dockerfile/variable-references';

function referencesIn(value: string): readonly string[] {
  const source = createSource('Dockerfile', `ENV X=${value}`);
  const { instructions, escape } = parseDocument(source);
  const [node] = instructions;
  const word = node?.keyword === 'ENV' ? node.pairs[0]?.value : null;
  if (node === undefined || word == null) throw new Error('no value');
  return variableReferences(word, node, escape).map(({ name, range }) => `${name} ${sliceOf(source, range)}`);
}

test.each([
  ['plain', []],
  ['$A', ['A $A']],
  ['a${A}b"$B"/$A', ['A ${A}', 'B $B', 'A $A']],
  ['\\$A', []],
  ["'$A'", []],
  ['${A:-b}${C#x}', ['A ${A:-b}', 'C ${C#x}']],
  ['${A:-$B}', ['A ${A:-$B}']],
  ['$A\\\n$B', ['A $A', 'B $B']],
  ['${A@Q}', []],
  ['$', []],
])('%j looks up %j', (value, expected) => {
  expect(referencesIn(value)).toEqual(expected);
});
