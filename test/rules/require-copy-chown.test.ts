import rule from '../../rules/user/require-copy-chown';
import { problemsOf, remarked } from '../support/run-rule';

describe('require-copy-chown', () => {
  it.each([
    'FROM debian:12\nUSER app\n«COPY» . .\n«ADD» a /home/app/\nCOPY a /etc/a\nCOPY a /usr/local/bin/\nCOPY run.sh /run.sh\nCOPY --chown=1 a b\nCOPY run /',
    'FROM debian:12\nUSER 0\nCOPY a b\nUSER +0:app\nCOPY a b\nUSER $UNKNOWN\nCOPY a b',
    'FROM debian:12 AS a\nUSER app\nFROM a\n«COPY» a b',
    'FROM debian:12 AS a\nUSER app\nCOPY a b\nFROM debian:12\nCOPY --from=a b b',
    'FROM debian:12\nUSER app\nCOPY a b\nRUN sudo chown app b',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER ContainerUser\nCOPY a b',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it('offers the owner that USER writes out', () => {
    const text = 'FROM debian:12\nARG A=app\nUSER app:app\nCOPY a b\nUSER $A\nCOPY a b';
    expect(problemsOf(rule, text).map(({ fix }) => fix?.edits[0]?.text ?? null)).toEqual([' --chown=app:app', null]);
  });
});
