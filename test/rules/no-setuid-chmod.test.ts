import rule from '../../rules/user/no-setuid-chmod';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-setuid-chmod', () => {
  it.each([
    'FROM debian:12\nRUN chmod «+s» /bin/a && chmod «6755» x && chmod «ug+s» y && chmod «2755» /usr/sbin/b && chmod «04755» z',
    'FROM debian:12\nRUN chmod 2755 /srv/a && chmod g+s dir && chmod -R u-s,g-s / && chmod -s /bin/a && chmod $M /bin/a',
    'FROM debian:12\nRUN chmod u+s /tmp/a && /tmp/a && rm /tmp/a',
    'FROM debian:12\nRUN setcap -q «cap_sys_ptrace+ep» /usr/bin/gdb && setcap -r /x && setcap -v cap_a+ep /x && setcap "" /x',
    'FROM debian:12\nRUN setcap «"all=eip"» /a',
    'FROM debian:12 AS a\nRUN chmod u+s /a\nCOPY --chmod=4755 a /\nFROM debian:12\nRUN getcap /a',
    'FROM debian:12\nADD --chmod=«u+s» a /b\nCOPY --chmod=2755 a /b\nCOPY --chmod=«2755» a /usr/bin/b\nCOPY --chmod=755 a b',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it.each(['cap_net_bind_service=+ep', 'CAP_NET_BIND_SERVICE+eip', 'cap_net_bind_service=ep'])('takes %s for less', (capabilities) => {
    expect(problemsOf(rule, `FROM debian:12\nRUN setcap '${capabilities}' /a`).map(({ severity }) => severity)).toEqual(['info']);
  });
});
