import { expandWord, shellVariables } from '../../src/shell/shell-variables';
import { commandNamed, read } from './support';

/** The value of V at the command `x`. */
function valueOf(script: string): string {
  const [found] = read(`RUN ${script}`).scripts;
  const command = found?.commands.find(({ name }) => name === 'x');
  if (found === undefined || command === undefined) throw new Error('the test needs a command x');
  const value = shellVariables(found, command)('V');
  return value.kind === 'known' ? `known ${value.text}` : value.kind === 'one-of' ? `one of ${value.texts.join()}` : value.kind;
}

test.each([
  ['x', 'untouched'],
  ['V=a; x', 'known a'],
  ['V=; x', 'known '],
  ["V='a b' && x", 'known a b'],
  ['V=a; V=b; x', 'known b'],
  ['V=a; V+=b; x', 'known ab'],
  ['V+=b; x', 'unknown'],
  ['U=a; V="$U b ${U}"; x', 'known a b a'],
  ['V=$U; x', 'unknown'],
  ['V=$(a); x', 'unknown'],
  ['V=(a b); x', 'unknown'],
  ['export V=a; x', 'known a'],
  ['readonly V=a W; x', 'known a'],
  ['export V; x', 'untouched'],
  ['V=a x', 'untouched'],
  ['V=a y; x', 'untouched'],
  ['x; V=a', 'untouched'],
  ['if y; then V=a; fi; x', 'unknown'],
  ['if y; then V=a; x; fi', 'known a'],
  ['V=a; if y; then V=b; fi; x', 'one of a,b'],
  ['V=a; if y; then V=b; elif z; then V=c; else V=a; fi && x', 'one of a,b,c'],
  ['V=a; if y; then V+=b; fi; x', 'one of a,ab'],
  ['V=a; if y; then V=a; fi; x', 'known a'],
  ['V=a; if y; then V=b; fi; V=c; x', 'known c'],
  ['V=a; if y; then V=$(z); fi; x', 'unknown'],
  ['V=a; (V=b); x', 'one of a,b'],
  ['V=a; if y; then V=b; fi; U=$V; V=$U; x', 'unknown'],
  ['{ V=a; }; x', 'known a'],
  ['V=a | y; x', 'unknown'],
  ["sh -c 'V=a'; x", 'unknown'],
  ['for V in a b; do x; done', 'unknown'],
  ['read V; x', 'unknown'],
  ['V=a; unset V; x', 'unknown'],
  ['. ./file; x', 'unknown'],
  ['. ./file; V=a; x', 'known a'],
  ['V=a; . ./file; x', 'known a'],
])('%s: %s', (script, expected) => {
  expect(valueOf(script)).toBe(expected);
});

test('a value that doubles again and again is given up', () => {
  expect(valueOf(`V=aaaaaaaaaa; ${'V=$V$V; '.repeat(40)}x`)).toBe('unknown');
});

test('a choice of very many values is given up', () => {
  const choice = (count: number): string => `V=0; ${Array.from({ length: count }, (_, index) => `if y; then V=${index}; fi; `).join('')}x`;
  expect(valueOf(choice(10))).toBe('one of 0,1,2,3,4,5,6,7,8,9');
  expect(valueOf(choice(11))).toBe('unknown');
});

test('a script with hundreds of assignments is not followed', () => {
  expect(valueOf(`${'A=b; '.repeat(400)}V=a; x`)).toBe('known a');
  expect(valueOf(`${'A=b; '.repeat(600)}V=a; x`)).toBe('unknown');
});

test.each([
  ['a', 'a'],
  ['"a $A"', 'a 1'],
  ['${A}-$A', '1-1'],
  ['$B', null],
  ['${A:-c}', null],
  ["'$A'$A", null],
  ['$(a)', null],
  ['*.c', '*.c'],
])('%s expands to %j', (written, expected) => {
  const word = commandNamed(`x ${written}`, 'x').words[1];
  expect(word).toBeDefined();
  if (word !== undefined) expect(expandWord(word, (name) => (name === 'A' ? '1' : null))).toBe(expected);
});

test('the ways to expand a word do not multiply with its length', () => {
  const word = commandNamed(`x "${'$VARIABLE '.repeat(200)}$(y)"`, 'x').words[1];
  expect(word === undefined ? '' : expandWord(word, () => 'a')).toBeNull();
});
