import { startCommand } from '../../src/dockerfile/start-command';
import { modelOf } from '../support/small-model';

function shown(text: string): string {
  const stage = modelOf(text).outputs[0];
  if (stage === undefined) throw new Error('the file has no stage');
  const { entrypoint, command } = startCommand(stage);
  return `${entrypoint?.argumentText ?? '-'} / ${command?.argumentText ?? '-'}`;
}

describe('startCommand', () => {
  it.each([
    ['FROM a', '- / -'],
    ['FROM a\nCMD c', '- / c'],
    ['FROM a\nCMD c\nENTRYPOINT e', 'e / c'],
    ['FROM a\nENTRYPOINT e\nENTRYPOINT f\nCMD c\nCMD d', 'f / d'],
    ['FROM a AS b\nENTRYPOINT e\nCMD c\nFROM b\nCMD d', 'e / d'],
    ['FROM a AS b\nENTRYPOINT e\nCMD c\nFROM b\nENTRYPOINT f', 'f / -'],
    ['FROM a AS b\nCMD c\nFROM b\nCMD d\nENTRYPOINT f', 'f / d'],
    ['FROM a AS b\nCMD c\nFROM b\nENTRYPOINT f\nCMD d', 'f / d'],
    ['FROM a AS b\nONBUILD CMD c\nFROM b\nUSER x', '- / c'],
    ['FROM a AS b\nCMD c\nFROM a\nUSER x', '- / -'],
  ])('reads %j as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
