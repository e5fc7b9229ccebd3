import fc from 'fast-check';
import { asSingleWord, readBuilderWord } from '../../src/text/builder-word';

const plain = (word: string, escape: '\\' | '`' = '\\'): string | null =>
  readBuilderWord(word, escape)?.map((piece) => (piece.kind === 'variable' ? `<${piece.text}>` : piece.text)).join('') ?? null;

describe('readBuilderWord', () => {
  it.each([
    ['a b', 'a b'],
    ['a\\ b', 'a b'],
    ['"a\\ b"', 'a\\ b'],
    ['rel\\\\x\\y', 'rel\\xy'],
    ['"rel\\\\x\\y"', 'rel\\x\\y'],
    ["'a$PATH'", 'a$PATH'],
    ["'a\\'", 'a\\'],
    ['"a$PATH"', 'a<$PATH>'],
    ['\\$x', '$x'],
    ['"\\$x \\"q\\""', '$x "q"'],
    ['${a:-${b}}c', '<${a:-${b}}>c'],
    ['$1x', '<$1>x'],
    ['a$', 'a$'],
    ['$,', '$,'],
    ['a\\', 'a'],
    ['"it\'s"', "it's"],
    ['', ''],
  ])('reads %s as %s', (word, expected) => {
    expect(plain(word)).toBe(expected);
  });

  it('reads escapes with the escape character of the file', () => {
    expect(plain('C:\\dir` x', '`')).toBe('C:\\dir x');
    expect(plain('"`$x"', '`')).toBe('$x');
  });

  it.each(['"a', "'a", 'a${b', 'a"b'])('gives up on %s, which is left open', (word) => {
    expect(readBuilderWord(word, '\\')).toBeNull();
  });
});

describe('asSingleWord', () => {
  it.each([
    ['1.2', '1.2'],
    ['/a:$PATH', '/a:$PATH'],
    ['"a b"', '"a b"'],
    ["'a$PATH b'", "'a$PATH b'"],
    ['a\\ b', 'a\\ b'],
    ['a b', '"a b"'],
    ['a  $b ${c:-d}', '"a  $b ${c:-d}"'],
    ['rel\\\\x\\y z', '"rel\\\\xy z"'],
    ['say "hi there" now', '"say hi there now"'],
    ["cost '$5' now", '"cost \\$5 now"'],
    ['-Dx=\\"y\\" -Dz', '"-Dx=\\"y\\" -Dz"'],
  ])('writes %s as %s', (text, expected) => {
    expect(asSingleWord(text, '\\')).toBe(expected);
  });

  it.each(['', '"a b', "don't do it", 'a ${b:-"c d"}', 'a ${b:-c d}'])('finds no certain spelling of %j', (text) => {
    expect(asSingleWord(text, '\\')).toBeNull();
  });

  it('keeps the meaning of whatever it rewrites', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '\\', '`', '$', '{', '}', 'x', '=', '\t') });
    fc.assert(
      fc.property(text, fc.constantFrom<'\\' | '`'>('\\', '`'), (old, escape) => {
        const written = asSingleWord(old, escape);
        fc.pre(written !== null);
        expect(plain(written ?? '', escape)).toBe(plain(old, escape));
      }),
    );
  });
});
