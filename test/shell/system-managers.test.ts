import { APT_WORDS, RPM_WORDS, SYSTEM_MANAGERS } from '../../src/shell/system-managers';
import { createWordFinder } from '../../src/text/words';

const shapes = new Map(SYSTEM_MANAGERS);

test('each program stands in the table once', () => expect(shapes.size).toBe(SYSTEM_MANAGERS.length));

test.each([
  ['apt-get', 'install', 'install'], ['apt', 'full-upgrade', 'dist-upgrade'], ['apk', 'add', 'install'], ['yum', 'makecache', 'refresh'], ['dnf', 'distro-sync', 'dist-upgrade'],
  ['zypper', 'dist-upgrade', 'dist-upgrade'], ['microdnf', 'clean', 'clean'],
])('%s %s is %s', (program, subcommand, action) => expect(shapes.get(program)?.actions[subcommand]).toBe(action));

test('the words of apt and of rpm are in the names of their programs and of no others', () => {
  const holds = (words: readonly string[]): readonly string[] => [...shapes.keys()].filter((program) => createWordFinder(words)(program, 0, program.length).includes(1));
  expect(holds(APT_WORDS)).toEqual(['apt-get', 'apt', 'aptitude']);
  expect(holds(RPM_WORDS)).toEqual(['dnf', 'dnf5', 'dnf-3', 'yum', 'microdnf', 'tdnf', 'zypper']);
});
