import { imageName } from '../../src/text/image-name';
import { modelOf } from '../support/small-model';

test.each([
  ['FROM node:22', 'node:22'],
  ['FROM node:22@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'node:22'],
  ['FROM "node@sha256:0123"', 'node'],
  ['ARG T=22\nARG R=example.org/x\nFROM ${R}/node:$T', 'example.org/x/node:22'],
  ['ARG T\nFROM node:${T}-slim', 'node:${T}-slim'],
  ['ARG T\nFROM $T', '$T'],
])('%s is shown as %s', (text, expected) => {
  const base = modelOf(text).stages[0]?.base;
  const reference = base?.kind === 'image' || base?.kind === 'unknown' ? base.reference : null;
  expect(reference === null ? null : imageName(reference)).toBe(expected);
});
