import { heredocWords } from '../../src/dockerfile/read-heredocs';

function found(text: string): readonly string[] {
  return heredocWords(text).map(({ start, end, name }) => `${text.slice(start, end)} → ${name}`);
}

describe('heredoc words', () => {
  it.each([
    ['RUN <<X', ['<<X → X']],
    ['RUN cat <<X > f', ['<<X → X']],
    ['RUN cat <<X>f', ['<<X>f → X>f']],
    ['RUN cat <<X; ls', ['<<X; → X;']],
    ['RUN 3<<X', ['3<<X → X']],
    ['RUN <<-X', ['<<-X → X']],
    ['RUN << X', ['<< X → X']],
    ['RUN <<  X  y', ['<<  X → X']],
    ['RUN << -X', ['<< -X → -X']],
    ['RUN <<"X"', ['<<"X" → X']],
    ["RUN <<'X'", ["<<'X' → X"]],
    ['RUN <<X"Y"', ['<<X"Y" → XY']],
    ['RUN <<"A B" c', ['<<"A B" → A B']],
    ["RUN <<eo\\'f", ["<<eo\\'f → eo'f"]],
    ['RUN <<\\X', ['<<\\X → X']],
    ['RUN <<$X', ['<<$X → $X']],
    ['RUN <<${X}', ['<<${X} → ${X}']],
    ['COPY <<a.txt <<b.txt /d', ['<<a.txt → a.txt', '<<b.txt → b.txt']],
    ['RUN echo $(( 1 <<X ))', ['<<X → X']],
    ['RUN echo "a b" <<X', ['<<X → X']],
    ["RUN echo 'a \" b' <<X", ['<<X → X']],
    ['RUN echo "a \\" b" <<X', ['<<X → X']],
    ['RUN echo \\" <<X', ['<<X → X']],
    ['RUN echo ${a:-b c} <<X', ['<<X → X']],
    ['RUN echo $$ <<X', ['<<X → X']],
    ['RUN echo ${a:-"x}y"} <<X', ['<<X → X']],
    ['RUN echo ${a:- <<Y} ', ['<<Y} → Y}']],
    ['RUN a <b <<X', ['<<X → X']],
  ])('of %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'RUN cat', 'RUN <<', 'RUN <<-', 'RUN <<- X', 'RUN cat<<X', 'RUN a3<<X', 'RUN "<<X"', "RUN '<<X'", 'RUN \\<<X', 'RUN <<<X', 'RUN <<<"X y"',
    'RUN <<""', 'RUN <<X<Y', 'RUN $<<X', 'RUN ""<<X', 'RUN x=<<X',
  ])('are none in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['an open double quote', 'RUN echo "a <<X'],
    ['an open single quote', "RUN echo don't <<X"],
    ['an open brace', 'RUN echo ${a <<X'],
    ['a substitution that the builder does not know', 'RUN echo ${a[0]} <<X'],
    ['an empty substitution', 'RUN echo ${} <<X'],
    ['an open substitution in quotes', 'RUN echo "${a" <<X'],
  ])('are none behind %s, where the builder gives up on the line', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(found(`RUN <<X ${text.slice(4)}`)).toEqual([]);
  });

  it('say whether they are quoted, strip tabs and name a file descriptor', () => {
    const words = heredocWords('RUN <<A 3<<-B <<"C" <<D\'d\' <<\\E');
    expect(words.map(({ name, quoted, stripTabs, fileDescriptor }) => [name, quoted, stripTabs, fileDescriptor])).toEqual([
      ['A', false, false, null],
      ['B', false, true, 3],
      ['C', true, false, null],
      ['Dd', true, false, null],
      ['E', false, false, null],
    ]);
  });
});
