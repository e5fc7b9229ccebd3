import rule from '../../rules/runtime/no-invalid-healthcheck';
import { remarked } from '../support/run-rule';

describe('no-invalid-healthcheck', () => {
  it.each([
    'HEALTHCHECK', 'HEALTHCHECK none', 'HEALTHCHECK --interval=x NONE', 'HEALTHCHECK --interval="30s" CMD a', 'HEALTHCHECK --interval CMD a', 'HEALTHCHECK --interval= CMD a',
    'HEALTHCHECK --retries=0 CMD a', 'HEALTHCHECK --retries=«1.5» CMD a', 'HEALTHCHECK --retries=«99999999999» CMD a', 'HEALTHCHECK --timeout=«30sec» CMD a',
    'HEALTHCHECK --unknown=x CMD a', 'HEALTHCHECK «["curl",» "localhost"]', 'ONBUILD HEALTHCHECK «CMD»',
  ])('judges %s', (marked) => {
    expect(remarked(rule, `FROM a\n${marked}`)).toBe(`FROM a\n${marked}`);
  });
});
