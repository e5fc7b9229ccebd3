import rule from '../../rules/syntax/no-overlong-line';
import { saidOf } from '../support/run-rule';

describe('no-overlong-line', () => {
  it('counts bytes, not characters', () => {
    expect(saidOf(rule, `FROM a:1\nRUN ${'é'.repeat(32_765)}`)).toEqual([]);
    expect(saidOf(rule, `FROM a:1\nRUN ${'é'.repeat(32_766)}`)).toHaveLength(1);
  });

  it('reports each long line once, also inside a heredoc', () => {
    const long = 'x'.repeat(70_000);
    expect(saidOf(rule, `FROM a:1\nRUN <<X\n${long}\nX\n# ${long}`)).toHaveLength(2);
  });
});
