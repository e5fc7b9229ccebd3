import rule from '../../rules/shell/no-unassigned-shell-var';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-unassigned-shell-var', () => {
  it.each([
    'FROM debian:12\nRUN x "«$a»" > «$b» && y=«${c}» && for z in «$d»; do :; done && x $a',
    'FROM debian:12\nRUN (( a = 1 )); x $a $((b++)) $b; x ${c:=d} $c; let d=1; x $d; read -r e f; x $f; printf -v g x; x $g; h[0]=1; x $h; i+=x; x $i',
    'FROM debian:12\nRUN source ./x; echo $a\nRUN eval "$(x)"; echo $a',
    'FROM debian:12\nRUN x ${a:-b} ${c-d} ${e:+f} ${g:?} "\\$h" \'$i\' $_ $1 $@',
    'FROM debian:12\nENV a=b\nARG c\nRUN x $a $c $http_proxy $no_proxy\nFROM debian:12\nRUN x «$a»',
    'FROM debian:12\nRUN bash -c \'a=1; echo $a\'',
    'FROM debian:12\nSHELL ["/bin/zsh", "-c"]\nRUN x $path',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN x $a',
    'FROM debian:12\nRUN x $JAVA_HOME $A1',
    'FROM debian:12\nRUN f() { local a="$1"; x "$a"; }; f',
    'FROM debian:12\nONBUILD RUN x $a',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each([
    ['FROM debian:12\nRUN dir1=a; x $dir2', 'unassigned'],
    ['FROM debian:12\nARG target\nRUN x $tarqet', 'misspelt'],
    ['FROM debian:12\nARG Target\nRUN x $target', 'misspelt'],
    ['FROM debian:12\nARG abc\nRUN x $abd', 'unassigned'],
    ['FROM debian:12\nRUN x $target\nARG TARGET', 'unassigned'],
  ])('%s is %s', (text, messageId) => {
    expect(problemsOf(rule, text).map((problem) => problem.messageId)).toEqual([messageId]);
  });
});
