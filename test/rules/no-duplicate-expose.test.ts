import rule from '../../rules/runtime/no-duplicate-expose';
import { problemsOf, remarked } from '../support/run-rule';

describe('no-duplicate-expose', () => {
  it.each([
    'EXPOSE 80 «80» «80»', 'EXPOSE 8000-8001 «8000-8001/tcp»', 'ARG P=80\nEXPOSE 80 «$P»', 'EXPOSE 8080:80 «80»', 'EXPOSE x x 70000 70000', 'EXPOSE 80\nONBUILD EXPOSE 80',
    'ARG L="80 81"\nEXPOSE $L $L',
  ])('judges %s', (marked) => {
    expect(remarked(rule, `FROM a\n${marked}`)).toBe(`FROM a\n${marked}`);
  });

  it('offers no repair where a line would have to move', () => {
    expect(problemsOf(rule, 'FROM a\nEXPOSE 80 \\\n  80')[0]?.fix).toBeNull();
    expect(problemsOf(rule, 'FROM a\nONBUILD EXPOSE 80\nONBUILD EXPOSE 80')[0]?.fix).toBeNull();
  });
});
