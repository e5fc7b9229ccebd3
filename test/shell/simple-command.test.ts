import { commandsOf, names, read } from './support';

describe('scripts that commands are given', () => {
  test.each([
    ["sh -c 'a; b'", 'sh a b'],
    ["sudo bash -c 'a | b'", 'sudo bash a b'],
    ["env X=y sh -ec 'a'", 'env sh a'],
    ["sh -c \"sh -c 'sh -c a'\"", 'sh sh sh a'],
    ["eval a '&&' b", 'eval a b'],
    ["trap 'a; b' EXIT", 'trap a b'],
    ['sh -c "$script"', 'sh'],
    ['sh -c "$(curl x)"', 'sh curl'],
    ["sh -c 'a", 'sh -c is broken'],
    ["sh -c 'if a'", 'sh'],
    ['export X=y; eval export Z=w', 'export eval export'],
    ['find . -exec sh -c "a {}" \\;', 'find sh a'],
    ["xargs -I{} bash -c 'a && b'", 'xargs bash a b'],
    ['bash <<< "a; b"', 'bash a b'],
    ['bash <<< $x', 'bash'],
  ])('%s', (script, expected) => {
    const { scripts, commands } = read(`RUN ${script}`);
    if (scripts[0]?.readable === false) expect(expected).toContain('broken');
    else expect(names(commands)).toBe(expected);
  });

  test('know the shell that runs them', () => {
    const commands = commandsOf("a; bash -euo pipefail -c 'b; eval c; sh -c d'; e");
    expect(commands.map(({ name, nestedShell }) => [name, nestedShell?.shell ?? null, nestedShell?.errexit ?? null])).toEqual([
      ['a', null, null], ['bash', null, null], ['b', 'bash', true], ['eval', 'bash', true], ['c', 'bash', true], ['sh', 'bash', true], ['d', 'sh', false],
      ['e', null, null],
    ]);
  });

  test('are read only so deep', () => {
    let script = 'deepest';
    for (let depth = 0; depth < 8; depth += 1) script = `eval ${JSON.stringify(script)}`;
    const found = names(commandsOf(script));
    expect(found).toMatch(/^eval eval/);
    expect(found).not.toContain('deepest');
  });
});

test('a heredoc of another descriptor is no input', () => {
  expect(read('RUN bash 3<<EOF\na\nEOF').scripts).toHaveLength(1);
  expect(read('RUN bash <<EOF 2> log\na\nEOF').scripts).toHaveLength(2);
});

test('the last of several inputs counts', () => {
  const { scripts } = read('RUN bash <<A <<B\na\nA\nb\nB\n');
  expect(scripts.map(({ commands }) => names(commands))).toEqual(['bash', 'b']);
});

test.each([
  ['a', 'a'],
  ['$cmd x', null],
  ['"$cmd" x', null],
  ['X=y', null],
  ['> file', null],
  ['"a"b', 'ab'],
])('the name of %s is %j', (script, name) => {
  const [command] = commandsOf(script);
  expect(command?.name).toBe(name);
  expect(command?.nameRange === null).toBe(script === 'X=y' || script === '> file');
});
