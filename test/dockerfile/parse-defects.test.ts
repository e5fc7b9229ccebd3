/**
 * Every known defect of dockerfile-ast 0.7.1, by its number in the language sheet. The expected places are
 * marked by hand in the text: `⟦…⟧` around an instruction, `«…»` around its keyword.
 */
import type { DockerfileDocument, Instruction } from '../../src/dockerfile/nodes';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource } from '../../src/dockerfile/source';
import { markedInstructions } from '../support/marked-text';

function parse(text: string): DockerfileDocument {
  return parseDocument(createSource('Dockerfile', text));
}

function withTriggers(instructions: readonly Instruction[]): readonly Instruction[] {
  return instructions.flatMap((instruction) => (
    instruction.keyword === 'ONBUILD' && instruction.instruction !== null ? [instruction, instruction.instruction] : [instruction]
  ));
}

const INSTRUCTIONS: readonly (readonly [row: string, marked: string, keywords: readonly string[]])[] = [
  ['1: a heredoc with a blank', '⟦«RUN» sh << X\nUSER 0\nX⟧\n⟦«CMD» a⟧', ['RUN', 'CMD']],
  ['2: a heredoc with a file descriptor', '⟦«RUN» sh 3<<X\nUSER 0\nX⟧\n', ['RUN']],
  ['3: a heredoc name with a blank', '⟦«RUN» <<"A B"\nUSER 0\nA B⟧\n⟦«CMD» a⟧', ['RUN', 'CMD']],
  ['4: a heredoc name that is quoted in part', '⟦«RUN» <<X"Y"\nUSER 0\nXY⟧\n⟦«CMD» a⟧', ['RUN', 'CMD']],
  ['5: no heredoc behind <<- and a blank', '⟦«RUN» cat <<- X⟧\n⟦«USER» 0⟧\n⟦«X»⟧\n⟦«CMD» a⟧', ['RUN', 'USER', 'UNKNOWN', 'CMD']],
  ['6: two heredocs, of which one strips tabs', '⟦«COPY» <<-A <<B /d/\na\n\tA\nb\n\tB\nB⟧\n⟦«CMD» a⟧', ['COPY', 'CMD']],
  ['7: two backslashes at the end', '⟦«RUN» b \\\\⟧\n⟦«USER» 5⟧', ['RUN', 'USER']],
  ['7: two backslashes and blanks at the end', '⟦«RUN» b \\\\ \t⟧\n⟦«USER» 5⟧', ['RUN', 'USER']],
  ['8: a comment inside a keyword', '⟦«RU\\\n# c\nN» x⟧\n⟦«CMD» a⟧', ['RUN', 'CMD']],
  ['9: an unknown directive ends the directives', '# foo=bar\n# escape=`\n⟦«RUN» a `⟧\n⟦«RUN» b \\\n c⟧', ['RUN', 'RUN']],
  ['10: a first comment with an equals sign ends them too', '# my tool = x\n# escape=`\n⟦«RUN» a `⟧\n⟦«RUN» b \\\n c⟧', ['RUN', 'RUN']],
  ['11: CMD takes no heredoc', '⟦«CMD» <<X⟧\n⟦«USER» 0⟧\n⟦«X»⟧', ['CMD', 'USER', 'UNKNOWN']],
  ['12: a heredoc that never ends', '⟦«RUN» <<X\nUSER 0\nCMD a⟧', ['RUN']],
  ['13: a vertical tab before a keyword', '⟦«FROM» a⟧\n\v⟦«RUN» x⟧', ['FROM', 'RUN']],
  ['13: a no-break space before a keyword', '⟦«FROM» a⟧\n\u00a0⟦«RUN» x⟧', ['FROM', 'RUN']],
  ['14: a repeated escape directive', '# escape=`\n# escape=\\\n⟦«RUN» a `\n b⟧\n⟦«CMD» a⟧', ['RUN', 'CMD']],
  ['15: a heredoc with a blank in ONBUILD', '⟦«ONBUILD» ⟦«RUN» sh << X\nUSER 0\nX⟧⟧\n⟦«CMD» a⟧', ['ONBUILD', 'RUN', 'CMD']],
  ['16: blanks in JSON strings', '⟦«CMD» ["a b","c  d"]⟧', ['CMD']],
  ['19: a heredoc with a redirection', '⟦«RUN» cat <<X > f\nbody\nX⟧\n', ['RUN']],
  ['31: quotes with text behind them', '⟦«ENV» K="a b"c⟧', ['ENV']],
  ['32: a comment that is none', '⟦«LABEL» a=b # c⟧', ['LABEL']],
  ['33: flags inside ONBUILD', '⟦«ONBUILD» ⟦«COPY» --from=a b c⟧⟧', ['ONBUILD', 'COPY']],
  ['34: a byte-order mark', '\ufeff⟦«FROM» a⟧\n⟦«RUN» b⟧', ['FROM', 'RUN']],
  ['2c: a comment with a backslash in it', '⟦«RUN» \\\n# going\\going\na⟧\n⟦«CMD» b⟧', ['RUN', 'CMD']],
  ['2c: the same at the end', '⟦«RUN» \\\n# going\\going⟧\n', ['RUN']],
  ['not listed: an escape and a blank before the last escape', '⟦«RUN» a \\ \\\n b⟧\n⟦«CMD» a⟧', ['RUN', 'CMD']],
  ['not listed: an escape as the first character of a continued line', '⟦«RUN» a \\\n\\ b⟧\n⟦«USER» x⟧', ['RUN', 'USER']],
  ['not listed: a carriage return inside a line', '⟦«RUN» a\rUSER b⟧\n⟦«CMD» a⟧', ['RUN', 'CMD']],
  ['not listed: a comment between keyword and arguments', '⟦«RUN»\\\n# c\n x⟧\n⟦«CMD» a⟧', ['RUN', 'CMD']],
];

const ROWS = INSTRUCTIONS.flatMap((row) => {
  const [name, marked, keywords] = row;
  return [row, [`${name} (CRLF)`, marked.replaceAll('\n', '\r\n'), keywords] as const];
});

describe('instructions that dockerfile-ast reads wrongly', () => {
  it.each(ROWS)('row %s', (_, marked, keywords) => {
    const { text, instructions } = markedInstructions(marked);
    const document = parse(text);
    expect(withTriggers(document.instructions).map(({ keyword, range, keywordRange }) => ({ keyword, range, keywordRange }))).toEqual(
      instructions.map(({ start, end, keyword }, index) => ({ keyword: keywords[index], range: { start, end }, keywordRange: keyword })),
    );
    expect(document.disagreements).toEqual([]);
  });
});

/** The only instruction of a text. */
function only(text: string): Instruction {
  const { instructions } = parse(text);
  expect(instructions).toHaveLength(1);
  const [instruction] = instructions;
  if (instruction === undefined) throw new Error('no instruction');
  return instruction;
}

function strings(instruction: Instruction): readonly string[] | undefined {
  return 'command' in instruction && instruction.command?.form === 'json' ? instruction.command.elements.map(({ value }) => value) : undefined;
}

describe('values that dockerfile-ast reads wrongly', () => {
  it('row 16: blanks of JSON strings stay', () => {
    expect(strings(only('CMD ["a b","c  d"]'))).toEqual(['a b', 'c  d']);
  });

  it('row 17: escapes of JSON strings are decoded', () => {
    expect(strings(only('CMD ["\\u0041","a\\nb"]'))).toEqual(['A', 'a\nb']);
  });

  it.each(['CMD ["a",\'c\']', 'CMD ["a",]'])('row 18: %s is no JSON form', (text) => {
    expect(only(text)).toMatchObject({ command: { form: 'shell' } });
  });

  it('row 19: body and end of a heredoc are no words', () => {
    expect(only('RUN cat <<X > f\nbody\nX\n').words.map(({ raw }) => raw)).toEqual(['cat', '>', 'f']);
  });

  it('row 20: quotes hold a word together', () => {
    expect(only('RUN echo "a  b"').words.map(({ raw }) => raw)).toEqual(['echo', '"a  b"']);
  });

  it('row 21: a word is given as written', () => {
    expect(only('RUN echo a\\;b').words[1]).toMatchObject({ raw: 'a\\;b', value: 'a;b' });
  });

  it('row 22: the command of a health check may be JSON', () => {
    expect(strings(only('HEALTHCHECK CMD ["x y","z"]'))).toEqual(['x y', 'z']);
  });

  it('row 23: quotes hold a flag together', () => {
    expect(only('RUN --mount=type=secret,id="x y" cat').flags).toMatchObject([
      { name: 'mount', value: { value: 'type=secret,id=x y' }, options: [{ key: 'type' }, { key: 'id', value: { raw: '"x y"', value: 'x y' } }] },
    ]);
  });

  it.each([
    ['24', 'FROM "a:1"', 'a:1'],
    ['25', 'FROM a:', 'a:'],
    ['26', 'FROM ${R}/img', '${R}/img'],
    ['26', 'FROM ${B:-x:9}', '${B:-x:9}'],
    ['26', 'FROM a:${T:-latest}', 'a:${T:-latest}'],
  ])('row %s: the image of %s is one word', (_, text, value) => {
    expect(only(text)).toMatchObject({ image: { value } });
  });

  it('row 27: substitutions of every kind stay in their values', () => {
    expect(only('ENV X=${v#p} Y=${w%%q} Z=${u/a/b}')).toMatchObject({
      pairs: [{ value: { value: '${v#p}' } }, { value: { value: '${w%%q}' } }, { value: { value: '${u/a/b}' } }],
    });
  });

  it('row 28: a nested substitution stays in its word', () => {
    expect(only('USER ${A:-${B}}')).toMatchObject({ user: { raw: '${A:-${B}}' } });
  });

  it('row 29: RUN text is given to the shell as it is', () => {
    expect(only('RUN echo $$ $(id) \'$Q\'')).toMatchObject({ command: { form: 'shell', logical: { text: 'echo $$ $(id) \'$Q\'' } } });
  });

  it('row 30: a value keeps its variable', () => {
    expect(parse('ENV A=1\nENV B=$A').instructions[1]).toMatchObject({ pairs: [{ key: { value: 'B' }, value: { value: '$A' } }] });
  });

  it('row 31: quotes go although text follows', () => {
    expect(only('ENV K="a b"c')).toMatchObject({ pairs: [{ value: { raw: '"a b"c', value: 'a bc' } }] });
  });

  it('row 32: a later # is a pair without a value', () => {
    expect(only('LABEL a=b # c')).toMatchObject({ pairs: [{ key: { value: 'a' } }, { key: { value: '#' }, value: null }, { key: { value: 'c' }, value: null }] });
  });

  it('row 33: flags inside ONBUILD belong to the inner instruction', () => {
    expect(only('ONBUILD COPY --from=a b c')).toMatchObject({ flags: [], instruction: { flags: [{ name: 'from' }], sources: [{ raw: 'b' }], destination: { raw: 'c' } } });
  });

  it('row 2c: a RUN that holds only a comment is joined with the next line', () => {
    expect(only('RUN \\\n# going\\going\nUSER 0\n')).toMatchObject({ argumentText: 'USER 0', comments: [{ text: 'going\\going' }] });
  });
});
