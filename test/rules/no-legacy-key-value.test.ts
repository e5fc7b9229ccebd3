import rule from '../../rules/syntax/no-legacy-key-value';
import { problemsOf, remarked } from '../support/run-rule';

/** Kind and text of the only fix. */
function fixOf(line: string, head = 'FROM alpine:3.20\n'): string | null {
  const [problem] = problemsOf(rule, head + line);
  if (problem === undefined) throw new Error(`nothing reported: ${line}`);
  const edit = problem.fix?.edits[0];
  if (problem.fix === null || edit === undefined) return null;
  const fixed = (head + line).slice(head.length, edit.start) + edit.text + (head + line).slice(edit.end);
  return `${problem.fix.kind}: ${fixed}`;
}

describe('no-legacy-key-value', () => {
  it.each([
    ['ENV A b', 'safe: ENV A=b'],
    ['ENV  A    b c ', 'safe: ENV  A="b c" '],
    ['ENV "A" b', 'safe: ENV "A"=b'],
    ['ENV A "x"y z', 'safe: ENV A="xy z"'],
    ['ENV A b=c d=e', 'safe: ENV A="b=c d=e"'],
    ['ENV A ${x%%y}', 'safe: ENV A=${x%%y}'],
    ['ENV A C:\\dir\\ x', 'safe: ENV A=C:\\dir\\ x'],
    ['ENV A é ü', 'safe: ENV A="é ü"'],
    ['ENV A b # c', 'safe: ENV A="b # c"'],
    ['LABEL a.b \'$x\' y', 'safe: LABEL a.b="\\$x y"'],
  ])('writes %s anew', (line, expected) => {
    const text = fixOf(line);
    expect(text?.replace(/^safe: /, '')).toBe(expected.replace(/^safe: /, ''));
    expect(text).toMatch(/^safe: /);
  });

  it('only suggests a fix on several lines, where several pairs may be meant', () => {
    expect(fixOf('ENV A 1 \\\n  B 2')).toBe('suggestion: ENV A="1   B 2"');
  });

  it.each([
    'ENV "A B" c',
    'LABEL a\\ b c',
    'ENV A $X ${Y:-a b} c',
    'ENV A "open',
    'ENV A it\'s',
    'ENV A \\\n# note\n b',
  ])('offers no fix that may change the value: %s', (line) => {
    expect(fixOf(line)).toBeNull();
  });

  it('goes by the escape character of the file', () => {
    expect(fixOf('ENV P C:\\a b', '# escape=`\nFROM a:1\n')).toBe('safe: ENV P="C:\\a b"');
    expect(fixOf('ENV P `"x y', '# escape=`\nFROM a:1\n')).toBe('safe: ENV P="`"x y"');
  });

  it('leaves a key without a value to another rule', () => {
    expect(remarked(rule, 'FROM a:1\nENV A\nLABEL\nARG A')).toBe('FROM a:1\nENV A\nLABEL\nARG A');
  });
});
