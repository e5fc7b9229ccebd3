import { accountOf } from '../../src/text/account';
import type { Value, ValuePart } from '../../src/dockerfile/values';

const range = { start: 0, end: 1 };
const text = (content: string): ValuePart => ({ kind: 'text', text: content, origin: { kind: 'literal' }, range });
const unknown: ValuePart = { kind: 'unknown', name: 'X', range };

test.each<[string, Value, string | null]>([
  ['a name', { kind: 'parts', parts: [text('root')] }, 'root'],
  ['a name in two parts', { kind: 'parts', parts: [text('ro'), text('ot:app')] }, 'root'],
  ['a known account with an unknown group', { kind: 'parts', parts: [text('0:'), unknown] }, '0'],
  ['an unknown account', { kind: 'parts', parts: [unknown, text(':0')] }, null],
  ['a name that an unknown text may go on', { kind: 'parts', parts: [text('0'), unknown] }, null],
  ['nothing', { kind: 'unset' }, null],
])('the account of %s', (_, value, account) => {
  expect(accountOf(value)).toBe(account);
});
