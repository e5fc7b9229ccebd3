import rule from '../../rules/runtime/no-shell-entrypoint';
import { remarked } from '../support/run-rule';

describe('no-shell-entrypoint', () => {
  it.each([
    '«ENTRYPOINT» app $X', '«ENTRYPOINT» a && b', '«ENTRYPOINT» A=b app', '«ENTRYPOINT» bash -c "exec app $X"', 'ENTRYPOINT cd /x; exec app', 'ENTRYPOINT app "${@}"',
    'ENTRYPOINT app', 'ENTRYPOINT ["sh", "-c", "app $X"]', "ENTRYPOINT ['app', '$X']", 'ENTRYPOINT', 'ENTRYPOINT if', 'SHELL ["pwsh", "-c"]\nENTRYPOINT app $X',
    'SHELL ["/bin/bash", "-c"]\n«ENTRYPOINT» app $X', 'ENTRYPOINT app $X\nENTRYPOINT ["app"]', 'ONBUILD ENTRYPOINT app $X',
  ])('judges %s', (marked) => {
    expect(remarked(rule, `FROM a\n${marked}`)).toBe(`FROM a\n${marked}`);
  });
});
