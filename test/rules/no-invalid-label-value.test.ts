import rule from '../../rules/labels/no-invalid-label-value';
import { problemsOf, remarked } from '../support/run-rule';

const OCI = 'org.opencontainers.image';

describe('no-invalid-label-value', () => {
  it.each([
    `LABEL ${OCI}.source=«git@github.com:a/b.git»`, `LABEL ${OCI}.revision=«main»`, `LABEL ${OCI}.revision=0123abc ${OCI}.title=x`,
    `LABEL ${OCI}.url="" ${OCI}.licenses="MIT"`, `ARG U\nLABEL ${OCI}.url=https://$U`, `ARG U\nLABEL ${OCI}.url=$U`, `ARG U\nLABEL $U=x`,
    `LABEL ${OCI}.url=x\nLABEL ${OCI}.url=https://example.org`, `ONBUILD LABEL ${OCI}.url=x`, `LABEL ${OCI}.url «x y»`,
  ])('judges %s', (marked) => {
    expect(remarked(rule, `FROM a\n${marked}`)).toBe(`FROM a\n${marked}`);
  });

  it('names the message of the type', () => {
    const text = `FROM a\nLABEL ${OCI}.url=x ${OCI}.created=x ${OCI}.licenses=x ${OCI}.revision=x mail=x`;
    expect(problemsOf(rule, text, { options: { email: ['mail'] } }).map(({ messageId }) => messageId)).toEqual(['url', 'time', 'license', 'hash', 'email']);
  });

  it('judges a label that several targets inherit once', () => {
    const marked = `FROM a AS x\nLABEL ${OCI}.url=«x»\nFROM x AS y\nUSER u`;
    expect(remarked(rule, marked, { build: { targets: ['x', 'y'] } })).toBe(marked);
  });
});
