import rule from '../../rules/syntax/no-unterminated-heredoc';
import { remarked } from '../support/run-rule';

describe('no-unterminated-heredoc', () => {
  it.each([
    'RUN <<A <<B\nx\nA\nB',
    'RUN <<A «<<B»\nx\nA\nb',
    'RUN «<<-EOF»\n\tx\n EOF',
    'RUN «<<EOF»\n\tx\n\tEOF',
    'ONBUILD RUN «<<X»\nfoo\nRUN <<Y',
    'RUN «<<EOF»',
    'CMD <<EOF',
    'RUN <<EOF\nx\nEOF',
  ])('judges %s', (lines) => {
    const marked = `FROM a:1\n${lines}`;
    expect(remarked(rule, marked)).toBe(marked);
  });
});
