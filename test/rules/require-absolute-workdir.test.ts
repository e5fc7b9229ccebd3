import rule from '../../rules/syntax/require-absolute-workdir';
import { remarked } from '../support/run-rule';

describe('require-absolute-workdir', () => {
  it.each([
    'FROM a:1 AS A\nWORKDIR\nWORKDIR $HOME/x\nFROM a\nWORKDIR rel',
    'FROM a:1 AS x\nWORKDIR /x\nFROM x AS y\nFROM y\nWORKDIR rel',
    'FROM a:1 AS x\nWORKDIR /x\nFROM a:1\nWORKDIR «rel»',
    'FROM a:1\nWORKDIR \\app\nFROM a:1\nWORKDIR C:\\app\nFROM a:1\nWORKDIR c:/app',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR «app»',
    'FROM a:1\nARG D\nWORKDIR «a/${D}»',
    'FROM a:1\nARG D\nWORKDIR ${D}/a',
    'FROM a:1\nENV D=\nWORKDIR $D\nWORKDIR b',
    'FROM a:1\nWORKDIR «.»',
    'FROM a:1\nONBUILD WORKDIR rel\nWORKDIR «rel»',
    'WORKDIR rel\nFROM a:1',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });
});
