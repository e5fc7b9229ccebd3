import { WRAPPERS } from '../../src/shell/wrapper-table';
import { wrappedCommands } from '../../src/shell/wrappers';
import { commandsOf } from './support';

/** Each command that another one runs, with its words. */
function wrapped(script: string): string {
  return commandsOf(script).filter((command) => command.wrapper !== null)
    .map(({ words, wrapper }) => `${wrapper?.name ?? '?'}: ${words.map(({ value }) => value).join(' ')}`).join(', ');
}

test.each([
  ['sudo make', 'sudo: make'],
  ['sudo -u x -E -g y --chdir /z make all', 'sudo: make all'],
  ['sudo -ux --user=x -- make', 'sudo: make'],
  ['sudo -EH A=b make', 'sudo: make'],
  ['sudo -l make', ''],
  ['sudo', ''],
  ['sudo -u x', ''],
  ['env -i A=b -u C make', 'env: make'],
  ['env', ''],
  ['/usr/bin/env make', '/usr/bin/env: make'],
  ['exec -a x make', 'exec: make'],
  ['exec > log', ''],
  ['command make', 'command: make'],
  ['command -v make', ''],
  ['nice -10 ionice -c2 -n 7 nohup make', 'nice: ionice -c2 -n 7 nohup make, ionice: nohup make, nohup: make'],
  ['timeout -k 5 --signal KILL 10m make', 'timeout: make'],
  ['timeout 10m', ''],
  ['chroot --userspec=x /mnt make', 'chroot: make'],
  ['chroot /mnt -- make', 'chroot: make'],
  ['gosu user make', 'gosu: make'],
  ['su-exec user:group make', 'su-exec: make'],
  ['setpriv --reuid 5 --clear-groups make', 'setpriv: make'],
  ['runuser -u x -- make', 'runuser: make'],
  ['runuser --user=x make', 'runuser: make'],
  ['stdbuf -oL make', 'stdbuf: make'],
  ['setarch i386 make', 'setarch: make'],
  ['busybox wget x', 'busybox: wget x'],
  ['busybox --install', ''],
  ['ccache gcc x.c', 'ccache: gcc x.c'],
  ['ccache -M 5G', ''],
  ['conda run -n env --no-capture-output make', 'conda: make'],
  ['conda install make', ''],
  ['rustup run nightly cargo build', 'rustup: cargo build'],
  ['bundle exec make', 'bundle: make'],
  ['xargs -0 -n 1 -I{} rm {}', 'xargs: rm {}'],
  ['xargs --max-procs 4 rm', 'xargs: rm'],
  ['xargs', ''],
  ['find . -name x -exec rm {} + -o -exec chown a {} \\;', 'find: rm {}, find: chown a {}'],
  ['find . -exec a + b {} \\;', 'find: a + b {}'],
  ['find . -exec', ''],
  ['find . -delete', ''],
  ['xvfb-run -s "-screen 0" make', 'xvfb-run: make'],
  ['command time -f %e make', 'command: time -f %e make, time: make'],
  ['flock -w 5 lock make', 'flock: make'],
  ['echo sudo make', ''],
])('%s', (script, expected) => {
  expect(wrapped(script)).toBe(expected);
});

test('what env and sudo set belongs to the command they run', () => {
  const [env, sudo, make] = commandsOf('X=y env -u D A=b sudo C=d make E=f');
  expect(env?.assignments.map(({ name }) => name)).toEqual(['X']);
  expect(sudo?.assignments.map(({ name }) => name)).toEqual(['A']);
  expect(make?.assignments.map(({ name, value }) => [name, value?.value])).toEqual([['C', 'd']]);
});

test('wrapper and wrapped know each other', () => {
  const [sudo, env, make] = commandsOf('sudo env make && x');
  expect([sudo?.wrapper, sudo?.wrapped]).toEqual([null, env]);
  expect([env?.wrapper, env?.wrapped]).toEqual([sudo, make]);
  expect([make?.wrapper, make?.wrapped]).toEqual([env, null]);
  expect(make).toMatchObject({ connector: 'start', followedBy: '&&' });
  expect(make?.pipeline).toBe(sudo?.pipeline);
});

test('a program without arguments runs nothing', () => {
  for (const program of [...WRAPPERS.keys(), 'find', 'unheard-of']) expect(wrappedCommands(program, [])).toEqual([]);
});
