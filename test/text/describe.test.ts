import { nameOrigin } from '../../src/text/describe';
import type { Origin, Value } from '../../src/dockerfile/values';

const range = { start: 3, end: 9 };
const valueFrom = (origin: Origin): Value => ({ kind: 'parts', parts: [{ kind: 'text', text: 'x', origin, range }] });

test.each<[Origin, string]>([
  [{ kind: 'literal' }, ''],
  [{ kind: 'arg', name: 'TAG', range }, ' (value of ARG TAG)'],
  [{ kind: 'env', name: 'TAG', range }, ' (value of ENV TAG)'],
  [{ kind: 'default', name: 'TAG', range }, ' (default in ${TAG})'],
])('names where %o came from', (origin, text) => {
  expect(nameOrigin(valueFrom(origin), range)).toBe(text);
});

test('says nothing of an unset value, nor of a place that no variable covers', () => {
  expect(nameOrigin({ kind: 'unset' }, range)).toBe('');
  expect(nameOrigin(valueFrom({ kind: 'env', name: 'A', range }), { start: 20, end: 22 })).toBe('');
});
