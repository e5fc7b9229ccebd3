import { commandNamed, names, read } from './support';
import { startedScript } from '../../src/shell/shell-starters';
import { baseName } from '../../src/shell/interpreter';

function started(script: string): ReturnType<typeof startedScript> {
  const name = script.split(' ')[0] ?? '';
  return startedScript(baseName(name), commandNamed(script, name).words);
}

test.each([
  ['sh -c x', [2], 'sh'],
  ['/bin/bash -lc "x y"', [2], 'bash'],
  ['su -c x', [2], 'sh'],
  ['su user -c x', [3], 'sh'],
  ['su - user -s /bin/bash -c x', [6], 'bash'],
  ['su -lc x user', [2], 'sh'],
  ['su --command x user', [2], 'sh'],
  ['runuser -l user -c x', [4], 'sh'],
  ['scl enable devtoolset-7 "make all"', [3], 'sh'],
  ['eval x y', [1, 2], null],
  ['eval -- x', [2], null],
  ["trap 'x' EXIT INT", [1], null],
])('%s hands over the words %j', (script, indices, shell) => {
  const found = started(script);
  expect(found).toMatchObject({ from: 'words', indices });
  expect(found?.interpreter?.shell ?? null).toBe(shell);
});

test.each([
  'sh script.sh', 'bash -c', 'powershell -c x', 'eval', 'trap - EXIT', "trap '' INT", 'trap -p', 'su --command=x user', 'su -c', 'runuser -u user x',
  'scl enable a -- make', 'scl -l', 'make x', 'bash $opts -c x',
])('%s hands over none', (script) => {
  expect(started(script)).toBeNull();
});

test.each(['sh', 'bash -e', 'bash -s a', 'su - user', 'su user -s /bin/bash', 'su user -- -x'])('%s reads its input', (script) => {
  expect(started(script)).toMatchObject({ from: 'input' });
});

test('-s names the shell of su', () => {
  expect(names(read("RUN su user -s /bin/bash -c 'a && b'").commands)).toBe('su a b');
  expect(read("RUN su user -s /bin/bash -c 'a && b'").commands[1]?.nestedShell).toMatchObject({ shell: 'bash' });
});
