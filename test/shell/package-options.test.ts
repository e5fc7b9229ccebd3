import { MANAGERS } from '../../src/shell/package-manager-table';
import { parsePackageWords } from '../../src/shell/package-options';
import { commandsOf } from './support';

function parsed(line: string, lookup: (name: string) => string | null = () => null): string {
  const [command] = commandsOf(line);
  const shape = MANAGERS.get(command?.name ?? '');
  if (command === undefined || shape === undefined) throw new Error(`no manager in ${line}`);
  const { subcommandText, options, operands, opaque } = parsePackageWords(command.words.slice(1), shape, lookup);
  return [
    subcommandText,
    options.map(({ name, value }) => (value === null ? name : `${name}:${value}`)).join(' '),
    operands.map(({ value }) => value).join(' '),
    opaque.map(({ raw }) => raw).join(' '),
  ].join(' | ').trim();
}

test.each([
  ['apt-get install a b', 'install |  | a b |'],
  ['apt-get -y install --no-install-recommends a', 'install | -y --no-install-recommends | a |'],
  ['apt-get install -yqq a', 'install | -y -q -q | a |'],
  ['apt-get -qq=2 install', 'install | -q -q:2 |  |'],
  ['apt-get -o A::B=c -oD=e -o=F=g --option H=i install a', 'install | -o:A::B=c -o:D=e -o:F=g --option:H=i | a |'],
  ['apt-get install -t bookworm-backports a --target-release=b', 'install | -t:bookworm-backports --target-release:b | a |'],
  ['apt-get install -yt b a', 'install | -y -t:b | a |'],
  ['apt-get install -- -a b', 'install |  | -a b |'],
  ['apt-get install a -o', 'install | -o | a |'],
  ['apt-get', '|  |  |'],
  ['apt-get "install" \'a\'', 'install |  | a |'],
  ['apt-get install $A "$B" ${C[@]} $(d) `e` f$G $H-dev -$I', 'install | -$ -I | f$G $H-dev | $A "$B" ${C[@]} $(d) `e`'],
  ['apt-get $A install b', 'install |  | b | $A'],
  ['apk add --no-cache -t .deps --virtual=.x -X repo a', 'add | --no-cache -t:.deps --virtual:.x -X:repo | a |'],
  ['zypper -n --gpg-auto-import-keys in -y -t pattern a', 'in | -n --gpg-auto-import-keys -y -t:pattern | a |'],
  ['zypper -p url in a', 'in | -p:url | a |'],
  ['dnf install -y --setopt=a=b --enablerepo c d', 'install | -y --setopt:a=b --enablerepo:c | d |'],
  ['dnf group install "Development Tools"', 'group install |  | Development Tools |'],
  ['pacman -Syu --noconfirm a b', '| -S -y -u --noconfirm | a b |'],
  ['npm cache clean --force', 'cache clean | --force |  |'],
  ['pip install -r requirements.txt -U a', 'install | -r:requirements.txt -U | a |'],
])('%s', (line, expected) => {
  expect(parsed(line)).toBe(expected);
});

test('known variables are read as if they were written out', () => {
  const values: Record<string, string> = { A: 'a  b', B: '-y', C: '1.0', D: '' };
  const lookup = (name: string): string | null => values[name] ?? null;
  expect(parsed('apt-get install $B $A c=$C "$A" $D $E', lookup)).toBe('install | -y | a b c=1.0 a  b | $E');
});

test.each([
  ['apt-get install $A', false],
  ['apt-get install "${A}" b', false],
  ['apt-get install $A$A', false],
  ['apt-get install $B', true],
  ['apt-get install $C', true],
  ['apt-get install $A $C', true],
  ['apt-get install ${A:-b}', true],
  ['apt-get install $(a $A)', true],
  ['apt-get $A b', true],
  ['apt-get install a', false],
])('%s may hide options: %s', (line, expected) => {
  const [command] = commandsOf(line);
  const shape = MANAGERS.get('apt-get');
  if (command === undefined || shape === undefined) throw new Error('no command');
  const choices: Record<string, readonly string[]> = { A: ['a', 'b c'], B: ['a', 'b -y'] };
  expect(parsePackageWords(command.words.slice(1), shape, () => null, (name) => choices[name] ?? []).mayHideOptions).toBe(expected);
});

test('a word out of a variable stands where the variable stands', () => {
  const [command] = commandsOf('apt-get install $A');
  const shape = MANAGERS.get('apt-get');
  if (command === undefined || shape === undefined) throw new Error('no command');
  const { operands } = parsePackageWords(command.words.slice(1), shape, () => 'a b');
  expect(operands.map(({ value, raw, range }) => [value, raw, range])).toEqual([
    ['a', '$A', command.words[2]?.range], ['b', '$A', command.words[2]?.range],
  ]);
});

test('options in front of the subcommand are told from those behind it', () => {
  const [command] = commandsOf('zypper -n install -n a');
  const shape = MANAGERS.get('zypper');
  if (command === undefined || shape === undefined) throw new Error('no command');
  expect(parsePackageWords(command.words.slice(1), shape, () => null).options.map(({ inFront }) => inFront)).toEqual([true, false]);
});

test.each([
  ['go install -ldflags "-s -w" -v a@1 b', '-ldflags=-s -w|-v', 'a@1|b'],
  ['go install -ldflags=-s a', '-ldflags=-s', 'a'],
  ['go install --tags x,y a', '-tags=x,y', 'a'],
  ['go get -d -u a', '-d|-u', 'a'],
])('options of one dash: %s', (line, options, operands) => {
  const [command] = commandsOf(line);
  const shape = MANAGERS.get('go');
  if (command === undefined || shape === undefined) throw new Error('no command');
  const read = parsePackageWords(command.words.slice(1), shape, () => null);
  expect(read.options.map(({ name, value }) => (value === null ? name : `${name}=${value}`)).join('|')).toBe(options);
  expect(read.operands.map(({ value }) => value).join('|')).toBe(operands);
});
