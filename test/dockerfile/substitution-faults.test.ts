import fc from 'fast-check';
import { expandText } from '../../src/dockerfile/expand';
import { substitutionFault } from '../../src/dockerfile/substitution-faults';

function faultIn(text: string, escape: '\\' | '`' = '\\', quotes = true): string | null {
  const fault = substitutionFault(text, { escape, quotes });
  return fault === null ? null : `${fault.kind} ${text.slice(fault.start, fault.end)}`;
}

describe('substitutionFault', () => {
  it.each([
    ['plain', null],
    ['$a${b}"${c:-d}"', null],
    ['${a:?b}${a?b}${a:+b}${a+b}${a-b}${a#b}${a##b}${a%b}${a%%b}${a/b/c}${a//b/c}', null],
    ['${a:-${b:-"x y"}}', null],
    ["'${a@Q}'", null],
    ['\\${a@Q}', null],
    ['"it\'s"', null],
    ["it\\'s", null],
    ['$', null],
    ['${a@Q}', 'modifier ${a@'],
    ['x ${a^^}', 'modifier ${a^'],
    ['${a:x}', 'modifier ${a:x'],
    ['${a:}', 'modifier ${a:}'],
    ['${a:', 'modifier ${a:'],
    ['${!a}', 'modifier ${!a'],
    ['${a[0]}', 'modifier ${a['],
    ['${a.b}', 'modifier ${a.'],
    ['${}', 'no-name ${}'],
    ['${{ a }}', 'no-name ${{'],
    ['${:-a}', 'no-name ${:'],
    ['${', 'open-brace ${'],
    ['${a', 'open-brace ${'],
    ['b${a:-c', 'open-brace ${'],
    ['${a/b', 'open-brace ${'],
    ['${a/b/c', 'open-brace ${'],
    ["it's", "open-quote '"],
    ['a="b', 'open-quote "'],
    ['"a\\"', 'open-quote "'],
    ['"${a^}"', 'modifier ${a^'],
    ['${a:-"b}', 'open-quote "'],
  ])('finds in %j: %s', (text, expected) => {
    expect(faultIn(text)).toBe(expected);
  });

  it('takes the escape character of the file', () => {
    expect(faultIn('`${a@}', '`')).toBeNull();
    expect(faultIn('\\${a@}', '`')).toBe('modifier ${a@');
  });

  it('takes quotes for plain characters where they are', () => {
    expect(faultIn("don't say \"", '\\', false)).toBeNull();
    expect(faultIn("'${a@Q}'", '\\', false)).toBe('modifier ${a@');
  });

  it('gives up a nest that is too deep', () => {
    expect(faultIn('${a:-'.repeat(60))).toBeNull();
  });

  it('finds a fault exactly where the expansion is refused', () => {
    const pieces = fc.array(fc.constantFrom('$', '{', '}', 'a', '1', ':', '-', '+', '?', '#', '%', '/', '@', "'", '"', '\\', '`', ' ', '${a'), { maxLength: 14 });
    fc.assert(
      fc.property(pieces, fc.constantFrom('\\' as const, '`' as const), (parts, escape) => {
        const text = parts.join('');
        const value = expandText(text, escape, (start, end) => ({ start, end }), () => ({ state: 'unknown' }));
        const refused = value.kind === 'parts' && value.parts.some((part) => part.kind === 'unknown' && part.name === null);
        expect(substitutionFault(text, { escape, quotes: true }) !== null).toBe(refused);
      }),
      { numRuns: 2000 },
    );
  });
});
