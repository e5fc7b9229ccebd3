import { accountCommands } from '../../src/shell/account-commands';
import { createShellView } from '../../src/shell/view';
import { lastInstruction, modelOf } from '../support/small-model';

/** `program action account uid groups`, a dash for what is not given; `system` for accounts of services. */
function accounts(command: string): readonly string[] {
  const model = modelOf(`FROM debian\nARG ID=1234\nARG UNKNOWN\nRUN ${command}`);
  return accountCommands(model, createShellView(model), lastInstruction(model)).map(({ program, action, account, uid, groups, isSystem }) =>
    [program, action, account.value, uid ?? '-', groups.join(',') || '-', ...(isSystem ? ['system'] : [])].join(' '));
}

describe('accountCommands', () => {
  it.each([
    ['useradd app', ['useradd create app - -']],
    ['useradd -rm -u 5 -G a,b -s /bin/sh app', ['useradd create app 5 a,b system']],
    ['useradd --uid=6 --gid 7 --groups a app', ['useradd create app 6 a']],
    ['useradd -u $ID app && useradd --uid="${ID}" b', ['useradd create app 1234 -', 'useradd create b 1234 -']],
    ['useradd -u $UNKNOWN $UNKNOWN', ['useradd create $UNKNOWN $UNKNOWN -']],
    ['useradd -D', []],
    ['adduser --disabled-password --gecos "" app', ['adduser create app - -']],
    ['adduser --gecos Ann --system app', ['adduser create app - - system']],
    ['adduser -S -G grp -u 9 app', ['adduser create app 9 - system']],
    ['adduser -h /app -D app', ['adduser create app - -']],
    ['adduser app docker', ['adduser join app - docker']],
    ['adduser --group staff', []],
    ['usermod -aG docker,sudo app', ['usermod join app - docker,sudo']],
    ['usermod -d /x app', ['usermod join app - -']],
    ['gpasswd -a app docker', ['gpasswd join app - docker']],
    ['gpasswd -d app docker', []],
    ['addgroup app docker', ['addgroup join app - docker']],
    ['addgroup -g 5 app', []],
    ['sudo /usr/sbin/useradd app', ['useradd create app - -']],
    ['echo useradd app; userdel app', []],
  ])('reads %s', (command, expected) => expect(accounts(command)).toEqual(expected));
});
