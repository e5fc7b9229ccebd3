import { assignmentOfWord } from '../../src/shell/shell-word';
import { commandsOf, commandNamed, marked, read } from './support';

describe('words', () => {
  test.each([
    ['plain-1.2', { value: 'plain-1.2', quoted: false, literal: true, variables: [] }],
    ["'a b'", { value: 'a b', quoted: true, literal: true }],
    ['"a b"', { value: 'a b', quoted: true, literal: true }],
    ['""', { value: '', quoted: true, literal: true }],
    ['"a\\$b"', { value: 'a$b', quoted: true, literal: true, variables: [] }],
    ['a\\ b', { value: 'a b', quoted: false, literal: true }],
    ["$'a'", { value: 'a', quoted: true, literal: true }],
    ["a'b'\"c\"", { value: 'abc', quoted: true, literal: true }],
    ['$A', { value: '$A', quoted: false, literal: false, variables: ['A'] }],
    ['x=${A}-$B.c', { value: 'x=${A}-$B.c', quoted: false, literal: false, variables: ['A', 'B'] }],
    ['"x $A"', { value: 'x $A', quoted: true, literal: false, variables: ['A'] }],
    ['${A:-"$B"}', { quoted: false, literal: false, variables: ['A', 'B'] }],
    ['${A#x}', { literal: false, variables: ['A'] }],
    ['"${A[@]}"', { quoted: true, literal: false, variables: ['A'] }],
    ['$1$@', { literal: false, variables: ['1', '@'] }],
    ['*.c', { value: '*.c', literal: false, variables: [] }],
    ['"*.c"', { value: '*.c', literal: true }],
    ['{a,$B}', { literal: false, variables: ['B'] }],
    ['~/x', { literal: false }],
    ['$(x)', { literal: false, variables: [] }],
    ['$((1 + 2))', { literal: false }],
    ['größe', { value: 'größe', literal: true }],
  ])('%s', (written, expected) => {
    const word = commandNamed(`x ${written}`, 'x').words[1];
    expect(word).toMatchObject({ raw: written, ...expected });
  });

  test('continuations are no part of a word, but of its place', () => {
    const { source, commands } = read('RUN <<EOF\nx ab\\\ncd "e\\\nf"\nEOF');
    const words = commands[0]?.words ?? [];
    expect(words.map((word) => word.raw)).toEqual(['x', 'abcd', '"ef"']);
    expect(words.map((word) => word.value)).toEqual(['x', 'abcd', 'ef']);
    expect(marked(source, words.map((word) => word.range))).toBe('RUN <<EOF\n«x» «ab\\\ncd» «"e\\\nf"»\nEOF');
  });
});

describe('assignments', () => {
  test('stand before the name, or alone', () => {
    const { source, commands } = read('RUN A=b C="d $e" F+=g H=(1 2) x; I=');
    const assignments = commands.flatMap((command) => command.assignments);
    expect(assignments.map(({ name, append, value }) => [name, append, value?.value ?? null])).toEqual([
      ['A', false, 'b'], ['C', false, 'd $e'], ['F', true, 'g'], ['H', false, null], ['I', false, ''],
    ]);
    expect(marked(source, assignments.map(({ range }) => range))).toBe('RUN «A=b» «C="d $e"» «F+=g» «H=(1 2)» x; «I=»');
    expect(commands[1]).toMatchObject({ name: null, nameRange: null, words: [] });
  });

  test('behind export they are words', () => {
    expect(commandNamed('export A="b c" D=$E F=(1 2) G', 'export').words.map(({ value, literal }) => [value, literal])).toEqual([
      ['export', true], ['A=b c', true], ['D=$E', false], ['F=(1 2)', false], ['G', true],
    ]);
  });

  test('a word can be read as one', () => {
    const { source, commands } = read('RUN env A=b C+=d x');
    const words = commands[0]?.words ?? [];
    const assignments = words.slice(1, 3).map(assignmentOfWord);
    expect(assignments.map(({ name, append, value }) => [name, append, value?.value])).toEqual([['A', false, 'b'], ['C', true, 'd']]);
    expect(marked(source, assignments.flatMap(({ value }) => value?.range ?? []))).toBe('RUN env A=«b» C+=«d» x');
  });
});

test('redirections carry their sign, their descriptor and their target', () => {
  const [command] = commandsOf('x > a 2>>"b c" < $d 2>&1 &> e >| f <<< g 3<> h');
  expect(command?.words).toHaveLength(1);
  expect(command?.redirects.map(({ operator, fileDescriptor, target }) => [operator, fileDescriptor, target?.value])).toEqual([
    ['>', null, 'a'], ['>>', 2, 'b c'], ['<', null, '$d'], ['>&', 2, '1'], ['&>', null, 'e'], ['>|', null, 'f'], ['<<<', null, 'g'], ['<>', 3, 'h'],
  ]);
});

test('heredocs carry their text', () => {
  const { commands } = read('RUN cat <<A <<-"B" > f\na $b\nA\n\t\tc\n\td\n\tB\n');
  expect(commands[0]?.redirects.map(({ operator, target, body }) => [operator, target?.value, target?.quoted, body])).toEqual([
    ['<<', 'A', false, 'a $b\n'], ['<<-', 'B', true, 'c\nd\n'], ['>', 'f', false, null],
  ]);
});

test.each([
  ['a word', `x ${  '$VARIABLE/'.repeat(200)  }$(y)`],
  ['a quoted word', `x "${  '$VARIABLE '.repeat(200)  }$(y)"`],
  ['stars', `x ${  '*a'.repeat(2000)  }\\ b`],
])('the ways to read %s do not multiply with its length', (_, script) => {
  const word = commandNamed(script, 'x').words[1];
  expect(word?.literal).toBe(false);
  expect(word?.variables).toHaveLength(script.includes('$') ? 200 : 0);
});
