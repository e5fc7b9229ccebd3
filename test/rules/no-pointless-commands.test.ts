import rule from '../../rules/shell/no-pointless-commands';
import { remarked } from '../support/run-rule';

describe('no-pointless-commands', () => {
  it.each([
    'FROM debian:12\nRUN «top» -b -n 1\nRUN «shutdown» now\nRUN «vim» /etc/hosts\nRUN sudo «reboot»',
    'FROM debian:12\nRUN vim +PlugInstall +qall && emacs --batch -l x && ssh -V && apt-get install vim && echo "top"',
    'FROM debian:12\nRUN «mount» /dev/sda1 /mnt && make',
    'FROM debian:12\nRUN mount -t proc proc /proc || true',
    'FROM debian:12\nRUN «kill» 1',
    'FROM debian:12\nRUN mysqld & sleep 5 && kill $(cat /run/mysqld.pid)',
    'FROM debian:12\nRUN service mysql start && mysql < /a.sql && service mysql stop',
    'FROM debian:12\nRUN a && «service» mysql restart && echo done',
    'FROM debian:12\nRUN service mysql status; service --status-all; systemctl enable x; systemctl mask y; systemctl daemon-reload',
    'FROM debian:12\nRUN «systemctl» start x',
    'FROM debian:12\nRUN ssh -i /key host ls && ssh-keyscan host',
    'FROM debian:12\nRUN «ssh» host ls',
    'FROM debian:12\nRUN MEM=$(free -m) && sleep 1 & ps aux',
    'FROM debian:12\nRUN pkill x; cat mount | more; «/usr/bin/free»',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));

  it('takes the word for enough when told to', () => {
    const text = 'FROM debian:12\nRUN x & «kill» $! && ps\nRUN a && «vim» +q\nRUN systemctl start x\nRUN make top';
    expect(remarked(rule, text, { options: { excuses: false } })).toBe(text);
  });
});
