import fc from 'fast-check';
import { isOneEditApart, nearestName } from '../../src/text/nearest';

const RULES = ['no-latest-tag', 'no-root-user', 'no-sudo', 'require-user', 'prefer-copy'];

describe('nearestName', () => {
  it.each([
    ['a left-out character', 'no-rot-user', 'no-root-user'],
    ['an inserted character', 'no-suddo', 'no-sudo'],
    ['a changed character', 'prefer-capy', 'prefer-copy'],
    ['two swapped neighbours', 'no-sduo', 'no-sudo'],
    ['a forgotten prefix', 'latest-tag', 'no-latest-tag'],
    ['another case', 'NO-SUDO', 'no-sudo'],
  ])('finds the name behind %s', (_, misspelt, meant) => {
    expect(nearestName(misspelt, RULES)).toBe(meant);
  });

  it.each(['', 'x', 'maintainer', 'no-healthcheck-at-all'])('finds nothing near %j', (name) => {
    expect(nearestName(name, RULES)).toBeNull();
  });

  it('allows one mistake in a short name', () => {
    expect(nearestName('ad', ['ADD', 'ENV'])).toBe('ADD');
    expect(nearestName('xy', ['ADD', 'ENV'])).toBeNull();
  });

  it('takes the nearest, and of equally near names the first', () => {
    expect(nearestName('DL3007', ['DL3107', 'DL3008', 'DL3009'])).toBe('DL3107');
    expect(nearestName('abcdef', ['abcxyf', 'abcdex'])).toBe('abcdex');
  });

  it('counts a swap of neighbours as one mistake even where two are not allowed', () => {
    expect(nearestName('nvE', ['ENV', 'NEV'])).toBe('NEV');
  });

  it('always finds a name that is there, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, others) => {
        expect(nearestName(name, [...others, name])?.toLowerCase()).toBe(name.toLowerCase());
      }),
    );
  });
});

test.each([
  ['target', 'targt', true], ['target', 'tarret', true], ['target', 'tagret', true], ['target', 'TARGETS', true],
  ['target', 'target', false], ['target', 'trgt', false], ['dir1', 'dir2', false], ['dir', 'dir2', false],
])('%s and %s are one edit apart: %s', (a, b, expected) => expect(isOneEditApart(a, b)).toBe(expected));
