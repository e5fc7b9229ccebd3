import rule from '../../rules/runtime/no-overridden-instruction';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-overridden-instruction', () => {
  it.each([
    'FROM a:1\nCMD ["a"]\nHEALTHCHECK NONE\nENTRYPOINT ["x"]',
    'FROM a:1\n«CMD» a\nONBUILD «CMD» a\nONBUILD CMD b\nCMD c',
    'FROM a:1 AS x\nCMD a\nFROM x AS y\nCMD b\nFROM y\nCMD c',
    'FROM a:1\n«CMD» a\n«CMD» b\nCMD c\nFROM a:1\nCMD d',
    'CMD a\nCMD b\nFROM a:1',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('takes out the whole lost instruction', () => {
    const text = 'FROM a:1\r\n  CMD a \\\r\n  # why\r\n  b\r\nUSER 1\r\nCMD c';
    const edit = problemsOf(rule, text)[0]?.fix?.edits[0];
    expect(text.slice(0, edit?.start) + text.slice(edit?.end)).toBe('FROM a:1\r\nUSER 1\r\nCMD c');
  });

  it('names the message of the keyword', () => {
    const ids = problemsOf(rule, 'FROM a:1\nCMD a\nCMD b\nENTRYPOINT a\nENTRYPOINT b\nHEALTHCHECK NONE\nHEALTHCHECK NONE').map(({ messageId }) => messageId);
    expect(ids).toEqual(['cmd', 'entrypoint', 'healthcheck']);
  });
});
