import { commandsOf, names } from './support';

test.each([
  ['x $(a)', 'x a'],
  ['x "$(a "$(b)")"', 'x a b'],
  ['x `a`', 'x a'],
  ['x `a \\`b\\``', 'x a b'],
  ['x <(a) >(b)', 'x a b'],
  ['x ${y:-$(a)}', 'x a'],
  ['x "${y:=`a`}"', 'x a'],
  ['x {$(a),$(b)}', 'x a b'],
  ['X=$(a) Y=(1 $(b)) x', 'x a b'],
  ['export X=$(a)', 'export a'],
  ['x > $(a) 2> "$(b)"', 'x a b'],
  ['x <<< $(a)', 'x a'],
  ['$(a) x', '? a'],
  ["x '$(a)'", 'x'],
  ['x \\$(a)', 'broken'],
  ['x "\\$(a)"', 'x'],
  ['x $(a; $(b) | c)', 'x a ? b c'],
  ['x $((1 + 2))', 'x'],
  ['x $(a "', 'broken'],
])('%s: %s', (script, expected) => {
  const commands = commandsOf(script);
  if (expected === 'broken') expect(commands).toEqual([]);
  else expect(names(commands)).toBe(expected);
});
