import { scan, splitKeyword, takesHeredocs } from '../../src/dockerfile/scan';
import { createSource, sliceOf } from '../../src/dockerfile/source';

function scanned(text: string) {
  return scan(createSource('Dockerfile', text));
}

function lines(text: string): readonly string[] {
  return scanned(text).instructions.map(({ logical }) => logical.text);
}

describe('logical lines', () => {
  it.each([
    ['a line each', 'FROM a\nRUN b\n', ['FROM a', 'RUN b']],
    ['no end of line at the end', 'FROM a\nRUN b', ['FROM a', 'RUN b']],
    ['CRLF', 'FROM a\r\nRUN b \\\r\n c\r\n', ['FROM a', 'RUN b  c']],
    ['several carriage returns at the end', 'RUN b \\\r\r\n c\r\r\n', ['RUN b  c']],
    ['a carriage return inside a line', 'RUN a\rb', ['RUN a\rb']],
    ['nothing', '', []],
    ['blank lines only', '\n \t\n\u00a0\n\v\n', []],
    ['a byte-order mark', '\ufeffFROM a', ['FROM a']],
    ['white space before instructions', ' \t\v\u00a0\u2028FROM a\n\tRUN b', ['FROM a', 'RUN b']],
    ['a zero-width space, which is none', '\u200bFROM a', ['\u200bFROM a']],
    ['a continuation', 'RUN a \\\n  b', ['RUN a   b']],
    ['blanks behind the escape character', 'RUN a \\ \t\n  b', ['RUN a   b']],
    ['a vertical tab behind it', 'RUN a \\\v\nCMD b', ['RUN a \\\v', 'CMD b']],
    ['two escape characters', 'RUN a \\\\\nCMD b', ['RUN a \\\\', 'CMD b']],
    ['three escape characters', 'RUN a \\\\\\\nCMD b', ['RUN a \\\\\\', 'CMD b']],
    ['an escape, a blank and an escape', 'RUN a \\ \\\nb', ['RUN a \\ b']],
    ['an escape character alone on its line', 'RUN a \\\n\\\n \\\nb', ['RUN a  b']],
    ['a blank line inside', 'RUN a \\\n\n \t\nb', ['RUN a b']],
    ['a comment inside', 'RUN a \\\n# c\n  # d \\\nb', ['RUN a b']],
    ['a later hash', 'RUN a # b \\\n c # d', ['RUN a # b  c # d']],
    ['the other escape character', 'RUN a `\nCMD b', ['RUN a `', 'CMD b']],
    ['an escape directive', '# escape=`\nRUN a `\n b \\\nCMD c', ['RUN a  b \\', 'CMD c']],
    ['an escape at the end of the file', 'RUN a \\', ['RUN a ']],
    ['an escape at the end of the last line', 'RUN a \\\n', ['RUN a ']],
    ['a comment with an escape at its end', '# a \\\nRUN b', ['RUN b']],
    ['an indented comment', ' \t# a\n\u00a0#b\nRUN c', ['RUN c']],
    ['a split keyword', 'RU\\\nN a', ['RUN a']],
    ['a keyword split by a comment and a blank line', 'RU\\\n # c\n\nN a', ['RUN a']],
    ['a keyword that ends in a continuation', 'RUN\\\n a', ['RUN a']],
    ['a continuation before a keyword', '\\\n RUN a', ['RUN a']],
    ['nothing but escape characters', 'RUN a\n\\\n\\', ['RUN a', '']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('know where they come from', () => {
    const source = createSource('Dockerfile', 'FROM a\nRUN b \\\n# c\n  d');
    expect(scan(source).instructions[1]).toMatchObject({
      range: { start: 7, end: 22 },
      keywordRange: { start: 7, end: 10 },
      logical: { segments: [{ at: 0, source: 7 }, { at: 6, source: 19 }] },
    });
  });

  it('begin at an escape character that stands before their keyword', () => {
    const source = createSource('Dockerfile', ' \\\n # c\n RUN a');
    const [instruction] = scan(source).instructions;
    expect(instruction).toMatchObject({
      range: { start: 1, end: 14 }, keywordRange: { start: 9, end: 12 }, keywordText: 'RUN', comments: [{ text: 'c' }],
    });
  });

  it('without any keyword point at the escape character', () => {
    expect(scanned('\\\n').instructions).toMatchObject([{ keywordText: '', keywordRange: { start: 0, end: 1 }, range: { start: 0, end: 1 } }]);
  });
});

describe('comments', () => {
  it('stand between instructions or inside one', () => {
    const { comments, instructions } = scanned('# a \nRUN b \\\n#  c\r\n d\n\t#e');
    expect(comments).toEqual([
      { kind: 'comment', range: { start: 0, end: 4 }, text: 'a' },
      { kind: 'comment', range: { start: 23, end: 25 }, text: 'e' },
    ]);
    expect(instructions[0]?.comments).toEqual([{ kind: 'comment', range: { start: 13, end: 17 }, text: 'c' }]);
  });

  it('are neither directives nor lines of a heredoc', () => {
    expect(scanned('# syntax=a\n# b\nRUN <<X\n# c\nX\n').comments.map(({ text }) => text)).toEqual(['b']);
  });

  it('at the end of a file that a continuation left open belong to the instruction', () => {
    const { comments, instructions } = scanned('RUN a \\\n# b\n');
    expect(comments).toEqual([]);
    expect(instructions).toMatchObject([{ range: { start: 0, end: 11 }, comments: [{ text: 'b' }] }]);
  });

  it('may be a #! line', () => {
    expect(scanned('#!/bin/x\nFROM a').comments.map(({ text }) => text)).toEqual(['!/bin/x']);
  });
});

describe('heredocs', () => {
  const bodies = (text: string): readonly (readonly [string, string, string | null])[] => {
    const source = createSource('Dockerfile', text);
    return scan(source).instructions.flatMap(({ heredocs }) => heredocs).map(({ range, bodyRange, endRange }) => (
      [sliceOf(source, range), sliceOf(source, bodyRange), endRange === null ? null : sliceOf(source, endRange)]
    ));
  };

  it.each([
    ['RUN <<X\na\nb\nX\nCMD c', [['<<X', 'a\nb\n', 'X']]],
    ['RUN <<X\nX', [['<<X', '', 'X']]],
    ['RUN <<X\r\na\r\nX\r\nCMD c', [['<<X', 'a\r\n', 'X']]],
    ['RUN <<X\nX \n X\n\tX\nX', [['<<X', 'X \n X\n\tX\n', 'X']]],
    ['RUN <<-X\n\ta\n\t\tX\n', [['<<-X', '\ta\n', '\t\tX']]],
    ['COPY <<A <<B /d/\na\nA\nb\nB\n', [['<<A', 'a\n', 'A'], ['<<B', 'b\n', 'B']]],
    ['RUN <<X \\\n && b\na\nX\n', [['<<X', 'a\n', 'X']]],
    ['RUN <<X \\\n# c\n\n && b\na\nX\n', [['<<X', 'a\n', 'X']]],
    ['RUN <<X\na', [['<<X', 'a', null]]],
    ['RUN <<X', [['<<X', '', null]]],
    ['RUN <<X \\', [['<<X', '', null]]],
    ['COPY <<A <<B /d/\na\n', [['<<A', 'a\n', null], ['<<B', '', null]]],
    ['add <<X /d\na\nX', [['<<X', 'a\n', 'X']]],
    ['ONBUILD RUN <<X\na\nX', [['<<X', 'a\n', 'X']]],
    ['ONBUILD COPY --chown=a <<X /d\na\nX', [['<<X', 'a\n', 'X']]],
    ['RUN --mount=type=cache,target=/x <<X\na\nX', [['<<X', 'a\n', 'X']]],
    ['RUN ["<<X"]\nCMD a', []],
    ['RUN ["a"] <<X\nb\nX', [['<<X', 'b\n', 'X']]],
    ['CMD <<X\nX', []],
    ['ENTRYPOINT <<X\nX', []],
    ['ONBUILD ONBUILD RUN <<X\nX', []],
    ['RUN a # <<X\nX', [['<<X', '', 'X']]],
    ['RUN a \\\n# <<X\n b\nCMD c', []],
    ['# <<X\nFROM a', []],
    ['RUN cat <<"A \\\nB"\na\nA B', [['<<"A \\\nB"', 'a\n', 'A B']]],
  ])('of %j', (text, expected) => {
    expect(bodies(text)).toEqual(expected);
  });

  it('end the instruction with their end line', () => {
    const source = createSource('Dockerfile', 'RUN <<X\na\nX\nCMD b');
    expect(scan(source).instructions.map(({ range }) => sliceOf(source, range))).toEqual(['RUN <<X\na\nX', 'CMD b']);
  });
});

describe('a keyword', () => {
  it.each([
    ['RUN a', 3, 4],
    ['RUN\t\v\f\r a', 3, 8],
    ['RUN', 3, 3],
    ['RUN  ', 3, 3],
    ['RUN\u00a0a', 5, 5],
    ['RUN\u00a0', 3, 3],
    ['RUN \u00a0a', 3, 5],
  ])('of %j ends at %d, its arguments begin at %d', (text, keywordEnd, argumentStart) => {
    expect(splitKeyword(text)).toEqual({ keywordEnd, argumentStart });
  });

  it('takes heredocs only for RUN, COPY and ADD', () => {
    expect(['RUN', 'COPY', 'ADD', 'CMD', 'ONBUILD', 'run'].filter(takesHeredocs)).toEqual(['RUN', 'COPY', 'ADD']);
  });
});
