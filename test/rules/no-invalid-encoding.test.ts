import rule from '../../rules/syntax/no-invalid-encoding';
import { DEFAULT_BUILD } from '../../src/config/settings';
import { createSource, type Encoding } from '../../src/dockerfile/source';
import { lint } from '../../src/engine/lint';

describe('no-invalid-encoding', () => {
  const said = (text: string, given: Encoding): readonly string[] => {
    const setting = { severity: 'error' as const, explicit: false, options: {}, messages: {} };
    const settings = { rules: new Map([['rule', setting]]), build: DEFAULT_BUILD, inlineConfig: true };
    const source = createSource('Dockerfile', text, given);
    return lint(source, settings, { asOf: null }, [{ id: 'rule', category: '', rule }]).problems.map(
      ({ start, end, message }) => `${start}-${end} ${message}`,
    );
  };

  it.each<[string, Encoding, readonly string[]]>([
    ['FROM a:1', { kind: 'utf-8' }, []],
    ['\ufeffFROM a:1\0\0', { kind: 'utf-8' }, ['9-10 A NUL byte stands here; remove it']],
    ['FROM a:1\ufffd', { kind: 'invalid-utf-8', offset: 8 }, ['8-9 The file is not valid UTF-8 from here on; save it as UTF-8']],
    ['\ufeffF\0R\0', { kind: 'utf-16' }, ['1-1 The file is UTF-16; save it as UTF-8']],
  ])('of %j in %j says %j', (text, given, expected) => {
    expect(said(text, given)).toEqual(expected);
  });
});
