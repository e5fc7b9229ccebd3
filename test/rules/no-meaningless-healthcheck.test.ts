import rule from '../../rules/runtime/no-meaningless-healthcheck';
import { remarked } from '../support/run-rule';

describe('no-meaningless-healthcheck', () => {
  it.each([
    'CMD «true»', 'CMD «exit 0»', 'CMD «:»', 'CMD exit 1', 'CMD exit $?', 'CMD ["curl", "localhost"]', 'CMD [«"echo", "ok"»]',
    'CMD curl -f x || «echo down»', 'CMD curl -f x && echo ok', 'CMD curl -f x && echo ok || exit 1', 'CMD a || b || «true»', 'CMD set -e; curl -f x; echo ok',
    'CMD curl -f x || exit 1; echo ok', 'CMD «pgrep nginx»', 'CMD «pidof nginx» || exit 1', 'CMD «kill -0 $(cat /run/pid)» || exit 1', 'CMD kill -TERM 1',
    'CMD ps aux', 'CMD «ps -ef» | grep x | grep -v grep | wc -l', 'CMD $CHECK || true', 'CMD (curl -f x || true) && curl -f y', 'CMD test -f /tmp/ready', 'NONE',
    'CMD «pgrep -x app > /dev/null» || exit 1', 'CMD test "$(curl -s x)" = ok || exit 1',
  ])('judges HEALTHCHECK %s', (marked) => {
    expect(remarked(rule, `FROM a\nHEALTHCHECK ${marked}`)).toBe(`FROM a\nHEALTHCHECK ${marked}`);
  });

  it('is silent on checks of stages that are not shipped', () => {
    const text = 'FROM a AS x\nHEALTHCHECK CMD true\nFROM a\nUSER u';
    expect(remarked(rule, text)).toBe(text);
  });
});
