import { contiguous } from '../../src/dockerfile/logical-text';
import { flagsEnd, readFlags } from '../../src/dockerfile/read-flags';

function flags(text: string) {
  return readFlags(contiguous(text, 0), 0, text.length);
}

describe('flags', () => {
  it.each([
    ['--a b', [['a', null]], 'b'],
    ['--a=b c', [['a', 'b']], 'c'],
    ['--a=b  --c=d e --f', [['a', 'b'], ['c', 'd']], 'e --f'],
    ['--a= b', [['a', '']], 'b'],
    ['--a="b c" d', [['a', 'b c']], 'd'],
    ["--a='b c' d", [['a', 'b c']], 'd'],
    ['--a=b\\ c d', [['a', 'b c']], 'd'],
    ['--a="b\\"c" d', [['a', 'b"c']], 'd'],
    ['"--a=b" c', [], '"--a=b" c'],
    ['-a b', [], '-a b'],
    ['a --b', [], 'a --b'],
    ['-- --a b', [], '--a b'],
    ['--a -- --b c', [['a', null]], '--b c'],
    ['--a', [['a', null]], ''],
    ['--a="b c', [['a', 'b c']], ''],
    ['--a=b\\', [['a', 'b']], ''],
    ['--a=b=c d', [['a', 'b=c']], 'd'],
    ['---a b', [['-a', null]], 'b'],
    ['--=a b', [['', 'a']], 'b'],
  ])('of %j', (text, expected, rest) => {
    expect(flags(text).map(({ name, value }) => [name, value?.value ?? null])).toEqual(expected);
    expect(text.slice(flagsEnd(text, 0))).toBe(rest);
  });

  it('know their places', () => {
    const text = '--chown=a:b --link x';
    expect(flags(text)).toMatchObject([
      { range: { start: 0, end: 11 }, nameRange: { start: 2, end: 7 }, value: { range: { start: 8, end: 11 } } },
      { range: { start: 12, end: 18 }, nameRange: { start: 14, end: 18 }, value: null },
    ]);
  });

  it('know their places with quotes and escapes', () => {
    const text = '--a="b c" --d=e\\ f g';
    expect(flags(text).map(({ value }) => value && [value.raw, text.slice(value.range.start, value.range.end)])).toEqual([
      ['"b c"', '"b c"'], ['e\\ f', 'e\\ f'],
    ]);
  });
});

describe('options of a mount', () => {
  const options = (text: string) => flags(text).flatMap((flag) => flag.options).map(({ key, value, range, keyRange }) => [
    key, value?.value ?? null, text.slice(range.start, range.end), text.slice(keyRange.start, keyRange.end), value?.raw ?? null,
  ]);

  it.each([
    ['--mount=type=cache,target=/x a', [['type', 'cache', 'type=cache', 'type', 'cache'], ['target', '/x', 'target=/x', 'target', '/x']]],
    ['--mount=readonly,ro=true', [['readonly', null, 'readonly', 'readonly', null], ['ro', 'true', 'ro=true', 'ro', 'true']]],
    ['--mount=id="x y"', [['id', 'x y', 'id="x y"', 'id', '"x y"']]],
    ['--mount="id=x y",a=b', [['id', 'x y', '"id=x y"', '"id', 'x y"'], ['a', 'b', 'a=b', 'a', 'b']]],
    ['--mount=a=b=c', [['a', 'b=c', 'a=b=c', 'a', 'b=c']]],
    ['--mount=', []],
    ['--mount', []],
    ['--mount=a,,b', [['a', null, 'a', 'a', null], ['b', null, 'b', 'b', null]]],
    ['--device=vendor.com/x=y,required', [['vendor.com/x', 'y', 'vendor.com/x=y', 'vendor.com/x', 'y'], ['required', null, 'required', 'required', null]]],
    ['--from=a,b', []],
  ])('in %j', (text, expected) => {
    expect(options(text)).toEqual(expected);
  });

  it('may be quoted as in CSV, within quotes of the flag', () => {
    expect(options('--mount=\'"id=a,b",type=secret\' c').map(([key, value]) => [key, value])).toEqual([['id', 'a,b'], ['type', 'secret']]);
    expect(options('--mount=\\"id=a""b\\"').map(([key, value]) => [key, value])).toEqual([['id', 'ab']]);
    expect(options('--mount=\'"id=a""b"\'').map(([key, value]) => [key, value])).toEqual([['id', 'a"b']]);
    expect(options('--mount=\'"id=a,b\'').map(([key, value]) => [key, value])).toEqual([['id', 'a,b']]);
  });
});
