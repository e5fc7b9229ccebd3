import rule from '../../rules/shell/no-single-quoted-expansion';
import { remarked } from '../support/run-rule';

describe('no-single-quoted-expansion', () => {
  it.each([
    "FROM debian:12\nENV A=b\nRUN curl 'x/«$A»/$A' \"it's $A\" && curl 'x/«${A}»'",
    "FROM debian:12\nENV A=b\nRUN curl \"'$A'\" \\'$A\\' $'$A' '\\${A:-x}'",
    "FROM debian:12\nENV A=b\nRUN curl \\\n  -H \"B: $A\" \\\n  -H 'A: «$A»'",
    "FROM debian:12\nENV A=b\nRUN echo '«$A»'; (echo '$A') > f; echo '$A' | x",
    "FROM debian:12\nENV A=b\nRUN /usr/bin/awk '$A'; xargs sh -c '$A'; env B=c jq '$A'; sed 's/$A/b/' f; python3 -c '$A'; su -c 'x $A' u",
    "FROM debian:12\nRUN a=b; curl '«$a»'; curl '$b'",
    "FROM debian:12\nENV A=b\nRUN curl -H 'A: «$A»' > f",
  ])('judges %s', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });
});
