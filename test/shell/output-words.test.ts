import { outputWords } from '../../src/shell/output-words';
import { commandsIn } from '../../src/shell/word-count';
import { read } from './support';

function wordsOf(substitution: string): string {
  const { scripts: [script] } = read(`RUN ( x $(${substitution}) )`);
  const range = script?.commands.find(({ name }) => name === 'x')?.words[1]?.expansions[0]?.range;
  if (script === undefined || range === undefined) throw new Error(`no substitution in ${substitution}`);
  return outputWords(commandsIn(script, range.start, range.end), ({ name }) => name === 'one');
}

describe('what a substitution prints', () => {
  test.each([
    'nproc', 'uname -m', 'id -u', 'id -un app', 'dpkg --print-architecture', 'apk --print-arch', 'lsb_release -cs', 'lsb_release -c -s', 'rpm -E %fedora', 'mktemp -d', 'date +%s',
    'getconf _NPROCESSORS_ONLN', 'git rev-parse HEAD', 'cat /etc/apk/arch', 'echo "$one"', 'echo -n a-$one', 'basename $one', 'y | wc -l', 'grep -c y z',
    'uname -s | tr A-Z a-z', 'dpkg --print-architecture | cut -d- -f2', 'echo $one | awk "{print \\$1}"', '. /etc/os-release; echo "$VERSION_CODENAME"', '. /etc/os-release && echo $ID',
  ])('one word: %s', (substitution) => expect(wordsOf(substitution)).toBe('one'));

  test.each(['find /y', 'ls', 'cat y', 'seq 3', 'y | sort -u', 'apt-mark showmanual', 'y | xargs z'])('several words: %s', (substitution) => {
    expect(wordsOf(substitution)).toBe('several');
  });

  test.each([
    'y', 'curl z', 'uname -a', 'uname -m -r', 'date', 'echo $y', 'echo a b', 'basename "$y"', 'nproc | y', 'nproc | sed "s/1/1 2/"', '. /y; echo "$ID"', 'y; nproc', 'if y; then nproc; fi', '$y', 'A=b', '. /etc/os-release; echo $NAME',
  ])('nobody knows: %s', (substitution) => expect(wordsOf(substitution)).toBe('unknown'));
});
