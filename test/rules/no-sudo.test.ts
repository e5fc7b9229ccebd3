import rule from '../../rules/user/no-sudo';
import { problemsOf, remarked, saidOf } from '../support/run-rule';

describe('no-sudo', () => {
  it.each([
    'FROM debian:12\nRUN «/usr/bin/sudo» x',
    'FROM debian:12\nRUN «\'sudo\'» x',
    'FROM debian:12\nRUN «su\\\ndo» x',
    'FROM debian:12\nRUN A=b «sudo» -E x',
    'FROM debian:12\nRUN curl x | «sudo» tee y',
    'FROM debian:12\nRUN ["sh", "-c", "«sudo» x"]',
    'FROM debian:12\nRUN bash -c "a && «sudo» b"',
    'FROM debian:12\nRUN x=$(«sudo» id)',
    'FROM debian:12\nRUN <<EOF\na\n«sudo» b\nEOF',
    'FROM debian:12\nRUN for a in b; do \\\n  # why\n  «sudo» $a; \\\n  done',
    'FROM debian:12\nONBUILD RUN «sudo» x',
    'FROM debian:12 AS a\nRUN «sudo» x\nFROM debian:12\nRUN x',
    'FROM debian:12\nRUN yes | apt-get install sudo; usermod -aG sudo app; echo sudo x; which sudo; rm /usr/bin/sudo; command -v sudo; cat /etc/sudoers',
    'FROM debian:12\nRUN cat <<EOF > /x.sh\nsudo x\nEOF',
    'FROM debian:12\nRUN <<EOF python3\nsudo = 1\nEOF',
    'FROM debian:12\nCMD sudo x',
    'FROM debian:12\nRUN $SUDO x',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN sudo x',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each(['-u app x', '-uapp x', '-Hu app x', '-E -u app x', '--user app x', '--user=app x', '-g staff -u app x', '--group=staff -H -u "app" x', '-u \'#1000\' x'])(
    'takes sudo %s for a change to another user',
    (words) => expect(problemsOf(rule, `FROM debian:12\nRUN sudo ${words}`).map(({ severity }) => severity)).toEqual(['info']),
  );

  it.each(['x', '-u root x', '-u \\#0 x', '--user=root x', 'x -u app', '-H x -u app', '-g staff x', '-E x', '-u', '-i'])('takes sudo %s for root', (words) => {
    expect(problemsOf(rule, `FROM debian:12\nRUN sudo ${words}`).map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('reports one of each kind in a RUN', () => {
    const text = 'FROM debian:12\nRUN «sudo» a && «sudo» -u app b && sudo c && sudo -u app d\nRUN «sudo» e';
    expect(remarked(rule, text)).toBe(text);
  });

  it.each([
    ['FROM debian:12\nRUN sudo x', 'leave it out'],
    ['FROM debian:12\nUSER app\nUSER 0:0\nRUN sudo x', 'leave it out'],
    ['FROM debian:12\nUSER app\nRUN sudo x', 'put USER root before this RUN'],
    ['FROM debian:12\nARG A\nUSER $A\nRUN sudo x', 'put USER root before this RUN'],
    ['FROM unheard.example.org/x:1\nRUN sudo x', 'put USER root before this RUN'],
    ['FROM debian:12\nRUN su app -c "sudo x"', 'put USER root before this RUN'],
  ])('in %s advises to %s', (text, advice) => {
    expect(saidOf(rule, text).join()).toContain(advice);
  });
});
