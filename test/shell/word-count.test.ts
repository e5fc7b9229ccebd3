import { commandsIn, wordCounter } from '../../src/shell/word-count';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

/** How many words the last expansion of the last command of the last RUN becomes. */
function countOf(text: string): string {
  const model = modelOf(text);
  const [script] = createShellView(model).scripts(lastInstruction(model));
  const expansion = script?.commands.filter(({ name }) => name === 'x').flatMap(({ words }) => words).flatMap(({ expansions }) => expansions).at(-1);
  if (script === undefined || expansion === undefined) throw new Error(`no expansion in ${text}`);
  return wordCounter(model, script).ofExpansion(expansion);
}

describe('the words that an unquoted expansion becomes', () => {
  test.each([
    ['one', 'a=b; x $a'],
    ['one', 'a="b"-c; x ${a}'],
    ['one', 'a=$((1 + 1)); x $a'],
    ['one', 'if y; then a=b; else a=c; fi; x $a'],
    ['one', 'a=b; c=$a/d; x $c'],
    ['one', 'a=b; a=$a/c; x $a'],
    ['one', 'x $? $#'],
    ['one', 'x $HOME'],
    ['one', 'x $TARGETARCH'],
    ['one', 'x ${#y}'],
    ['one', 'a=b.c; x ${a%.*}'],
    ['one', 'a=b; x ${a:-c}'],
    ['one', 'a=b; x ${a/b/c}'],
    ['one', 'for a in b c; do x $a; done'],
    ['one', 'for a in $y; do x $a; done'],
    ['one', 'for a in $(y); do x $a; done'],
    ['one', 'export a=$(nproc); x $a'],
    ['several', 'a="b c"; x $a'],
    ['several', 'a="$y c"; x $a'],
    ['several', 'a=b; a="$a c"; x $a'],
    ['several', 'a=$(find /y); x $a'],
    ['unknown', 'x $y'],
    ['unknown', 'a=$y; x $a'],
    ['unknown', 'a=b; read -r a; x $a'],
    ['unknown', 'a="*.c"; x $a'],
    ['unknown', 'a=b; if y; then a=$z; fi; x $a'],
    ['unknown', 'for a in "$@"; do x $a; done'],
    ['unknown', 'for a; do x $a; done'],
    ['unknown', 'for a in *.c; do x $a; done'],
    ['unknown', 'for a in "b c"; do x $a; done'],
    ['unknown', 'x ${y:-z}'],
    ['unknown', 'a=b; x ${a:-"c d"}'],
    ['unknown', 'a=b; x ${a/b/$c}'],
    ['unknown', 'a=b; x ${!a}'],
    ['unknown', 'a=(b c); x $a'],
    ['unknown', 'x <(y)'],
  ])('%s: %s', (expected, script) => expect(countOf(`FROM debian\nRUN ${script}`)).toBe(expected));

  test.each([
    ['one', 'ENV A=b', '$A'],
    ['one', 'ARG A=b\nENV B=$A/c', '$B'],
    ['several', 'ENV A="b c"', '$A'],
    ['unknown', 'ARG A', '$A'],
    ['unknown', 'ENV A=*', '$A'],
    ['one', 'ARG TARGETARCH\nENV A=b-$TARGETARCH', '$A'],
  ])('%s: %s, then %s', (expected, setting, word) => expect(countOf(`FROM debian\n${setting}\nRUN x ${word}`)).toBe(expected));

  test('a long chain of variables is given up', () => {
    const chain = Array.from({ length: 30 }, (_, index) => `a${index + 1}=$a${index}`).join('; ');
    expect(countOf(`FROM debian\nRUN a0=b; ${chain}; x $a30`)).toBe('unknown');
  });
});

test('the commands of a substitution are not those of substitutions in it', () => {
  const model = modelOf('FROM debian\nRUN a $(b $(c); d | e)');
  const [script] = createShellView(model).scripts(lastInstruction(model));
  const range = script?.commands[0]?.words[1]?.expansions[0]?.range;
  if (script === undefined || range === undefined) throw new Error('no substitution');
  expect(commandsIn(script, range.start, range.end).map(({ name }) => name)).toEqual(['b', 'd', 'e']);
});
