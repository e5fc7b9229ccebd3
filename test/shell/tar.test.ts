import { tarExtraction } from '../../src/shell/tar';
import { commandsOf } from './support';

function extracted(script: string): string | null {
  const [command] = commandsOf(script);
  const found = command === undefined ? null : tarExtraction(command);
  return found === null ? null : `${found.archive?.value ?? '-'}${found.selects ? ' selects' : ''}`;
}

test.each([
  ['tar xzf a.tgz', 'a.tgz'],
  ['tar -xzf a.tgz -C /opt', 'a.tgz'],
  ['tar xfC a.tar /opt', 'a.tar'],
  ['tar -C /opt -xf "a b.tar"', 'a b.tar'],
  ['tar -xzvfa.tgz', 'a.tgz'],
  ['tar -x -z -f a.tgz', 'a.tgz'],
  ['/bin/tar --extract --file=a.tgz --directory /opt', 'a.tgz'],
  ['bsdtar --get --file a.tgz', 'a.tgz'],
  ['tar xf a-$V.tar', 'a-$V.tar'],
  ['tar xz', '-'],
  ['tar -xf - -C /opt', '-'],
  ['tar xf', '-'],
  ['tar xf a.tar b/c', 'a.tar selects'],
  ['tar xf a.tar -- b', 'a.tar selects'],
  ['tar xf a.tar --strip-components=1', 'a.tar selects'],
  ['tar xf a.tar --strip-components 1', 'a.tar selects'],
  ['tar xf a.tar --exclude b', 'a.tar selects'],
  ['tar xOf a.tar', 'a.tar selects'],
])('%s unpacks %s', (script, expected) => {
  expect(extracted(script)).toBe(expected);
});

test.each(['tar czf a.tgz b', 'tar tf a.tar', 'tar --create --file=a.tar x', 'echo tar xf a.tar', '$TAR xf a.tar', 'unzip a.zip', 'tar'])('%s unpacks nothing', (script) => {
  expect(extracted(script)).toBeNull();
});
