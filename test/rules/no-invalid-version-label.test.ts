import rule from '../../rules/labels/no-invalid-version-label';
import { remarked, saidOf } from '../support/run-rule';

const LABEL = 'LABEL org.opencontainers.image.version';

describe('no-invalid-version-label', () => {
  it.each(['1.0.0', 'v1.0.0', '1.0.0-rc.1+build.5', '10.20.30', '""', "'1.2.3'", '$UNKNOWN', '1.${UNKNOWN}'])('passes %s', (value) => {
    expect(saidOf(rule, `FROM debian:12\nARG UNKNOWN\n${LABEL}=${value}`)).toEqual([]);
  });

  it.each(['1', '1.0', '1.0.0.0', '01.2.3', 'latest', '" 1.2.3 "', '=1.2.3', '1.2.3-', 'V1.2.3', 'vv1.2.3', '"1.2.3 beta"', '${SET}'])('reports %s', (value) => {
    const text = `FROM debian:12\nARG SET=main\n${LABEL}=«${value}»`;
    expect(remarked(rule, text)).toBe(text);
  });

  it.each([
    `FROM debian:12\nLABEL org.opencontainers.image.version «1.0»`,
    `FROM debian:12\nARG P=org.opencontainers.image\nLABEL "$P.version"=«dev»`,
    `FROM debian:12\n${LABEL}=dev\n${LABEL}=1.0.0`,
    `FROM debian:12\n${LABEL}=1.0.0 org.opencontainers.image.version=«dev»`,
    `FROM debian:12 AS a\n${LABEL}=dev\nFROM a\n${LABEL}=1.0.0`,
    `FROM debian:12 AS a\n${LABEL}=«dev»\nFROM a AS b\nFROM b\nRUN x`,
    `FROM debian:12 AS a\n${LABEL}=dev\nFROM debian:12\nCOPY --from=a /a /a`,
    `FROM debian:12 AS a\nONBUILD ${LABEL}=«dev»\nFROM a`,
  ])('judges what the image ends with: %s', (text) => {
    expect(remarked(rule, text)).toBe(text);
  });

  it('reports a label that two outputs share once', () => {
    const text = `FROM debian:12 AS a\n${LABEL}=«dev»\nFROM a AS one\nFROM a AS two`;
    expect(remarked(rule, text, { build: { targets: ['one', 'two'] } })).toBe(text);
  });

  it('names the ARG', () => {
    expect(saidOf(rule, `FROM debian:12\nARG V=dev\n${LABEL}=$V`)).toEqual([
      'warning: The version "dev" (value of ARG V) is not a semantic version; write MAJOR.MINOR.PATCH',
    ]);
  });
});
