import { SYSTEM_MANAGERS } from '../../src/shell/system-managers';

const shapes = new Map(SYSTEM_MANAGERS);

test('each program stands in the table once', () => expect(shapes.size).toBe(SYSTEM_MANAGERS.length));

test.each([
  ['apt-get', 'install', 'install'], ['apt', 'full-upgrade', 'dist-upgrade'], ['apk', 'add', 'install'], ['yum', 'makecache', 'refresh'], ['dnf', 'distro-sync', 'dist-upgrade'],
  ['zypper', 'dist-upgrade', 'dist-upgrade'], ['microdnf', 'clean', 'clean'],
])('%s %s is %s', (program, subcommand, action) => expect(shapes.get(program)?.actions[subcommand]).toBe(action));
