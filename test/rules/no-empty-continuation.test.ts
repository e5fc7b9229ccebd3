import rule from '../../rules/syntax/no-empty-continuation';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-empty-continuation', () => {
  it.each([
    'FROM a\nRUN b \\\n«»\n',
    'FROM a\nRUN b \\\n«  »\n\n',
    'FROM a\nRUN b \\\n',
    'FROM a\nRUN b \\\n# c\n',
    'FROM a \\\n«»\n AS b',
    'FROM a\nONBUILD \\\n«»\n RUN \\\n\n b',
    '# escape=`\nFROM a\nRUN b `\n«»\n c',
    'FROM a\nRUN b \\ \t\n«\t»\n c',
    'FROM a\nRUN b \\\\\n\nRUN c',
    'FROM a\nCOPY <<E /b\n\\\n\nE\nRUN c',
    'FROM a\nRUN \\\n«»\n <<E\nb \\\n\nE',
    'FROM a\nRUN b && \\\n\nCOPY c /d',
    'FROM a\nUNKNOWN b \\\n«»\n c',
  ])('judges %j', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('takes out every blank line of the instruction', () => {
    const [problem] = problemsOf(rule, 'FROM a\nRUN b \\\n\n \n # c\n\n d');
    expect(problem?.fix?.edits.map(({ start, end }) => [start, end])).toEqual([[15, 16], [16, 18], [23, 24]]);
  });

  it('offers no fix that would seal the mistake', () => {
    const [problem] = problemsOf(rule, 'FROM a\nRUN b \\\n\nCOPY c /d', { options: { hiding: 'report' } });
    expect(problem?.fix).toBeNull();
  });
});
