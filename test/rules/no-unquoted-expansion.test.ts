import rule from '../../rules/shell/no-unquoted-expansion';
import { remarked } from '../support/run-rule';

describe('no-unquoted-expansion', () => {
  it.each([
    'FROM debian:12\nARG A\nRUN rm -rf «$A» && [ «$A» = x ] && exit $? && sudo rm «$A»',
    'FROM debian:12\nARG A\nRUN x \\\n  # why\n  --opt=«${A}»/b \\\n  y «${A%.*}» "${A}"',
    'FROM debian:12\nARG A\nRUN <<EOF\nrm «$A»\ncat <<X\n$A\nX\nEOF',
    'FROM debian:12\nARG A\nRUN ["sh", "-c", "rm «$A»"]',
    'FROM debian:12\nARG A\nRUN x=$(y «$A») && z "$(y «$A»)" && y "$x"',
    'FROM debian:12\nARG A\nRUN x «$A»/«$B»/c'.replace('«$B»', '$B'),
    'FROM debian:12\nARG A\nRUN for f in $A; do rm $f; done && for g in *.c; do rm «$g»; done',
    'FROM debian:12\nARG A\nRUN while read -r f; do rm «$f»; done < list',
    'FROM debian:12\nARG A\nRUN $A x && sudo $A && bash -c "x $A" && eval x $A && export B=$A C=${A:-d}',
    'FROM debian:12\nARG A\nRUN x "$@" $@ $* ${A:+--flag "$A"} ${#A}',
    'FROM debian:12\nARG A\nSHELL ["/bin/zsh", "-c"]\nRUN rm $A',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nARG A\nRUN del $A',
    'FROM debian:12\nARG A=b\nARG TARGETARCH\nENV C=$A-$TARGETARCH\nRUN x $A $C $TARGETARCH $HOME/a ~/$C',
    'FROM debian:12\nARG TITLE="a b"\nRUN x $TITLE --title=«$TITLE»',
    'FROM debian:12\nONBUILD ARG A\nONBUILD RUN rm «$A»',
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });
});
