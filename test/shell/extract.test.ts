import fc from 'fast-check';
import { contiguous } from '../../src/dockerfile/logical-text';
import { extractCommands } from '../../src/shell/extract';
import type { ShellCommand } from '../../src/shell/commands';
import { commandsOf, marked, names, read, unmarked } from './support';

/** `a -> b && …`: how each command is tied to its neighbours. */
function ties(script: string): string {
  return commandsOf(script).map(({ name, connector, followedBy }) => `${connector} ${name ?? '?'} ${followedBy ?? 'end'}`).join(', ');
}

function nesting(script: string): string {
  return commandsOf(script).map((command) => `${command.name ?? '?'}: ${command.nesting.join('/')}`).join(', ');
}

function handled(commands: readonly ShellCommand[]): string {
  return names(commands.filter((command) => command.failureHandled));
}

describe('what joins commands', () => {
  test.each([
    ['a', 'start a end'],
    ['a && b', 'start a &&, && b end'],
    ['a && b || c; d', 'start a &&, && b ||, || c ;, ; d end'],
    ['a | b && c', 'start a &&, | b &&, && c end'],
    ['a & b', 'start a &, & b end'],
    ['a && b &', 'start a &&, && b &'],
    ['a;', 'start a end'],
    ['a; # comment', 'start a end'],
    ['( a; b ) && c', 'start a ;, ; b end, && c end'],
    ['if a; then b; c; fi; d', 'start a end, start b ;, ; c end, ; d end'],
    ['a $(b; c) && d', 'start a &&, start b ;, ; c end, && d end'],
  ])('%s', (script, expected) => {
    expect(ties(script)).toBe(expected);
  });

  test('in a heredoc lines do, and comments change nothing', () => {
    const { source, commands } = read('RUN <<EOF\na # one\n# two\nb \\\n && c\nEOF');
    expect(commands.map(({ connector }) => connector)).toEqual(['start', 'newline', '&&']);
    expect(marked(source, commands.flatMap(({ connectorRange }) => connectorRange ?? []))).toBe('RUN <<EOF\na # one«\n»# two\nb \\\n «&&» c\nEOF');
  });

  test.each(['RUN a «&&» b «||» c«;» d «&» e «|» f', 'RUN a \\\n «&&» b \\\n# x && y\n «;» c'])('%j', (expected) => {
    const { source, commands } = read(unmarked(expected));
    expect(marked(source, commands.flatMap(({ connectorRange }) => connectorRange ?? []))).toBe(expected);
  });
});

test.each([
  ['a', 'a: '],
  ['( a )', 'a: subshell'],
  ['{ a; }', 'a: group'],
  ['if a; then b; elif c; then d; else e; fi', 'a: if/condition, b: if, c: if/condition, d: if, e: if'],
  ['while a; do b; done', 'a: loop/condition, b: loop'],
  ['for x in y; do a; done', 'a: loop'],
  ['for ((i=0; i<3; i++)); do a; done', 'a: loop'],
  ['case x in y) a;; z) b;; esac', 'a: case, b: case'],
  ['f() { a; }', 'a: function/group'],
  ['f() [[ $(a) ]]; b', '[[: function, a: function/substitution, b: '],
  ['f() ( a ) > x', 'a: function/subshell'],
  ['a $(b)', 'a: , b: substitution'],
  ["sh -c 'a; ( b )'", 'sh: , a: nested-script, b: nested-script/subshell'],
  ['( if a; then ( b ); fi )', 'a: subshell/if/condition, b: subshell/if/subshell'],
  ['coproc a', 'a: '],
  ['coproc { a; }', 'a: group'],
  ['{ a; } > $(b)', 'a: group, b: substitution'],
])('%s stands in %s', (script, expected) => {
  expect(nesting(script)).toBe(expected);
});

describe('a failure is handled', () => {
  test.each([
    ['by || behind it', 'a || b', 'a'],
    ['by || behind the whole list', 'a && b || c', 'a b'],
    ['by || behind a construct', '{ a; b; } || c', 'a b'],
    ['in a pipeline before ||', 'a | b || c', 'a b'],
    ['as a condition', 'if a && b; then c; fi; while d; do e; done', 'a b d'],
    ['by !', '! a', 'a'],
    ['in a substitution of a handled command', 'a $(b) || c', 'a b'],
    ['in a nested script of a handled command', "sh -c 'a' || b", 'sh a'],
    ['behind a wrapper', 'sudo a || b', 'sudo a'],
    ['nowhere else', 'a && b; c | d; ( e )', ''],
    ['not in a function, whatever stands around it', 'f() { a; } || b', ''],
  ])('%s', (_, script, expected) => {
    expect(handled(commandsOf(script))).toBe(expected);
  });
});

describe('pipelines', () => {
  test('are listed with their members and signs', () => {
    const { source, scripts } = read('RUN x && a | b \\\n |& c; ! d | e');
    const [script] = scripts;
    expect(script?.pipelines.map(({ commands, negated }) => [names(commands), negated])).toEqual([['a b c', false], ['d e', true]]);
    expect(marked(source, (script?.pipelines ?? []).flatMap(({ operators }) => operators))).toBe('RUN x && a «|» b \\\n «|&» c; ! d «|» e');
    expect(marked(source, (script?.pipelines ?? []).map(({ range }) => range))).toBe('RUN x && «a | b \\\n |& c»; «! d | e»');
  });

  test.each([
    ['a | while read x; do b; c; done', 'a c'],
    ['( a; b ) | c', 'b c'],
    ['if a; then b; else c; fi | d', 'c d'],
    ['case x in y) a;; esac | [[ x ]]', 'a [['],
    ['sudo a | sudo b', 'sudo sudo'],
    ['{ a; } 2>&1 | b', 'a b'],
  ])('%s: a construct is represented by its last command', (script, expected) => {
    expect(read(`RUN ${script}`).scripts[0]?.pipelines.map(({ commands }) => names(commands))).toEqual([expected]);
  });

  test('a command knows its own', () => {
    const [a, b, c] = commandsOf('a | b; c');
    expect(a?.pipeline).toBe(b?.pipeline);
    expect(c?.pipeline.commands).toEqual([c]);
  });
});

test('loops name the variables they set', () => {
  expect(read('RUN for a in 1 $c; do select b; do x; done; done').scripts[0]?.loops.map(({ kind, variable, words }) => [kind, variable, words?.map(({ value }) => value)])).toEqual([['for', 'a', ['1', '$c']], ['select', 'b', undefined]]);
});

test('[[ ]] and (( )) are commands with their operands', () => {
  const commands = commandsOf('[[ -f a && ( b == c || ! $d ) ]] || (( x++ ))');
  expect(commands.map(({ words }) => words.map(({ value }) => value).join(' '))).toEqual(['[[ a b c $d', '((']);
});

test.each([
  ['a; b', 'b'],
  ['a && b', 'a b'],
  ['a && b || c', 'a b c'],
  ['a; b | c', 'c'],
  ['a & b &', ''],
  ['a; if b; then c; d; elif e; then f; else g; fi', 'd f g'],
  ['if a; then b; fi; c', 'c'],
  ['a; { b; (c; d); }', 'd'],
  ['for x in y; do a; done', ''],
  ['a; while b; do c; done', ''],
  ['case $x in a) b; c ;; *) d ;; esac', 'c d'],
  ['f() { a; }; f', 'f'],
  ['x $(a)', 'x'],
  ["a; sudo sh -c 'b; c'", 'sudo sh c'],
  ["sh -c 'b; c'; a", 'a'],
  ["x | sh -c 'b; c'", 'sh c'],
  ['[[ a ]] && (( b ))', '[[ (('],
])('the status of %s is that of %j', (script, expected) => {
  expect(names(commandsOf(script).filter(({ decidesStatus }) => decidesStatus))).toBe(expected);
});

test('commands are in the order of the text', () => {
  const { commands } = read('RUN env A=$(a) b $(c) <<EOF && d\n$(e)\nEOF');
  expect(names(commands)).toBe('env a b c d e');
});

test('a broken text gives nothing at all', () => {
  for (const broken of ['echo "a', '<<E`\\', '( a', 'if a; then b', 'a )', '$(']) expect(extractCommands(contiguous(broken, 0))).toBeNull();
});

test('whatever the text, nothing is thrown, and every word is the text at its range', () => {
  const token = fc.constantFrom(
    'a', 'sh', '-c', 'sudo', 'find', '-exec', ';', '&&', '||', '|', '&', '(', ')', '{', '}', '$(', '`', '"', "'", '\\', '$x', '${y:-', '<<E', '\nE\n', '\n', ' ',
    'if', 'then', 'fi', 'for', 'in', 'do', 'done', 'case', 'esac', ';;', '!', '[[', ']]', '((', '))', '>', '<', '=', '#', '*', 'eval', 'A=b', 'é😀',
  );
  fc.assert(fc.property(fc.array(token, { maxLength: 40 }), fc.constantFrom('', ' '), (tokens, glue) => {
    const text = tokens.join(glue);
    const found = extractCommands(contiguous(text, 0));
    for (const command of found?.commands ?? []) {
      expect(command.range.end).toBeGreaterThan(command.range.start);
      expect(command.range.end).toBeLessThanOrEqual(text.length);
      if (command.nestedShell !== null || command.nesting.includes('nested-script') || text.includes('\\')) continue;
      for (const word of command.words) expect(text.slice(word.range.start, word.range.end)).toBe(word.raw);
    }
  }), { numRuns: 2000 });
});
