import { belowAnyHome, callsCleanUp, cleansAptLists, removedPaths, removesHomePath, removesPath } from '../../src/shell/removal';
import { commandsOf } from './support';

test.each([
  ['rm -rf a "b c"', 'a|b c'],
  ['rm -r -f -- -a b', '-a|b'],
  ['/bin/rm a', 'a'],
  ['rmdir a', 'a'],
  ['unlink a', 'a'],
  ['find a b -type f -delete', 'a|b'],
  ['find -L a ( -name x ) -delete'.replace('(', '\\(').replace(')', '\\)'), 'a'],
  ['find a -exec rm -f {} +', 'a'],
  ['find a -execdir /bin/rm {} \\;', 'a'],
  ['find a -type f | xargs rm -f', 'a'],
  ['find a -name x', ''],
  ['find a -exec chmod 0 {} +', ''],
  ['find a | xargs chmod 0', ''],
  ['echo rm a', ''],
  ['$RM a', ''],
])('%s removes %s', (script, expected) => {
  const [command] = commandsOf(script);
  expect(command === undefined ? null : removedPaths(command).map(({ value }) => value).join('|')).toBe(expected);
});

describe('the lists of apt are cleaned', () => {
  test.each([
    ['rm -rf /var/lib/apt/lists/*', true],
    ['rm -r -f /var/lib/apt/lists', true],
    ['rm -fr /tmp/* /var/lib/apt/lists/ x', true],
    ['rm -rf /var/lib/apt/lists/**', true],
    ['rm -rf /var/lib/apt/lists/*_*', true],
    ['rm -rf /var/lib/apt/lists/*/*', true],
    ['rm -rf /var/lib/apt', true],
    ['rm -rf /var/lib/apt/*', true],
    ['rm -rf /var/lib//apt/./lists/*', true],
    ['rm -rf /var/lib/{apt,dpkg}/lists/*', true],
    ['rm -rf /var/{cache/apt,lib/apt/lists}', true],
    ['rm -rf /var/{cache,lib/{x,apt/lists}}/*', true],
    ['rm -rf /var/lib/ap?/lis*/*', true],
    ['rm -rf "/var/lib/apt/lists/"*', true],
    ['rm -rf "/var/lib/apt/lists"', true],
    ['rm -rf "/var/lib/apt/lists/*"', false],
    ['find /var/lib/apt/lists -type f -delete', true],
    ['find /var/lib/apt -type f -exec rm {} +', true],
    ['find /var/lib/apt/lists -type f', false],
    ['apt-get distclean', true],
    ['apt-get clean', false],
    ['apt clean', false],
    ['rm -rf /var/cache/apt/*', false],
    ['rm -rf /var/lib/apt/lists/partial', false],
    ['rm -rf /var/lib/apt/lists/partial/*', false],
    ['rm -rf /var/lib/dpkg/*', false],
    ['rm -rf lists/*', false],
    ['rm -rf /etc/apt/*', false],
    ['rm -rf $CLEAN', 'unknown'],
    ['rm -rf "$GNUPGHOME"', false],
    ['rm -rf "$APT_LISTS"', 'unknown'],
    ['rm -rf $ROOT/var/lib/apt/lists/*', 'unknown'],
    ['rm -rf "$ROOT/x" /var/lib/apt/lists/*', true],
    ['rm -rf $ROOT/x', false],
    ['rm -rf a$b', false],
    ['echo /var/lib/apt/lists/*', false],
    ['$RM /var/lib/apt/lists/*', false],
  ])('%s: %s', (script, expected) => {
    const [command] = commandsOf(script);
    expect(command === undefined ? null : cleansAptLists(command)).toBe(expected);
  });
});

test('any path can be asked for', () => {
  const [command] = commandsOf('rm -rf /root/.cache/pip');
  expect(command === undefined ? null : ['/root/.cache/pip', '/root/.cache/pip/http', '/root/.cache'].map((path) => removesPath(command, path))).toEqual([true, true, false]);
});

test('patterns made to be slow are not', () => {
  const [stars] = commandsOf(`rm -rf /${'*a'.repeat(200)}/lib`);
  const [braces] = commandsOf(`rm -rf /${'{a,b}'.repeat(100)}`);
  const [open] = commandsOf(`rm -rf /${','.repeat(5000)}{${','.repeat(5000)}`);
  for (const command of [stars, braces, open]) expect(command === undefined ? null : cleansAptLists(command)).toBe(false);
});

describe('a folder below a home is removed', () => {
  test.each([
    ['rm -rf ~/.cache/pip', true],
    ['rm -rf ~/.cache', true],
    ['rm -rf /root/.cache/*', true],
    ['rm -rf "$HOME/.cache"', true],
    ['rm -rf ${HOME}/.cache/pip/*', true],
    ['rm -rf /home/a/.cache', true],
    ['rm -rf ~a/.cache', true],
    ['rm -rf /srv/app/.cache/pip', true],
    ['rm -rf .cache', true],
    ['rm -rf /root/.{cache,npm}', true],
    ['rm -rf /root/.*', true],
    ['rm -rf /root', true],
    ['find ~/.cache -delete', true],
    ['rm -rf $X/.cache', true],
    ['rm -rf $DIRS', 'unknown'],
    ['rm -rf "$GNUPGHOME"', false],
    ['rm -rf ~/.cache/yarn', false],
    ['rm -rf ~/.cachet', false],
    ['rm -rf /tmp/*', false],
    ['echo ~/.cache', false],
  ])('%s: %s', (script, expected) => {
    const [command] = commandsOf(script);
    expect(command === undefined ? null : removesHomePath(command, '.cache/pip')).toBe(expected);
  });

  test.each([
    ['~/.cache/pip', '/root/.cache/pip'],
    ['/home/a', '/root'],
    ['/srv/.cache', '/root/.cache'],
    ['.cache', '/root/.cache'],
    ['/var/lib', '/var/lib'],
  ])('%s is taken for %s', (path, expected) => {
    expect(belowAnyHome(path, '.cache')).toBe(expected);
  });
});

test.each([
  ['cleanup.sh', true],
  ['sh /tmp/clean.sh', true],
  ['. ./clean', true],
  ['do_clean', true],
  ['make all', false],
  ['$CLEAN', false],
  ['sh', false],
])('%s is called to clean up: %s', (script, expected) => {
  const [command] = commandsOf(script);
  expect(command === undefined ? null : callsCleanUp(command)).toBe(expected);
});
