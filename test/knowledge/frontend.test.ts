import { compareFrontendVersions, frontendOf, mayKnowMore, NEWEST_KNOWN_FRONTEND } from '../../src/knowledge/frontend';

describe('frontendOf', () => {
  it('takes a file without a syntax line for the bundled frontend', () => {
    expect(frontendOf(null)).toEqual({ kind: 'bundled' });
  });

  it.each([
    ['docker/dockerfile:1.4', { major: 1, minor: 4 }, false],
    ['docker/dockerfile:1.7.1', { major: 1, minor: 7 }, false],
    ['docker/dockerfile:1.7-labs', { major: 1, minor: 7 }, true],
    ['docker/dockerfile:1.0-experimental', { major: 1, minor: 0 }, true],
    ['docker.io/docker/dockerfile-upstream:1.12.0-rc1', { major: 1, minor: 12 }, false],
    ['mirror.example.org:5000/docker/dockerfile:1.3', { major: 1, minor: 3 }, false],
    ['docker/dockerfile:1.3@sha256:abc', { major: 1, minor: 3 }, false],
    ['docker/dockerfile:1', null, false],
    ['docker/dockerfile', null, false],
    ['docker/dockerfile@sha256:abc', null, false],
    ['docker/dockerfile:labs', null, true],
    ['docker/dockerfile:1-labs', null, true],
    ['docker/dockerfile:1.5 # with words behind it', { major: 1, minor: 5 }, false],
  ])('reads %s as a release of the official frontend', (syntax, version, labs) => {
    expect(frontendOf(syntax)).toEqual({ kind: 'official', version, labs });
  });

  it.each(['example.org/own/frontend:1', 'notdocker/dockerfile:1', 'docker/dockerfile-fork:1', 'dockerfile:1'])(
    'reads %s as a custom frontend',
    (syntax) => {
      expect(frontendOf(syntax)).toEqual({ kind: 'custom', image: syntax });
    },
  );
});

describe('mayKnowMore', () => {
  it.each([
    [null, false],
    ['docker/dockerfile:1', false],
    [`docker/dockerfile:1.${NEWEST_KNOWN_FRONTEND.minor}`, false],
    [`docker/dockerfile:1.${NEWEST_KNOWN_FRONTEND.minor + 1}`, true],
    ['docker/dockerfile:2.0', true],
    ['example.org/own/frontend', true],
  ])('says of %s: %s', (syntax, expected) => {
    expect(mayKnowMore(frontendOf(syntax))).toBe(expected);
  });
});

it('compares releases by number, not by text', () => {
  expect(compareFrontendVersions({ major: 1, minor: 10 }, { major: 1, minor: 9 })).toBeGreaterThan(0);
  expect(compareFrontendVersions({ major: 1, minor: 10 }, { major: 2, minor: 0 })).toBeLessThan(0);
  expect(compareFrontendVersions({ major: 1, minor: 4 }, { major: 1, minor: 4 })).toBe(0);
});
