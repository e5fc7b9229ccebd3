import rule from '../../rules/syntax/no-misplaced-heredoc';
import { remarked, saidOf } from '../support/run-rule';

describe('no-misplaced-heredoc', () => {
  it.each([
    'ENV A «<<EOF»\nONBUILD CMD «<<X»\nHEALTHCHECK CMD x «<<A» «<<B»\nMAINTAINER «<<EOF»',
    'RUN ["x", «"<<EOF"»]\nCOPY [«"<<EOF"», "/x"]',
    'LABEL a=<<EOF\nCMD echo "a <<EOF b"\nENV A="1 << 2"\nCMD cat <<<X',
    'ONBUILD RUN <<X\nCMD <<Y\nX',
  ])('judges %s', (lines) => {
    const marked = `FROM a:1\n${lines}`;
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('is an error only if the builder stumbles over a line behind it', () => {
    expect(saidOf(rule, 'FROM a:1\nCMD <<X\necho\nX')[0]).toMatch(/^error/);
    expect(saidOf(rule, 'FROM a:1\necho\nCMD <<X\nUSER 1')[0]).toMatch(/^warning/);
  });
});
