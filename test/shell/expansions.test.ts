import { commandNamed, marked, read } from './support';

describe('what a shell replaces in a word', () => {
  test.each([
    ['plain', []],
    ["'$a'", []],
    ['"\\$a"', []],
    ['$a', [['variable', '$a', 'a', null, false]]],
    ['"$a"', [['variable', '$a', 'a', null, true]]],
    ['x-${a}/*', [['variable', '${a}', 'a', null, false]]],
    ['a"b $c"$d', [['variable', '$c', 'c', null, true], ['variable', '$d', 'd', null, false]]],
    ['${a:-$b}', [['variable', '${a:-$b}', 'a', ':-', false]]],
    ['${#a}', [['variable', '${#a}', 'a', '#', false]]],
    ['${!a}', [['variable', '${!a}', 'a', '!', false]]],
    ['${a[@]}', [['variable', '${a[@]}', 'a', '[', false]]],
    ['${a%%x*}', [['variable', '${a%%x*}', 'a', '%%', false]]],
    ['$?$1', [['variable', '$?', '?', null, false], ['variable', '$1', '1', null, false]]],
    ['x$(a "$b")y', [['command', '$(a "$b")', null, null, false]]],
    ['"`a`"', [['command', '`a`', null, null, true]]],
    ['$((a + 1))', [['arithmetic', '$((a + 1))', null, null, false]]],
    ['<(a)', [['process', '<(a)', null, null, false]]],
    ['a{b,$c}', [['brace', '{b,$c}', null, null, false], ['variable', '$c', 'c', null, false]]],
    ["$'a\\n'", [['ansi-c', "$'a\\n'", null, null, true]]],
  ])('%s', (written, expected) => {
    const { expansions = [] } = commandNamed(`x ${written}`, 'x').words[1] ?? {};
    expect(expansions.map(({ kind, raw, name, operator, quoted }) => [kind, raw, name, operator, quoted])).toEqual(expected);
  });

  test.each([
    ['continuations', 'RUN x "a «$b»" \\\n  c«${d}»«$(e)»'],
    ['a continuation in a word', 'RUN <<EOF\nx a\\\nb«$c»-«${d\\\n}»\nEOF'],
    ['backquotes', 'RUN x `y «$a» "«$b»"`'],
    ['backquotes with escapes in quotes', 'RUN x "`y \\"«$a»\\" «$b»`"'],
    ['behind export and env', 'RUN export A=«$b» "C=«$d»" && env E=«$f» g'],
    ['JSON', 'RUN ["sh", "-c", "x «$a» \\"«$b»\\""]'],
  ])('stands where it is written: %s', (_, expected) => {
    const { source, commands } = read(expected.replace(/[«»]/g, ''));
    const ranges = commands.flatMap(({ words }) => words.flatMap(({ expansions }) => expansions)).filter(({ kind }) => kind === 'variable' || expected.includes('«$(')).map(({ range }) => range);
    expect(marked(source, [...new Map(ranges.map((range) => [range.start, range])).values()].sort((a, b) => a.start - b.start))).toBe(expected);
  });

  test('an assignment and a word of a loop have them, too', () => {
    const { commands, scripts } = read('RUN a=$b; for c in $d "$e"; do f; done');
    expect(commands[0]?.assignments[0]?.value?.expansions).toMatchObject([{ name: 'b', quoted: false }]);
    expect(scripts[0]?.loops[0]?.words?.flatMap(({ expansions }) => expansions)).toMatchObject([{ name: 'd', quoted: false }, { name: 'e', quoted: true }]);
  });
});
