import { startCommand } from '../../src/dockerfile/start-command';
import { commandFate, isWindowsLine, replacesShell, takesArguments } from '../../src/shell/start-commands';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

function fateOf(text: string): string {
  const model = modelOf(text);
  const stage = model.outputs[0];
  if (stage === undefined) throw new Error('the file has no stage');
  const start = startCommand(stage);
  return commandFate(start, model.stateAt(start.entrypoint ?? lastInstruction(model)));
}

describe('commandFate', () => {
  it.each([
    ['FROM a\nENTRYPOINT ["e"]\nCMD c', 'handed-over'],
    ['FROM a\nENTRYPOINT ["e"]\nCMD ["c"]', 'fine'],
    ['FROM a\nENTRYPOINT ["/sbin/tini", "--"]\nCMD c', 'fine'],
    ['FROM a\nENTRYPOINT ["e", "gosu", "u"]\nCMD c', 'fine'],
    ['FROM a\nENTRYPOINT ["/bin/bash", "run"]\nCMD c', 'fine'],
    ['FROM a\nENTRYPOINT []\nCMD c', 'fine'],
    ['FROM a\nENTRYPOINT e\nCMD ["c"]', 'lost'],
    ['FROM a\nENTRYPOINT e\nCMD c', 'lost'],
    ['FROM a\nENTRYPOINT e\nCMD []', 'fine'],
    ['FROM a\nENTRYPOINT e "$@"\nCMD ["c"]', 'fine'],
    ['FROM win\nENTRYPOINT e\nCMD ["c"]', 'fine'],
    ["FROM a\nENTRYPOINT ['e']\nCMD c", 'fine'],
    ["FROM a\nENTRYPOINT [\"e\"]\nCMD ['c']", 'fine'],
    ['FROM a\nCMD c', 'fine'],
    ['FROM a\nENTRYPOINT e', 'fine'],
  ])('judges %j as %s', (text, expected) => {
    expect(fateOf(text)).toBe(expected);
  });
});

describe('takesArguments', () => {
  it.each(['a "$@"', 'a $*', 'a ${1}', 'a $1', 'a $#'])('sees that %s does', (text) => {
    expect(takesArguments(text)).toBe(true);
  });
  it.each(['a', 'a $X', 'a @', 'a ${X}', 'a $'])('sees that %s does not', (text) => {
    expect(takesArguments(text)).toBe(false);
  });
});

describe('isWindowsLine', () => {
  it.each([
    ['FROM win\nCMD a', true],
    ['FROM a\nSHELL ["powershell"]\nCMD a', true],
    ['FROM debian\nCMD a', false],
    ['FROM unknown\nCMD a', false],
  ])('judges %j as %s', (text, expected) => {
    const model = modelOf(text);
    expect(isWindowsLine(model.stateAt(lastInstruction(model)))).toBe(expected);
  });
});

describe('replacesShell', () => {
  it.each([['exec a', true], ['cd /x && exec a', true], ['a', false], ['a "exec b"', false], ['bash -c "exec b"', false], ['a & exec b', true]])('judges %s as %s', (line, expected) => {
    const model = modelOf(`FROM debian\nENTRYPOINT ${line}`);
    const node = lastInstruction(model);
    expect(node.keyword === 'ENTRYPOINT' && replacesShell(createShellView(model), node)).toBe(expected);
  });
});
