import { createShellView } from '../../src/shell/view';
import { swallowedInstructions } from '../../src/shell/swallowed-instructions';
import { modelOf } from '../support/model';

/** Keyword, how it is read, and whether a blank line stands before it. */
function swallowedIn(text: string): readonly string[] {
  const model = modelOf(text);
  const shell = createShellView(model);
  return model.document.instructions.flatMap((instruction) =>
    swallowedInstructions(model, shell, instruction).map(({ keyword, command, line, behindBlank }) =>
      [keyword, command === null ? 'argument' : 'program', ...(line === null ? ['in the line'] : []), ...(behindBlank ? ['behind a blank line'] : [])].join(', '),
    ),
  );
}

describe('swallowedInstructions', () => {
  it.each([
    ['FROM a\nRUN a \\\nCOPY b /c', ['COPY, argument']],
    ['FROM a\nRUN a \\\n\nCOPY b /c', ['COPY, argument, behind a blank line']],
    ['FROM a\nRUN a && \\\n # x\n\n  COPY b /c', ['COPY, program, behind a blank line']],
    ['FROM a\nRUN a && \\\n b \\\n && COPY b /c', ['COPY, program, in the line']],
    ['FROM a\nRUN <<E\na\nCOPY b /c\nE', ['COPY, program, in the line']],
    ['FROM a\nRUN RUN b', ['RUN, program, in the line']],
    ['FROM a\nRUN a \\\nCMD b \\\nUSER c', ['CMD, argument', 'USER, argument']],
    ['FROM a\nCMD ["a"] \\\nRUN b', ['RUN, argument']],
    ['FROM a\nCOPY a /b \\\nRUN c', ['RUN, argument']],
    ['FROM a\nARG A \\\nARG B', ['ARG, argument']],
    ['FROM a\nENV A 1 \\\nENV B 2', ['ENV, argument']],
    ['FROM a\nWORKDIR /a \\\n\nRUN c', ['RUN, argument, behind a blank line']],
    ['FROM a\nONBUILD RUN a \\\nCOPY b /c', ['COPY, argument']],
    ['from a\nrun a \\\n\ncopy b /c', ['copy, argument, behind a blank line']],
  ])('finds what %j hides', (text, expected) => {
    expect(swallowedIn(text)).toEqual(expected);
  });

  it.each([
    'FROM a\nRUN a && \\\n  b',
    'FROM a\nRUN echo "\\\nCOPY b /c"',
    "FROM a\nRUN printf '\\\nFROM b\\n\\\nRUN c\\n' > Dockerfile",
    'FROM a\nRUN cat <<E > x\nCOPY b /c\nE',
    'FROM a\nRUN <<E python3\nCOPY b /c\nE',
    'FROM a\nRUN USER=b a && \\\nUSER=b c',
    'FROM a\nRUN a \\\nUSER',
    'FROM a\nRUN a \\\nUSER && b',
    'FROM a\nRUN apt-get install \\\n  user x',
    'from a\nrun a \\\nenv x',
    'FROM a\nRUN a \\\n\nenv x',
    'FROM a\nHEALTHCHECK --interval=1s \\\n\n  CMD a',
    'FROM a\nONBUILD \\\nRUN a',
    'FROM a \\\nRUN b',
    'FROM a\nENV A=1 \\\nENV B=2',
    'FROM a\nEXPOSE 80 \\\nCMD a',
    'FROM a\nSHELL ["pwsh", "-c"]\nRUN a \\\n\nCOPY b /c',
    'FROM a\nCOPYY a \\\nRUN b',
    'FROM a\nRUN "COPY" b; \\COPY b',
  ])('says nothing of %j', (text) => {
    expect(swallowedIn(text)).toEqual([]);
  });
});
