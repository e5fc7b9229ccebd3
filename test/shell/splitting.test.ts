import { doubleQuoted, isListMeant, isWholeWord, splitWords } from '../../src/shell/splitting';
import { read } from './support';

describe('the words of a command that are split', () => {
  test.each([
    ['x $a "$b" c', ['$a', '"$b"', 'c']],
    ['$x $a', ['$a']],
    ['export A=$b $c', ['$c']],
    ['sudo -u $a $b $c', ['-u', '$a', '$c']],
    ['[[ $a = b ]]', []],
    ['eval $a', []],
    ["sh -c 'x $a'", ['-c', "'x $a'"]],
    ['[ $a = b ]', ['$a', '=', 'b', ']']],
  ])('%s', (script, expected) => {
    expect(read(`RUN ${script}`).commands.flatMap((command) => splitWords(command).map(({ raw }) => raw))).toEqual(expected);
  });
});

function firstExpansion(dockerfile: string) {
  const { source, scripts: [script] } = read(dockerfile);
  for (const command of script?.commands ?? []) {
    for (const word of command.words) {
      const [expansion] = word.expansions;
      if (script !== undefined && expansion !== undefined && command.name !== null) return { source, script, command, word, expansion };
    }
  }
  throw new Error(`no expansion in ${dockerfile}`);
}

test.each([
  ['x $CFLAGS', true],
  ['x $EXTRA_ARGS', true],
  ['x $buildDeps', true],
  ['x $packages', true],
  ['x $FILES', true],
  ['apt-get install $A', true],
  ['sudo apk add $A', true],
  ['x -$CFLAGS', false],
  ['x $ADDRESS', false],
  ['x $STATUS', false],
  ['x $OS', false],
  ['x $ALIAS', false],
  ['x $A', false],
  ['apt-get install a=$A', false],
])('whether a list is meant: %s', (script, expected) => {
  const { command, word, expansion } = firstExpansion(`RUN ${script}`);
  expect(isListMeant(command, word, expansion)).toBe(expected);
});

test.each([
  ['RUN x $a', 'RUN x "$a"'],
  ['RUN x --y=${a}/$b', 'RUN x "--y=${a}/$b"'],
  ['RUN x ~/$a/*', 'RUN x ~/"$a"/*'],
  ['RUN x "b"$a', 'RUN x "b""$a"'],
  ['RUN x $(y "z")', 'RUN x "$(y "z")"'],
  ['RUN x `y`', 'RUN x "`y`"'],
  ['RUN x `y "z"`', null],
  ['RUN A=`x $a`', null],
  ['RUN A=$(x $a)', 'RUN A=$(x "$a")'],
  ['RUN ["sh", "-c", "x $a"]', null],
])('quoting %s', (text, expected) => {
  const { source, script, command, word, expansion } = firstExpansion(text);
  const edits = doubleQuoted(script, command, word, expansion);
  const quoted = edits === null ? null : [...edits].reverse().reduce((written, { at, text: added }) => written.slice(0, at.start) + added + written.slice(at.end), source.text);
  expect(quoted).toBe(expected);
});

test('a whole word is nothing but its expansion', () => {
  const whole = (script: string): boolean => {
    const { word, expansion } = firstExpansion(`RUN ${script}`);
    return isWholeWord(word, expansion);
  };
  expect([whole('x $a'), whole('x ${a}'), whole('x a$a'), whole('x $a$b'), whole('x "$a"')]).toEqual([true, true, false, false, false]);
});

