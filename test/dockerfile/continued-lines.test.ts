import { continuedLines } from '../../src/dockerfile/continued-lines';
import { parseDocument } from '../../src/dockerfile/parse';
import { createSource, sliceOf } from '../../src/dockerfile/source';

/** Kind and text of each line of the instruction at `index`; `+` marks those that go on. */
function linesOf(text: string, index = 0): readonly string[] {
  const source = createSource('Dockerfile', text);
  const { instructions, escape } = parseDocument(source);
  const instruction = instructions[index];
  if (instruction === undefined) throw new Error('no such instruction');
  return continuedLines(source, escape, instruction).map((line) => `${line.kind}${line.escapeAt === null ? '' : '+'} ${sliceOf(source, line.range)}`);
}

describe('continuedLines', () => {
  it.each([
    ['RUN a', []],
    ['RUN a\nRUN b', []],
    ['RUN a \\', []],
    ['RUN a \\\n', []],
    ['RUN a \\\n b\nRUN c', ['text+ RUN a \\', 'text  b']],
    ['RUN a \\\n\n # c\n b\n\nRUN c', ['text+ RUN a \\', 'blank ', 'comment  # c', 'text  b']],
    ['RUN a \\ \r\n \t\r\n b\r\n', ['text+ RUN a \\ ', 'blank  \t', 'text  b']],
    ['RUN a \\\n\n\n', ['text+ RUN a \\', 'blank ', 'blank ']],
    ['RUN a \\\\\nRUN b', []],
    ['# escape=`\nRUN a `\n\n b \\\nRUN c', ['text+ RUN a `', 'blank ', 'text  b \\']],
    ['RUN a \\\n\n <<E\nbody \\\n\nE\nRUN b', ['text+ RUN a \\', 'blank ', 'text  <<E']],
    ['RUN <<E\nbody \\\n\nE\nRUN b', []],
    ['ONBUILD \\\n RUN \\\n a', ['text+ ONBUILD \\', 'text+  RUN \\', 'text  a']],
    ['\ufeffRUN \\\n\\\n a', ['text+ RUN \\', 'text+ \\', 'text  a']],
  ])('reads %j', (text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  it('tells where the escape character and the first visible character stand', () => {
    const source = createSource('Dockerfile', 'RUN a \\  \n  b');
    const [instruction] = parseDocument(source).instructions;
    const lines = instruction === undefined ? [] : continuedLines(source, '\\', instruction);
    expect(lines.map(({ visible, escapeAt }) => [visible, escapeAt])).toEqual([[0, 6], [12, null]]);
  });
});
