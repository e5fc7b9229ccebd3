import { quoteLabelValue } from '../../src/text/quote';

test.each([
  ['Ann', '\\', '"Ann"'],
  ['Ann $mith', '\\', '"Ann \\$mith"'],
  ['say "hi"', '\\', '"say \\"hi\\""'],
  ['a\\b', '\\', '"a\\\\b"'],
  ['a\\b $c `d`', '`', '"a\\b `$c ``d``"'],
] as const)('%s with escape %s is written %s', (text, escape, quoted) => {
  expect(quoteLabelValue(text, escape)).toBe(quoted);
});
