import { bashismsIn } from '../../src/shell/bashisms';
import { marked, read, unmarked } from './support';

function remarked(text: string, kind: 'dash' | 'ash' | 'sh' | 'bash'): string {
  const { source, scripts } = read(unmarked(text), { shell: { kind } });
  return marked(source, scripts.flatMap(bashismsIn).map(({ range }) => range));
}

const BOTH = [
  'RUN «a=(b c)»', 'RUN «a+=b»', 'RUN x «&>> f»', 'RUN cat «<<< x»', 'RUN x «|&» y', 'RUN «select» a in b; do c; done', 'RUN «pushd» /x', 'RUN «declare» a=b', 'RUN «((» a++ ))', 'RUN «shopt» -s x',
  'RUN touch «{a,b}»', 'RUN for a in «{1..3}»; do b; done', 'RUN echo «${a^^}» "«${!b}»" «${c[1]}» «${d@Q}»', 'RUN «read -a» x', 'RUN «read -ra» x', 'RUN «export -f» x', 'RUN x > «{a,b}»',
];
const DASH = [
  'RUN «[[» $a == «b» ]]', 'RUN «source» x', 'RUN «let» a=1', 'RUN «echo -e» x', 'RUN «echo -ne» x', 'RUN x «&> f»', 'RUN x «>& f»', 'RUN x «<(y)»', "RUN x «$'a'»", 'RUN x «${a//b/c}» «${a:1:2}»', 'RUN a=«${b/c/d}»',
  'RUN [ a «==» b ]', 'RUN test a «==» b', 'RUN «read -n» 1 x', "RUN «trap» 'x' ERR", 'RUN x=$(«source» y)', 'RUN <<EOF\n«source» x\nEOF',
].map((text) => text.replace('«b» ]]', 'b ]]'));
const NEITHER = [
  'RUN [ a = b ] && . x && echo -n x && printf x && x > f 2>&1', 'RUN x >&2 2>&-', 'RUN echo "${a:-b}" ${a%%.*} ${#a} $((1 + 2))', 'RUN grep -E a{1,2} x', 'RUN echo "[[" \'source\' "{a,b}" "$\'x\'"',
  'RUN find . -exec x {} +', 'RUN read -r a', 'RUN local a=b', 'RUN bash -c "[[ a ]]; source x"', 'RUN /bin/echo -e x', 'RUN [ a "==" b ]', 'RUN echo -x', "RUN trap 'x' EXIT",
];

describe('bashisms', () => {
  test.each(BOTH)('neither dash nor ash knows %s', (text) => {
    expect([remarked(text, 'dash'), remarked(text, 'ash')]).toEqual([text, text]);
  });

  test.each(DASH)('dash does not know, and ash does: %s', (text) => {
    expect([remarked(text, 'dash'), remarked(text, 'ash')]).toEqual([text, unmarked(text)]);
  });

  test.each(NEITHER)('both know %s', (text) => expect([remarked(text, 'dash'), remarked(text, 'ash')]).toEqual([text, text]));

  test.each([...BOTH, ...DASH])('of another shell nothing is said: %s', (text) => {
    expect([remarked(text, 'sh'), remarked(text, 'bash')]).toEqual([unmarked(text), unmarked(text)]);
  });
});
