import { argumentDefaults, canBeReference } from '../../src/dockerfile/default-arguments';
import { modelOf, stageAt } from '../support/small-model';

function byDefaults(text: string, args: Record<string, string | null> = {}): string | null {
  const model = modelOf(text, { args });
  const { from } = stageAt(model, 0);
  if (from.image === null) throw new Error('no image');
  return argumentDefaults(model).expand(from.image, from);
}

describe('words of FROM by defaults alone', () => {
  test.each([
    ['FROM $A', ''],
    ['ARG A\nFROM img:$A', 'img:'],
    ['ARG A=1\nFROM img:$A', 'img:1'],
    ['ARG A=1\nARG A\nFROM img:$A', 'img:1'],
    ['ARG A\nARG B=x$A\nFROM $B', 'x'],
    ['ARG A\nFROM img:${A:-2}', 'img:2'],
    ['FROM img-$TARGETARCH', null],
    ['ARG A=$BUILDOS\nFROM img-$A', null],
    ['ARG TARGETARCH=arm64\nFROM img-$TARGETARCH', 'img-arm64'],
    ['ARG A\nFROM ${A:?must be given}', null],
    ['FROM ${A@Q}', null],
  ])('%j gives %j', (text, expected) => {
    expect(byDefaults(text)).toBe(expected);
  });

  test('an argument that the build is known to get is no default', () => {
    expect(byDefaults('ARG A\nFROM img:$A', { A: '1' })).toBeNull();
    expect(byDefaults('ARG A\nFROM img:$A', { A: null })).toBeNull();
  });
});

test('the values of single arguments', () => {
  const defaults = argumentDefaults(modelOf('ARG A=1\nARG B\nARG C=$B\nFROM x'));
  expect(['A', 'B', 'C', 'D', 'TARGETOS'].map((name) => defaults.valueOf(name))).toEqual(['1', '', '', '', null]);
});

test.each([
  ['FROM ${REG}/Foo:1', false],
  ['FROM ${REG}/foo:1', true],
  ['FROM img:$TAG', true],
  ['FROM img:', false],
  ['FROM $X', true],
])('%s can be a reference: %s', (text, expected) => {
  const model = modelOf(text);
  const { from } = stageAt(model, 0);
  expect(from.image !== null && canBeReference(from.image, from, '\\')).toBe(expected);
});
