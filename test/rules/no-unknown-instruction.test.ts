import rule from '../../rules/syntax/no-unknown-instruction';
import { remarked, saidOf } from '../support/run-rule';

describe('no-unknown-instruction', () => {
  it.each([
    'CMD <<EOF\necho hi\nand more\nEOF\nUSER 1\n«stray»',
    '«{»\nx\ny\n«COPPY» a /a\n«x»',
    'ONBUILD FOO',
    '«RUNN» x\n«EVN» a=b',
    '«FROMM» x',
  ])('judges %s', (lines) => {
    const marked = `FROM a:1\n${lines}`;
    expect(remarked(rule, marked)).toBe(marked);
  });

  it('repeats no endless word', () => {
    expect(saidOf(rule, `FROM a:1\n${'x'.repeat(60_000)}`)[0]?.length).toBeLessThan(200);
  });
});
