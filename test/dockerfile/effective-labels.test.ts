import { effectiveLabels } from '../../src/dockerfile/effective-labels';
import { modelOf } from '../support/small-model';

function shown(text: string): string {
  const model = modelOf(text);
  const stage = model.outputs[0];
  if (stage === undefined) throw new Error('the file has no stage');
  return [...effectiveLabels(model, stage)].map(([key, { pair, node }]) => `${key}=${pair.value?.value ?? '-'}@${node.range.start}`).join(' ');
}

describe('effectiveLabels', () => {
  it.each([
    ['FROM a\nLABEL a=1 b=2', 'a=1@7 b=2@7'],
    ['FROM a\nLABEL a=1\nLABEL a=2', 'a=2@17'],
    ['FROM a AS x\nLABEL a=1 b=1\nFROM x\nLABEL a=2', 'a=2@33 b=1@12'],
    ['FROM a AS x\nLABEL a=1\nFROM a\nUSER u', ''],
    ['FROM a\nARG K=k\nARG U\nLABEL $K=1 $U=2', 'k=1@21'],
  ])('reads %j as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
